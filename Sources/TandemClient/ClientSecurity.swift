import Foundation
import GRPCNIOTransportHTTP2Posix
import NIOCore
import NIOSSL

/// How a client makes sure whom it speaks to, and that nobody else hears it.
public enum ClientSecurity: Hashable, Sendable {
  /// Not at all: for a server on this machine.
  case plaintext
  /// By TLS 1.2 or 1.3. The server's name is always checked.
  case tls(TLS)

  /// What TLS goes by; all files are PEM.
  public struct TLS: Hashable, Sendable {
    /// The authorities to trust; nil for those that the system trusts.
    public var authority: String?
    /// What the client shows of itself, where the server asks for it.
    public var identity: Identity?
    /// The name that the server's certificate must be for; nil for the host that is connected to.
    public var serverName: String?
    /// How long the handshake may take. The default is ten times what it takes over a slow mobile
    /// network.
    public var handshakeLimit: Duration

    public init(
      authority: String? = nil, identity: Identity? = nil, serverName: String? = nil,
      handshakeLimit: Duration = .seconds(10)
    ) {
      self.authority = authority
      self.identity = identity
      self.serverName = serverName
      self.handshakeLimit = handshakeLimit
    }
  }

  /// A client's certificate and its key.
  public struct Identity: Hashable, Sendable {
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// Throws ``ClientSecurityError``.
  func transport(to server: ServerAddress) throws -> HTTP2ClientTransport.Posix {
    let target: any ResolvableTarget =
      switch server {
      case .unix(let path): .unixDomainSocket(path: path)
      case .network(let host, let port):
        // An IP address is checked as one and has no place in a handshake as a name.
        if server.isIPv6 {
          .ipv6(address: host, port: port)
        } else if server.isIPv4 {
          .ipv4(address: host, port: port)
        } else {
          .dns(host: host, port: port)
        }
      }
    return try HTTP2ClientTransport.Posix(
      target: target, transportSecurity: try transportSecurity,
      config: .defaults { config in
        config.http2.authority = authority(of: server)
        // The transport has no limit on handshakes and does not say why one fails; this is its one way
        // in.
        config.channelDebuggingCallbacks.onCreateTCPConnection = { channel in
          channel.eventLoop.makeCompletedFuture { try watch(channel, server) }
        }
      })
  }

  private func authority(of server: ServerAddress) -> String? {
    switch (self, server) {
    case (.tls(let tls), .network): tls.serverName
    case (.tls(let tls), .unix): tls.serverName ?? server.host
    case (.plaintext, .network): nil
    case (.plaintext, .unix): server.host
    }
  }

  private var transportSecurity: HTTP2ClientTransport.Posix.TransportSecurity {
    get throws {
      guard case .tls(let tls) = self else { return .plaintext }
      var configuration = HTTP2ClientTransport.Posix.TransportSecurity.TLS.defaults()
      if let path = tls.authority {
        configuration.trustRoots = .certificates(try ClientFiles.certificates(path))
      }
      if let identity = tls.identity {
        configuration.certificateChain = try ClientFiles.certificates(identity.certificate)
        configuration.privateKey = try ClientFiles.key(identity.key)
        try ClientFiles.refuseUnlessPair(identity)
      }
      return .tls(configuration)
    }
  }

  private func watch(_ channel: any Channel, _ server: ServerAddress) throws {
    let pipeline = channel.pipeline.syncOperations
    switch self {
    case .plaintext:
      try pipeline.addHandler(PlaintextWatch(server: server), position: .first)
    case .tls(let tls):
      try pipeline.addHandler(
        HandshakeWatch(server: server, security: tls),
        position: .after(try pipeline.handler(type: NIOSSLClientHandler.self)))
    }
  }
}
