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

  private let journal: SQLiteJournal
  private let grpc: GRPCServer<HTTP2ServerTransport.Posix>
  private let logger: Logger
  private let network: Network
  private let onListening: @Sendable (Int) -> Void

  /// Opens the journal, checks it and replays it.
  ///
  /// Throws `ConfigurationError` for an address that is not a loopback one, and `JournalError` when
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
    let clock = configuration.clock
    let network = Network(journal: journal, replay: replay, clock: clock)
    let call = Call(actor: "local", network: network) { prefix in
      "\(prefix)-\(UUID().uuidString.prefix(8).lowercased())"
    }
    var router = MethodRouter(call: call, logger: logger)
    router.registerAll(
      AdminHandlers(
        journal: journal, started: clock(), isTodayFixed: configuration.today != nil))
    self.journal = journal
    self.network = network
    self.logger = logger
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
      "journal read",
      metadata: ["revision": "\(head.revision)", "head": "\(head.hash)"])
    if let today = configuration.today {
      logger.warning("the day is set by hand", metadata: ["today": "\(today)"])
    }
  }

  /// Serves until it is told to stop; then calls under way are finished and the journal is closed.
  public func run() async throws {
    let (grpc, logger, onListening) = (grpc, logger, onListening)
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await grpc.serve() }
        if let address = try await grpc.listeningAddress {
          let port = address.ipv4?.port ?? address.ipv6?.port ?? 0
          logger.info("listening", metadata: ["address": "\(address)"])
          onListening(port)
        }
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      logger.info("stopping: calls under way are finished first")
      grpc.beginGracefulShutdown()
    }
    try journal.close()
    let head = network.snapshot.head
    logger.info(
      "stopped", metadata: ["revision": "\(head.revision)", "head": "\(head.hash)"])
  }
}
