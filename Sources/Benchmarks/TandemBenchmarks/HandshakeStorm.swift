import Foundation
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import TandemClient
import TandemJournal
import TandemProtocol
import TandemServer

/// Calls that a server answers over TLS while others do nothing but shake hands with it.
struct HandshakeStorm {
  static let handshakesPerSecond = 200
  static let callsPerSecond = 100
  static let seconds = 5

  /// Of the calls while nobody else was there, from when each was due.
  let calmPercentile99: Duration
  /// The same during the storm.
  let percentile99: Duration
  /// What the server kept up with.
  let handshakesPerSecond: Int

  /// Client, storm and server share this machine.
  static func measured() async throws -> HandshakeStorm {
    let directory = TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.path, withIntermediateDirectories: true)
    try DevelopmentCertificate(now: Date()).write(in: directory.path)
    let authority = "\(directory.path)/\(DevelopmentCertificate.authorityName)"
    var configuration = try await ServerConfiguration(
      flags: ["listen": "127.0.0.1:0", "data": directory.path], environment: [:], file: nil)
    configuration.tls = TLSFiles(
      certificate: "\(directory.path)/\(DevelopmentCertificate.certificateName)",
      key: "\(directory.path)/\(DevelopmentCertificate.keyName)")
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = try Server(
      network: try await OptoNet.network(), admission: .everybody, verify: { _ in }, configuration,
      logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
    ) { port.yield($0) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      guard let number = await ports.first(where: { _ in true }) else {
        preconditionFailure("the server has no port")
      }
      let storm = try await TandemClient.connected(
        to: .network(host: "localhost", port: number),
        security: .tls(.init(authority: authority))
      ) { client in
        _ = try await percentile99(of: client, seconds: 1)
        let calm = try await percentile99(of: client, seconds: seconds)
        async let handshakes = handshakes(port: number, authority: authority)
        let stormy = try await percentile99(of: client, seconds: seconds)
        return HandshakeStorm(
          calmPercentile99: calm, percentile99: stormy,
          handshakesPerSecond: try await handshakes)
      }
      group.cancelAll()
      return storm
    }
  }

  /// Calls come when they are due, whether those before are answered or not.
  private static func percentile99(
    of client: TandemClient, seconds: Int
  ) async throws -> Duration {
    let waits = try await paced(perSecond: callsPerSecond, seconds: seconds) { due in
      _ = try await client.call(Methods.rankPanels, .with { $0.audit = OptoNet.audit.text })
      return due.duration(to: .now)
    }.sorted()
    return waits[waits.count * 99 / 100]
  }

  /// How many handshakes were done in a second.
  private static func handshakes(port: Int, authority: String) async throws -> Int {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.trustRoots = .file(authority)
    configuration.applicationProtocols = ["h2"]
    let context = try NIOSSLContext(configuration: configuration)
    // A thread of its own, so that the storm waits for nobody's calls.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let began = ContinuousClock.now
    let ends = try await paced(perSecond: handshakesPerSecond, seconds: seconds) { _ in
      let heard = group.next().makePromise(of: Void.self)
      let channel = try await ClientBootstrap(group: group)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(
              NIOSSLClientHandler(context: context, serverHostname: "localhost"))
            try pipeline.addHandler(FirstWord(heard))
          }
        }
        .connect(host: "127.0.0.1", port: port).get()
      try await heard.futureResult.get()
      let end = ContinuousClock.now
      try? await channel.close()
      return end
    }
    try await group.shutdownGracefully()
    let took = began.duration(to: ends.max() ?? began)
    return Int((Double(ends.count) / (took / .seconds(1))).rounded())
  }

  /// Runs `body` so many times a second, each time at its time, with when it was due.
  private static func paced<Result: Sendable>(
    perSecond rate: Int, seconds: Int,
    _ body: @Sendable @escaping (ContinuousClock.Instant) async throws -> Result
  ) async throws -> [Result] {
    let began = ContinuousClock.now
    return try await withThrowingTaskGroup(of: Result.self) { group in
      for number in 0..<(rate * seconds) {
        let due = began + .seconds(1) * number / rate
        group.addTask {
          try await Task.sleep(until: due, tolerance: .zero, clock: .continuous)
          return try await body(due)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}

/// Waits for the first bytes that the server sends inside of TLS.
private final class FirstWord: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let heard: EventLoopPromise<Void>

  init(_ heard: EventLoopPromise<Void>) { self.heard = heard }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { heard.succeed() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { heard.fail(error) }

  func channelInactive(context: ChannelHandlerContext) { heard.fail(ChannelError.eof) }
}
