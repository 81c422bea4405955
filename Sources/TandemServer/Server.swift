import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Logging
import ServiceLifecycle
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import TandemSQLite

/// `tandemd`: the network behind gRPC on one loopback address, its journal in one directory.
public struct Server: Service {
  /// The program's version.
  public static let version = "0.1.0"
  /// The transport closes a stream over its own limit without saying why: ours come first.
  private static let transportLimit = 64 << 20

  private let grpc: GRPCServer<HTTP2ServerTransport.Posix>
  private let logger: Logger
  private let address: String
  private let network: Network
  private let close: @Sendable () throws -> Void
  private let onListening: @Sendable (Int) -> Void

  /// Opens the journal, checks it and replays it.
  ///
  /// Throws ``ConfigurationError`` for an address that is not a loopback one, and `JournalError` when
  /// the directory is in use, damaged or newer than this program.
  public init(
    _ configuration: ServerConfiguration, logger: Logger,
    onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) throws {
    try configuration.refuseUnlessLoopback()
    var replay = Replay()
    let journal = try SQLiteJournal(
      directory: configuration.dataDirectory, keys: { replay.take($0) },
      replay: { try replay.fold($0) })
    let network = Network(journal: journal, replay: replay, clock: configuration.clock)
    self.init(
      network: network, verify: { _ = try journal.file.verify(expecting: $0) },
      close: { try journal.close() }, configuration, logger: logger, onListening: onListening)
  }

  /// Serves a network whose journal is kept elsewhere; `verify` checks that journal, `close` ends it.
  public init(
    network: Network, verify: @escaping @Sendable (_ expected: Head?) throws -> Void,
    close: @escaping @Sendable () throws -> Void = {}, _ configuration: ServerConfiguration,
    logger: Logger, onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) {
    let call = Call(actor: "local", network: network) { prefix in
      "\(prefix)-\(UUID().uuidString.prefix(8).lowercased())"
    }
    var router = MethodRouter(call: call, logger: logger)
    router.registerAll(
      AdminHandlers(
        verify: verify, started: network.now, isTodayFixed: configuration.today != nil))
    self.network = network
    self.logger = logger
    address = "\(configuration.host):\(configuration.port)"
    self.close = close
    self.onListening = onListening
    grpc = GRPCServer(
      transport: HTTP2ServerTransport.Posix(
        address: configuration.host == "::1"
          ? .ipv6(host: configuration.host, port: configuration.port)
          : .ipv4(host: configuration.host, port: configuration.port),
        transportSecurity: .plaintext,
        config: .defaults { $0.rpc.maxRequestPayloadSize = Server.transportLimit }),
      router: router.router)
    let head = network.snapshot.head
    logger.info(
      "journal read", metadata: ["revision": "\(head.revision)", "head": "\(head.hash)"])
    if let today = configuration.today {
      logger.warning("the day is set by hand", metadata: ["today": "\(today)"])
    }
  }

  /// Serves until it is told to stop; then calls under way are finished and the journal is closed.
  ///
  /// Throws ``ListenError`` when the address cannot be used.
  public func run() async throws {
    do {
      try await serve()
    } catch {
      try? close()
      throw error
    }
    try close()
    let head = network.snapshot.head
    logger.info(
      "stopped", metadata: ["revision": "\(head.revision)", "head": "\(head.hash)"])
  }

  private func serve() async throws {
    let (grpc, logger, asked, onListening) = (grpc, logger, address, onListening)
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await grpc.serve() }
        // Where there is no address, serving has ended and says why.
        guard let address = try? await grpc.listeningAddress else {
          do { try await group.waitForAll() } catch { throw ListenError(asked, error) }
          return
        }
        logger.info("listening", metadata: ["address": "\(address)"])
        onListening(address.ipv4?.port ?? address.ipv6?.port ?? 0)
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      logger.info("stopping: calls under way are finished first")
      grpc.beginGracefulShutdown()
    }
  }
}
