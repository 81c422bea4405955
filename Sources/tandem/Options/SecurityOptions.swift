import ArgumentParser
import Foundation
import TandemClient

/// How to make sure of the server.
struct SecurityOptions: ParsableArguments {
  @Flag(help: "Speak TLS to a server on this machine too; to any other it is always spoken.")
  var tls = false

  @Option(
    help: ArgumentHelp(
      "The authorities to trust, PEM (default: TANDEM_CA, else those of the system); means --tls.",
      valueName: "file"))
  var ca: String?

  @Option(
    help: ArgumentHelp(
      "Your certificate, PEM, where the server asks for one (default: TANDEM_CLIENT_CERTIFICATE).",
      valueName: "file"))
  var clientCertificate: String?

  @Option(help: ArgumentHelp("Its key, PEM (default: TANDEM_CLIENT_KEY).", valueName: "file"))
  var clientKey: String?

  @Option(
    help: ArgumentHelp(
      "The name that the server's certificate must be for (default: TANDEM_SERVER_NAME, else the host).",
      valueName: "name"))
  var serverName: String?

  /// What the flags ask for, else the environment, else what is known of the server. A token must not
  /// leave this machine in plain text: so it is TLS to any server that is not certain to be on it.
  func security(
    to server: ServerAddress, knowing known: ClientSecurity? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> ClientSecurity {
    let known = known?.tls
    let authority = ca ?? environment["TANDEM_CA"] ?? known?.authority
    let identity: ClientSecurity.Identity? =
      switch (
        clientCertificate ?? environment["TANDEM_CLIENT_CERTIFICATE"],
        clientKey ?? environment["TANDEM_CLIENT_KEY"]
      ) {
      case (let certificate?, let key?): .init(certificate: certificate, key: key)
      case (nil, nil): known?.identity
      case (_?, nil):
        throw ValidationError(
          "a certificate goes with its key: add --client-key or TANDEM_CLIENT_KEY")
      case (nil, _?):
        throw ValidationError(
          "a key goes with its certificate: add --client-certificate or TANDEM_CLIENT_CERTIFICATE")
      }
    let name = serverName ?? environment["TANDEM_SERVER_NAME"] ?? known?.serverName
    guard
      tls || known != nil || authority != nil || identity != nil || name != nil || !server.isLocal
    else { return .plaintext }
    return .tls(.init(authority: authority, identity: identity, serverName: name))
  }
}

extension ConnectionFailure {
  /// What is wrong and what to do.
  var line: String { "\(self); \(advice)" }

  private var advice: String {
    switch reason {
    case .expired: "whoever runs it has to renew it"
    case .notYetValid: "set this machine's clock right, or wait"
    case .unknownAuthority: "name the certificate of its authority with --ca"
    case .wrongHost: "name the host as the certificate does, with --server or --server-name"
    case .serverSpeaksTLS: "add --tls, or --ca with the certificate of its authority"
    case .serverSpeaksNoTLS, .hungUp:
      "if it is a tandemd on this machine, leave out --tls, --ca, --client-certificate and --server-name, and "
        + "TANDEM_CA and the like"
    case .certificateAskedFor: "name yours with --client-certificate and --client-key"
    case .certificateRefused(_, .expired?): "ask for a new one"
    case .certificateRefused: "name another with --client-certificate and --client-key"
    case .oldVersion: "it is no tandemd, or something stands between: name another with --server"
    case .tooSlow: "check that a tandemd listens there, and try again"
    case .other: "check that a tandemd listens there, and what stands between"
    }
  }
}
