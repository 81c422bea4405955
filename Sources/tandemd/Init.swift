import ArgumentParser
import Foundation
import TandemJournal
import TandemServer

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Make the data directory with a token for a coordinator, and on request a certificate to try TLS.",
    discussion: """
      The token is in coordinator.token, which only you may read; the `tandem` of the same user on this \
      machine finds it by itself. Whoever may write into the directory may make another one.

      The certificate is for localhost, 127.0.0.1, ::1 and each --host, valid for a year, by an
      authority made for it alone. Files that are there stay as they are.
      """)

  @OptionGroup var options: DataOptions

  @Flag(help: "Make a coordinator's token though there is one: when it was lost.")
  var newToken = false

  @Flag(help: "Write ca.pem, server.pem and server-key.pem into the data directory.")
  var developmentCertificate = false

  @Option(
    help: ArgumentHelp(
      "Another name or IP address that the certificate is for; may be given again.",
      valueName: "name"))
  var host: [String] = []

  func validate() throws {
    guard developmentCertificate || host.isEmpty else {
      throw ValidationError("--host says what a certificate is for: add --development-certificate")
    }
  }

  func run() async throws {
    try await Failure.exiting {
      let configuration = try await options.configuration([:])
      try configuration.makeDataDirectory()
      print("data directory: \(configuration.dataDirectory)")
      try await makeToken(configuration)
      if developmentCertificate { try writeCertificate(in: configuration.dataDirectory) }
    }
  }

  private func makeToken(_ configuration: ServerConfiguration) async throws {
    do {
      let token = try await FirstToken.make(in: configuration, evenIfThereIsOne: newToken)
      if let token {
        print("token \(token.id), valid until \(token.until), in \(FirstToken.fileName)")
      } else {
        print("a coordinator's token is there already; --new-token makes another")
      }
    } catch JournalError.locked where !newToken {
      // It would not serve without a token.
      print("a server runs here, which has its tokens")
    }
  }

  private func writeCertificate(in directory: String) throws {
    let certificate = try DevelopmentCertificate(hosts: host, now: Date())
    try certificate.write(in: directory)
    let (file, key, authority) = (
      "\(directory)/\(DevelopmentCertificate.certificateName)",
      "\(directory)/\(DevelopmentCertificate.keyName)",
      "\(directory)/\(DevelopmentCertificate.authorityName)"
    )
    print(
      """
      certificate for \(certificate.hosts.joined(separator: ", ")), valid until \
      \(certificate.expiry.formatted(.iso8601))
      serve with it:  tandemd serve --data \(directory) --tls-certificate \(file) --tls-key \(key)
      and call it by: tandem --ca \(authority)
      """)
  }
}
