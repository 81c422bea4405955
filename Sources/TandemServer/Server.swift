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

/// `tandemd`: the network behind gRPC on one address, its journal in one directory.
public struct Server: Service, CustomStringConvertible {
  /// The program's version.
  public static let version = "0.1.0"

  private let router: RPCRouter<HTTP2ServerTransport.Posix>
  private let listener: Listener
  private let logger: Logger
  private let network: Network
  private let close: @Sendable () throws -> Void
  /// Keeps when tokens were used; what cannot be written now is tried again.
  private let saveUses: @Sendable () -> Void
  private let onListening: @Sendable (Int) -> Void

  /// Opens the journal, checks it and replays it.
  ///
  /// Throws ``ConfigurationError`` for an address that is not a loopback one without TLS and for
  /// certificates that cannot be used, and `JournalError` when the directory is in use, damaged or newer
  /// than this program.
  ///
  /// Without an `admission` the network's tokens let callers in; then there has to be one.
  public init(
    _ configuration: ServerConfiguration, admission: Admission? = nil, logger: Logger,
    onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) throws {
    let listener = try Listener(configuration, logger: logger)
    var replay = Replay()
    let journal = try SQLiteJournal(
      directory: configuration.dataDirectory, keys: { replay.take($0) },
      replay: { try replay.fold($0) })
    let network = Network(journal: journal, replay: replay, clock: configuration.clock)
    guard admission != nil || !network.snapshot.state.tokens.isEmpty else {
      try journal.close()
      throw ConfigurationError(
        "no token lets anybody in yet: run `tandemd init --data \(configuration.dataDirectory)` first, "
          + "which makes one for a coordinator")
    }
    let file = configuration.tokenUsesFile
    let uses = TokenUses(file: file)
    self.init(
      listener: listener, network: network, admission: admission, uses: uses,
      verify: { _ = try journal.file.verify(expecting: $0) },
      close: { try journal.close() }, saveUses: { try? uses.save(to: file) },
      configuration, logger: logger, onListening: onListening)
  }

  /// Serves a network whose journal is kept elsewhere; `verify` checks that journal, `close` ends it.
  ///
  /// Throws ``ConfigurationError`` as ``init(_:logger:onListening:)`` does. A TLS handshake may take
  /// `handshakeLimit`; nil is 10 s.
  public init(
    network: Network, admission: Admission? = nil,
    verify: @escaping @Sendable (_ expected: Head?) throws -> Void,
    close: @escaping @Sendable () throws -> Void = {}, _ configuration: ServerConfiguration,
    handshakeLimit: Duration? = nil, logger: Logger,
    onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) throws {
    self.init(
      listener: try Listener(configuration, logger: logger, handshakeLimit: handshakeLimit),
      network: network, admission: admission, uses: TokenUses(), verify: verify, close: close,
      configuration, logger: logger, onListening: onListening)
  }

  private init(
    listener: Listener, network: Network, admission: Admission?, uses: TokenUses,
    verify: @escaping @Sendable (_ expected: Head?) throws -> Void,
    close: @escaping @Sendable () throws -> Void,
    saveUses: @escaping @Sendable () -> Void = {}, _ configuration: ServerConfiguration,
    logger: Logger, onListening: @escaping @Sendable (_ port: Int) -> Void
  ) {
    var router = MethodRouter(
      network: network, admission: admission ?? .tokens(of: network, uses: uses),
      newID: { "\($0)-\(UUID().uuidString.prefix(8).lowercased())" }, logger: logger)
    router.registerAll(
      AdminHandlers(
        verify: verify, started: network.now, isTodayFixed: configuration.today != nil),
      TokenHandlers(uses: uses, newSecret: TokenSecret.random))
    self.network = network
    self.logger = logger
    self.listener = listener
    self.router = router.router
    self.close = close
    self.saveUses = saveUses
    self.onListening = onListening
    let head = network.snapshot.head
    logger.info(
      "journal read", metadata: ["revision": "\(head.revision)", "head": "\(head.hash)"])
    if let today = configuration.today {
      logger.warning("the day is set by hand", metadata: ["today": "\(today)"])
    }
  }

  /// Where it listens; whoever runs it writes this into the log.
  public var description: String { "tandemd on \(listener.address)" }

  /// Serves until it is told to stop; then calls under way are finished and the journal is closed.
  ///
  /// Throws ``ListenError`` when the address cannot be used.
  public func run() async throws {
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await serve() }
        group.addTask {
          while true {
            try await Task.sleep(for: .seconds(60))
            saveUses()
          }
        }
        // Serving ends first, by itself or with an error.
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch {
      try? close()
      throw error
    }
    saveUses()
    try close()
    let head = network.snapshot.head
    logger.info(
      "stopped", metadata: ["revision": "\(head.revision)", "head": "\(head.hash)"])
  }

  /// Reads the certificate and its key again: new connections get it, those that are there go on. One
  /// that cannot be used changes nothing, and the log says why.
  public func renewCertificate() { listener.renewCertificate() }

  private func serve() async throws {
    let opened = try listener.open()
    defer { opened.remove() }
    let grpc = GRPCServer(transport: opened.transport, router: router)
    let (logger, listener, onListening) = (logger, listener, onListening)
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await grpc.serve() }
        // Where there is no address, serving has ended and says why.
        guard let address = try? await grpc.listeningAddress else {
          do {
            try await group.waitForAll()
          } catch {
            throw ListenError(listener.address.description, error)
          }
          return
        }
        logger.info(
          "listening",
          metadata: ["address": "\(address)", "tls": listener.isSecure ? "1.2 and 1.3" : "no"])
        onListening(address.ipv4?.port ?? address.ipv6?.port ?? 0)
        try await group.waitForAll()
      }
    } onGracefulShutdown: {
      logger.info("stopping: calls under way are finished first")
      grpc.beginGracefulShutdown()
    }
  }
}
