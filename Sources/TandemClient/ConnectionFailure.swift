import Foundation

/// Why a client and a server that met made no connection. The text names the server and says what is
/// wrong; what to do about it depends on who reads it.
public struct ConnectionFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public let server: ServerAddress
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    /// The server's certificate has expired.
    case expired(on: Date)
    /// The server's certificate is not valid yet, by this machine's clock.
    case notYetValid(until: Date)
    /// The server's certificate is by none of the authorities in this file, or that the system trusts.
    case unknownAuthority(file: String?)
    /// The server's certificate is for others than this name or IP address.
    case wrongHost(String, names: [String])
    /// The client spoke plain text, and the server TLS.
    case serverSpeaksTLS
    /// The client spoke TLS, and the server something else.
    case serverSpeaksNoTLS
    /// The server asks for a client's certificate.
    case certificateAskedFor
    /// The server refuses the client's certificate, in this file; nil when it did not say why.
    case certificateRefused(file: String, why: Refusal?)
    /// The server speaks no TLS from version 1.2 on.
    case oldVersion
    /// The handshake took too long.
    case tooSlow(limit: Duration)
    /// The server hung up during the handshake, as one does that speaks no TLS.
    case hungUp
    /// What the TLS library says.
    case other(String)
  }

  /// Why a server refuses a client's certificate.
  public enum Refusal: Hashable, Sendable {
    case expired
    case unknownAuthority
  }

  /// The one that an error is, or was caused by.
  init?(among error: any Error) {
    var next: (any Error)? = error
    while let error = next {
      if let failure = error as? ConnectionFailure {
        self = failure
        return
      }
      next = error.cause
    }
    return nil
  }

  public init(_ reason: Reason, _ server: ServerAddress) {
    self.reason = reason
    self.server = server
  }

  public var description: String {
    switch reason {
    case .expired(let date):
      "the certificate of \(server) expired on \(date.formatted(.iso8601))"
    case .notYetValid(let date):
      "the certificate of \(server) is valid only from \(date.formatted(.iso8601)) on"
    case .unknownAuthority(let file):
      "the certificate of \(server) is by none of the authorities "
        + (file.map { "in \($0)" } ?? "that this system trusts")
    case .wrongHost(let name, let names):
      "the certificate of \(server) is not for \(name)"
        + (names.isEmpty ? "" : ", but for \(names.joined(separator: ", "))")
    case .serverSpeaksTLS: "\(server) speaks TLS, and was spoken to without"
    case .serverSpeaksNoTLS: "\(server) does not speak TLS"
    case .certificateAskedFor: "\(server) asks clients for a certificate"
    case .certificateRefused(let file, .expired?):
      "\(server) refuses the certificate in \(file): it has expired"
    case .certificateRefused(let file, .unknownAuthority?):
      "\(server) refuses the certificate in \(file): it does not know its authority"
    case .certificateRefused(let file, nil): "\(server) refuses the certificate in \(file)"
    case .oldVersion: "\(server) speaks no TLS from version 1.2 on"
    case .tooSlow(let limit):
      "\(server) did not finish the TLS handshake within \(limit.formatted(.units(width: .wide)))"
    case .hungUp:
      "\(server) hung up on the TLS handshake, as a server does that speaks none or has too many connections"
    case .other(let text): "the TLS handshake with \(server) failed: \(text)"
    }
  }
}
