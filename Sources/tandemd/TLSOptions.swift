import ArgumentParser

/// What TLS is set up from.
struct TLSOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The server's certificate, PEM, with those of the authorities between; switches TLS on.",
      valueName: "file"))
  var tlsCertificate: String?

  @Option(
    help: ArgumentHelp("The key of that certificate, PEM, closed to others.", valueName: "file"))
  var tlsKey: String?

  @Option(
    help: ArgumentHelp(
      "Authorities, PEM: then every client must show a certificate by one of them.",
      valueName: "file"))
  var tlsClientCa: String?

  /// As settings.
  var flags: [String: String] {
    ["tls.certificate": tlsCertificate, "tls.key": tlsKey, "tls.client-ca": tlsClientCa]
      .compactMapValues { $0 }
  }
}
