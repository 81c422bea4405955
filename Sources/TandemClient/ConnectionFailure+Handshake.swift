import Foundation
import GRPCCore
import NIOCore
import NIOSSL
import X509

extension ConnectionFailure.Reason {
  /// What BoringSSL calls the alerts and faults that mean something here, in the text of its errors; the
  /// first that is found counts.
  private enum Name: String, CaseIterable {
    case verification = "CERTIFICATE_VERIFY_FAILED"
    case noTLS = "WRONG_VERSION_NUMBER"
    case certificateRequired = "ALERT_CERTIFICATE_REQUIRED"
    case unknownAuthority = "ALERT_UNKNOWN_CA"
    case expired = "ALERT_CERTIFICATE_EXPIRED"
    case bad = "ALERT_BAD_CERTIFICATE"
    case unknown = "ALERT_CERTIFICATE_UNKNOWN"
    case unsupportedCertificate = "ALERT_UNSUPPORTED_CERTIFICATE"
    case handshake = "ALERT_HANDSHAKE_FAILURE"
    case version = "ALERT_PROTOCOL_VERSION"
    case unsupported = "UNSUPPORTED_PROTOCOL"
    case end = "EOF during handshake"
  }

  /// Reads an error of the TLS library; `certificate` is the server's, where it came so far.
  init(
    _ error: any Error, _ security: ClientSecurity.TLS, host: String, certificate: Certificate?,
    now: Date
  ) {
    if error is NIOSSLExtraError {
      self = .wrongHost(host, names: certificate?.hosts ?? [])
      return
    }
    if let error = error as? IOError, error.errnoCode == ECONNRESET {
      self = .hungUp
      return
    }
    let text = "\(error)"
    let file = security.identity?.certificate
    switch Name.allCases.first(where: { text.contains($0.rawValue) }) {
    case .verification:
      if let certificate, certificate.notValidAfter < now {
        self = .expired(on: certificate.notValidAfter)
      } else if let certificate, certificate.notValidBefore > now {
        self = .notYetValid(until: certificate.notValidBefore)
      } else {
        self = .unknownAuthority(file: security.authority)
      }
    case .noTLS: self = .serverSpeaksNoTLS
    case .certificateRequired: self = .certificateAskedFor
    case .unknownAuthority:
      self = file.map { .certificateRefused(file: $0, why: .unknownAuthority) } ?? .other(text)
    case .expired: self = file.map { .certificateRefused(file: $0, why: .expired) } ?? .other(text)
    case .bad, .unknown, .unsupportedCertificate, .handshake:
      // TLS 1.2 has no alert of its own for a certificate that is missing.
      self = file.map { .certificateRefused(file: $0, why: nil) } ?? .certificateAskedFor
    case .version, .unsupported: self = .oldVersion
    case .end: self = .hungUp
    case nil: self = .other(text)
    }
  }
}

extension Error {
  /// What grpc-swift says that it came from.
  var cause: (any Error)? {
    (self as? RPCError)?.cause ?? (self as? RuntimeError)?.cause
  }
}
