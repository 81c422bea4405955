import NIOSSL

/// Why a TLS handshake failed, as the server saw it: said without a word of who the client is.
enum HandshakeFailure: String, CaseIterable {
  case noTLS = "the client does not speak TLS"
  case oldVersion = "the client speaks no TLS from version 1.2 on"
  case noCommonCipher = "the client and the server have no cipher in common"
  case noCertificate = "the client showed no certificate, and tls.client-ca asks for one"
  case badCertificate =
    "the client's certificate has expired, is by no authority of tls.client-ca, or is for servers"
  case unknownAuthority = "the client does not know the authority of the server's certificate"
  case serverExpired = "the client finds the server's certificate expired"
  case serverRefused = "the client refuses the server's certificate"
  case tooSlow = "the client took too long"
  case hungUp = "the client hung up"
  case other = "the handshake failed"

  /// What BoringSSL calls them, in the text of its errors; the first that is found counts.
  private static let names: [(String, HandshakeFailure)] = [
    ("TLSV1_ALERT_UNKNOWN_CA", .unknownAuthority),
    ("SSLV3_ALERT_CERTIFICATE_EXPIRED", .serverExpired),
    ("SSLV3_ALERT_BAD_CERTIFICATE", .serverRefused),
    ("SSLV3_ALERT_CERTIFICATE_UNKNOWN", .serverRefused),
    ("SSLV3_ALERT_UNSUPPORTED_CERTIFICATE", .serverRefused),
    ("PEER_DID_NOT_RETURN_A_CERTIFICATE", .noCertificate),
    ("CERTIFICATE_VERIFY_FAILED", .badCertificate),
    ("UNSUPPORTED_PROTOCOL", .oldVersion),
    ("NO_SHARED_CIPHER", .noCommonCipher),
    ("WRONG_VERSION_NUMBER", .noTLS),
    ("HTTP_REQUEST", .noTLS),
    ("HTTPS_PROXY_REQUEST", .noTLS),
    ("EOF during handshake", .hungUp),
  ]

  init(_ error: any Error) {
    let text = "\(error)"
    self = Self.names.first { text.contains($0.0) }?.1 ?? .other
  }

  /// Port scans and health checks hang up all day.
  var isUsual: Bool { self == .hungUp }
}
