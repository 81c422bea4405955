import Foundation
import GRPCNIOTransportHTTP2Posix
import Logging
import NIOSSL

/// Where the server listens, and by which certificate.
struct Listener: Sendable {
  /// The transport closes a stream over its own limit without saying why: ours come first.
  private static let requestLimit = 64 << 20
  /// A client that does nothing this long connects again when it has something to ask.
  private static let idleLimit = Duration.seconds(30 * 60)
  /// Ten times what a handshake takes over a slow mobile network.
  private static let handshakeLimit = Duration.seconds(10)

  let address: ListenAddress
  private let certificate: RenewableCertificate?
  private let handshakeLimit: Duration
  private let connections: ConnectionLimit
  private let logger: Logger

  /// A transport, and what is left to do when it has ended.
  struct Opened {
    let transport: HTTP2ServerTransport.Posix
    private let socket: UnixSocket.Listening?

    fileprivate init(_ transport: HTTP2ServerTransport.Posix, _ socket: UnixSocket.Listening? = nil)
    {
      self.transport = transport
      self.socket = socket
    }

    func remove() { socket?.remove() }
  }

  /// Reads and checks the certificates; throws ``ConfigurationError``.
  init(
    _ configuration: ServerConfiguration, logger: Logger, handshakeLimit: Duration? = nil
  ) throws(ConfigurationError) {
    try configuration.refuseUnlessSecure()
    address = configuration.listen
    certificate =
      if let files = configuration.tls {
        try RenewableCertificate(files, logger: logger)
      } else {
        nil
      }
    self.handshakeLimit = handshakeLimit ?? Self.handshakeLimit
    connections = ConnectionLimit(configuration.connections, logger: logger)
    self.logger = logger
  }

  /// Whether those who connect speak TLS.
  var isSecure: Bool { certificate != nil }

  /// Takes the certificate that the files hold now for new connections.
  func renewCertificate() {
    guard let certificate else {
      logger.notice("nothing to read again: TLS is not set up")
      return
    }
    certificate.renew()
  }

  /// Throws ``ListenError`` where a Unix socket cannot be used.
  func open() throws -> Opened {
    let security = try security()
    switch address {
    case .network(let host, let port):
      let address: GRPCNIOTransportCore.SocketAddress =
        ListenAddress.isIPv6(host) ? .ipv6(host: host, port: port) : .ipv4(host: host, port: port)
      return Opened(
        HTTP2ServerTransport.Posix(
          address: address, transportSecurity: security, config: transportConfiguration))
    case .unix(let path):
      let socket = try UnixSocket(path: path).listen()
      return Opened(
        HTTP2ServerTransport.Posix(
          listeningSocketDescriptor: socket.descriptor, transportSecurity: security,
          config: transportConfiguration), socket)
    }
  }

  private func security() throws -> HTTP2ServerTransport.Posix.TransportSecurity {
    guard let certificate else { return .plaintext }
    let roots = try (certificate.clientAuthority?.certificates ?? []).map {
      TLSConfig.CertificateSource.bytes(try $0.toDERBytes(), format: .der)
    }
    return try .tls(certificateReloader: certificate) { tls in
      // Whoever does not say that it speaks HTTP/2 is not spoken to in it.
      tls.requireALPN = true
      guard certificate.clientAuthority != nil else { return }
      tls.clientCertificateVerification = .noHostnameVerification
      tls.trustRoots = .certificates(roots)
    }
  }

  private var transportConfiguration: HTTP2ServerTransport.Posix.Config {
    .defaults {
      $0.rpc.maxRequestPayloadSize = Self.requestLimit
      $0.connection.maxIdleTime = Self.idleLimit
      $0.channelDebuggingCallbacks.onAcceptHTTP2Stream = { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(TimeoutFilter(), position: .first)
        }
      }
      // The transport has no limit on connections or handshakes and no word on why these fail; this is its
      // one way in.
      let (limit, connections, log) = (handshakeLimit, connections, HandshakeLog(logger))
      $0.channelDebuggingCallbacks.onAcceptTCPConnection = { [isSecure] channel in
        channel.eventLoop.makeCompletedFuture {
          try connections.count(channel)
          guard isSecure else { return }
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(
            HandshakeWatch(limit: limit, log: log),
            position: .after(try pipeline.handler(type: NIOSSLServerHandler.self)))
        }
      }
    }
  }
}
