import Foundation
import Logging
import ServiceLifecycle
import TandemClient
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import TandemServer
import Testing

/// Runs `body` against a server on loopback, in this process, with a journal in memory.
func withServer(
  _ journal: MemoryJournal = MemoryJournal(), on today: String = "2022-11-15",
  logger: Logger = .silent, _ body: @Sendable @escaping (TandemClient) async throws -> Void
) async throws {
  try await withServerAddress(journal, on: today, logger: logger) { address in
    try await TandemClient.connected(to: address, body)
  }
}

/// As ``withServer(_:on:logger:_:)``, for clients of another kind.
func withServerAddress(
  _ journal: MemoryJournal = MemoryJournal(), admission: Admission? = .everybody,
  on today: String = "2022-11-15",
  logger: Logger = .silent, _ body: @Sendable @escaping (ServerAddress) async throws -> Void
) async throws {
  let configuration = try await ServerConfiguration.test(data: "/nonexistent", today: today)
  try await serving(body) { onListening in
    try Server(
      journal, configuration, admission: admission, logger: logger, onListening: onListening)
  }
}

/// As ``withServer(_:on:logger:_:)``, with the journal in a directory.
func withServer(
  in directory: String, _ body: @Sendable @escaping (TandemClient) async throws -> Void
) async throws {
  let configuration = try await ServerConfiguration.test(data: directory)
  try await serving({ try await TandemClient.connected(to: $0, body) }) { onListening in
    try Server(configuration, admission: .everybody, logger: .silent, onListening: onListening)
  }
}

private func serving(
  _ body: @Sendable @escaping (ServerAddress) async throws -> Void,
  _ make: (_ onListening: @escaping @Sendable (Int) -> Void) throws -> Server
) async throws {
  try await running(make) { _, port in
    try await body(try #require(ServerAddress("127.0.0.1:\(port)")))
  }
}

/// Runs `body` beside a server and then stops that as SIGTERM does: a connection that is let in while the
/// transport is cut off ends the process.
func running(
  _ make: (_ onListening: @escaping @Sendable (Int) -> Void) throws -> Server,
  _ body: (_ server: Server, _ port: Int) async throws -> Void
) async throws {
  let (ports, port) = AsyncStream.makeStream(of: Int.self)
  let server = try make { port.yield($0) }
  var configuration = ServiceGroupConfiguration(
    services: [.init(service: server)], logger: .silent)
  // A client may leave a call or a handshake open.
  configuration.maximumGracefulShutdownDuration = .seconds(10)
  let service = ServiceGroup(configuration: configuration)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { port.finish() }
      try await service.run()
    }
    guard let number = await ports.first(where: { _ in true }) else {
      return try await group.waitForAll()
    }
    try await body(server, number)
    await service.triggerGracefulShutdown()
    try await group.waitForAll()
  }
}

extension Server {
  /// A server whose journal is in memory.
  init(
    _ journal: MemoryJournal, _ configuration: ServerConfiguration,
    admission: Admission? = .everybody, handshakeLimit: Duration? = nil, logger: Logger,
    onListening: @escaping @Sendable (Int) -> Void
  ) throws {
    let today = try #require(configuration.today)
    var replay = Replay()
    replay.take(journal.keys())
    try journal.records { try replay.fold($0) }
    let network = Network(
      journal: journal, replay: replay,
      clock: { _ in Moment(time: 1_668_500_000_000, today: today) })
    try self.init(
      network: network, admission: admission, verify: { _ in }, configuration,
      handshakeLimit: handshakeLimit,
      logger: logger, onListening: onListening)
  }
}

extension ServerConfiguration {
  static func test(
    data: String, listen: String = "127.0.0.1:0", today: String = "2022-11-15"
  ) async throws -> Self {
    try await ServerConfiguration(
      flags: ["listen": listen, "today": today, "data": data], environment: [:], file: nil)
  }
}

/// Runs `body` with a directory that is gone afterwards.
func withDirectory(_ body: (String) async throws -> Void) async throws {
  let directory = URL.temporaryDirectory.appending(path: "tandem-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  try await body(directory.path)
}

enum Input {
  /// The file of OptoNet's network and audit.
  static func optonet() throws -> [UInt8] {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "EndToEndTests/Resources/optonet.json")
    return Array(try Data(contentsOf: path))
  }
}

/// What a call is refused with; nil when it is not.
func refusal<Request: Message, Response: Answer>(
  _ client: TandemClient, _ method: Method<Request, Response>, _ request: Request
) async -> ErrorDetails? {
  do throws(ClientError) {
    _ = try await client.call(method, request)
    return nil
  } catch {
    return error.details
  }
}
