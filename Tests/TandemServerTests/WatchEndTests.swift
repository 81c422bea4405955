import GRPCCore
import GRPCNIOTransportHTTP2Posix
import ServiceLifecycle
import Synchronization
import TandemClient
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// How listening ends: when the server stops, for who is one too many, and on a connection that takes
/// no more.
@Suite struct WatchEndTests {
  /// Somebody who listens, as a service that a group stops; tells how that ended.
  private final class Listener: Service, Sendable {
    let ended = Mutex<(error: RPCError, isCancelled: Bool)?>(nil)
    let listen: @Sendable () async throws -> Void

    init(_ listen: @escaping @Sendable () async throws -> Void) { self.listen = listen }

    func run() async throws {
      do {
        try await listen()
      } catch let error as RPCError {
        let isCancelled = Task.isCancelled
        ended.withLock { $0 = (error, isCancelled) }
      }
    }
  }

  private let network: Network
  private let call: Call

  /// A network of ten revisions.
  init() async throws {
    let today = try #require(Day("2022-11-15"))
    network = Network(
      journal: MemoryJournal(), replay: Replay(),
      clock: { _ in Moment(time: 1_668_500_000_000, today: today) })
    call = Call(
      caller: Caller(actor: "clara", grant: .coordinator), network: network,
      newID: { "\($0)-1" })
    for number in 1...10 {
      _ = try await network.execute(
        .createOrganisation(
          Organisation(id: try #require(OrganisationID("O\(number)")))),
        RequestIdentity(actor: "clara", id: "\(number)", body: []))
    }
  }

  @Test("a server that stops waits neither for a long past to be told nor for who takes no more")
  func stops() async throws {
    let (readings, reading) = AsyncStream.makeStream(of: Void.self)
    let stream = try WatchHandlers().watch(.init(), call)
    let listener = Listener {
      try await stream.write {
        guard $0.revision == 3 else { return }
        reading.yield()
        try await Task.sleep(for: .seconds(3_600))
      }
    }
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(
          service: listener, successTerminationBehavior: .gracefullyShutdownGroup,
          failureTerminationBehavior: .gracefullyShutdownGroup)
      ], logger: .silent)
    // Where it waits, it is cancelled then.
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    let group = ServiceGroup(configuration: configuration)
    let running = Task { try await group.run() }
    _ = await readings.first { _ in true }
    await group.triggerGracefulShutdown()
    try await running.value
    let ended = try #require(listener.ended.withLock { $0 })
    #expect(!ended.isCancelled)
    #expect(ended.error.code == .unavailable)
    #expect(ended.error.message == "The server stops; go on after revision 2.")
  }

  @Test("who is one too many is told so, and may listen when somebody has gone")
  func room() async throws {
    let handlers = WatchHandlers()
    let (readings, reading) = AsyncStream.makeStream(of: Void.self)
    func listen() throws -> Task<Void, any Error> {
      let stream = try handlers.watch(.with { $0.after = 10 }, call)
      return Task { try await stream.write { _ in reading.yield() } }
    }
    var begun = readings.makeAsyncIterator()
    var listening: [Task<Void, any Error>] = []
    defer { for task in listening { task.cancel() } }
    for _ in 1...WatchHandlers.mostAtOnce {
      listening.append(try listen())
      await begun.next()
    }
    do {
      try await listen().value
      Issue.record("it listens")
    } catch let error as RPCError {
      #expect(error.code == .resourceExhausted)
      #expect(error.message == "256 are listening already; try again later.")
    }
    let gone = listening.removeLast()
    gone.cancel()
    _ = await gone.result
    listening.append(try listen())
    await begun.next()
  }

  @Test(
    "a connection that takes no more ends with what was told before; others write all the while")
  func connection() async throws {
    // More than may lie on the way to a reader, and then further than they may fall behind.
    let count = 4_000
    try await withServerAddress { address in
      let (stuck, isStuck) = AsyncStream.makeStream(of: Void.self)
      let (releases, release) = AsyncStream.makeStream(of: Void.self)
      let reading = Task {
        try await Self.reading(address, until: releases, to: count) { isStuck.yield() }
      }
      _ = await stuck.first { _ in true }
      try await TandemClient.connected(to: address) { client in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for writer in 0..<8 {
            group.addTask {
              for number in stride(from: writer, to: count, by: 8) {
                _ = try await client.call(
                  Methods.createOrganisation,
                  .with { $0.organisation = .with { $0.id = "O\(number)" } })
              }
            }
          }
          try await group.waitForAll()
        }
        // All is written while the reader does not read.
        #expect(try await client.call(Methods.getServerInfo, .init()).revision == count)
      }
      release.finish()
      let (told, error) = try await reading.value
      let last = try #require(told.last)
      #expect(told == Array(1...last))
      #expect(last < count)
      #expect(error?.code == .resourceExhausted)
      let details = try #require(
        error?.metadata[binaryValues: "grpc-status-details-bin"].lazy
          .compactMap { try? ErrorDetails(decodingStatus: $0) }.first)
      #expect(details.reason == "READER_TOO_SLOW")
      #expect(details.metadata["revision"] == String(last))
    }
  }

  /// What somebody is told who, from their first message on, does not read until `releases` says so,
  /// over a connection that holds little; and how it ended, be it that `last` came.
  private static func reading(
    _ server: ServerAddress, until releases: AsyncStream<Void>, to last: Int,
    _ begun: @escaping @Sendable () -> Void
  ) async throws -> (told: [Int], error: RPCError?) {
    try await withGRPCClient(
      transport: .http2NIOPosix(
        target: .ipv4(address: server.host, port: server.port), transportSecurity: .plaintext,
        config: .defaults { $0.http2.targetWindowSize = 65_535 })
    ) { grpc in
      try await grpc.serverStreaming(
        request: ClientRequest(message: Wire.WatchRequest()),
        descriptor: MethodDescriptor(
          fullyQualifiedService: Methods.watch.service, method: Methods.watch.name),
        serializer: WireSerializer<Wire.WatchRequest>(),
        deserializer: WireDeserializer<Wire.WatchResponse>(limits: .answer), options: .defaults
      ) { response in
        var told: [Int] = []
        do {
          for try await message in response.messages {
            if message.changes.isEmpty {
              begun()
              _ = await releases.first { _ in true }
            } else {
              told.append(message.revision)
              if message.revision == last { break }
            }
          }
          return (told, nil)
        } catch let error as RPCError {
          return (told, error)
        }
      }
    }
  }
}
