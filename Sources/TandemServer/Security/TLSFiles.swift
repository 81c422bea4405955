/// The files that TLS is set up from, all PEM.
public struct TLSFiles: Hashable, Sendable {
  /// The server's certificate, and after it those of the authorities between it and the root.
  public var certificate: String
  /// The key of that certificate, without a passphrase; nobody but its owner and group may read it.
  public var key: String
  /// The authorities whose certificates clients must show; nil where none are asked for.
  public var clientAuthority: String?

  public init(certificate: String, key: String, clientAuthority: String? = nil) {
    self.certificate = certificate
    self.key = key
    self.clientAuthority = clientAuthority
  }

  /// Takes `tls.certificate`, `tls.key` and `tls.client-ca`; nil where none of them is set.
  ///
  /// Throws ``ConfigurationError`` where one is set without another that it needs.
  init?(_ settings: [String: String]) throws(ConfigurationError) {
    let clientAuthority = settings["tls.client-ca"]
    switch (settings["tls.certificate"], settings["tls.key"]) {
    case (let certificate?, let key?):
      self.init(certificate: certificate, key: key, clientAuthority: clientAuthority)
    case (_?, nil):
      throw ConfigurationError("tls.certificate is set and tls.key is not; set both")
    case (nil, _?):
      throw ConfigurationError("tls.key is set and tls.certificate is not; set both")
    case (nil, nil):
      guard clientAuthority == nil else {
        throw ConfigurationError(
          "tls.client-ca is set without TLS; set tls.certificate and tls.key too")
      }
      return nil
    }
  }
}
