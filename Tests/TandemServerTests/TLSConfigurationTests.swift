import Foundation
import TandemServer
import Testing

/// What TLS is set up from, and what is refused as that before anything is served.
@Suite struct TLSConfigurationTests {
  private static func made(
    flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
  ) async throws -> ServerConfiguration {
    try await ServerConfiguration(
      flags: flags, environment: environment.merging(["HOME": "/home/x"]) { one, _ in one },
      file: file)
  }

  @Test("flags go over the environment, and that over the file")
  func order() async throws {
    try await withDirectory { directory in
      let file = "\(directory)/settings.json"
      let text = """
        {"tls": {"certificate": "/file/c", "key": "/file/k", "client-ca": "/file/a"}}
        """
      try TestAuthority.write(text, to: file)
      let configuration = try await Self.made(
        flags: ["tls.client-ca": "/flag/a"],
        environment: ["TANDEM_TLS_KEY": "/environment/k", "TANDEM_TLS_CLIENT_CA": "/no"],
        file: file)
      #expect(
        configuration.tls
          == TLSFiles(
            certificate: "/file/c", key: "/environment/k", clientAuthority: "/flag/a"))
    }
  }

  @Test(
    "one without another that it needs is refused",
    arguments: ["tls.certificate", "tls.key", "tls.client-ca"])
  func halves(name: String) async throws {
    let error = await #expect(throws: ConfigurationError.self) {
      try await Self.made(flags: [name: "/file"])
    }
    #expect(error?.description.hasPrefix("\(name) is set") == true, "\(error as Any)")
  }

  @Test("a mistyped name in the file is refused, not served in plain text")
  func mistyped() async throws {
    try await withDirectory { directory in
      let file = "\(directory)/settings.json"
      try TestAuthority.write(#"{"tls": {"cert": "/c"}}"#, to: file)
      let error = await #expect(throws: ConfigurationError.self) {
        try await Self.made(file: file)
      }
      #expect(error?.description.contains("tls.cert") == true, "\(error as Any)")
    }
  }

  @Test(
    "with TLS any address of this machine is served, and a name is none",
    arguments: [("0.0.0.0:0", true), ("[::]:0", true), ("example.org:0", false), (":0", false)])
  func addresses(listen: String, isServed: Bool) async throws {
    try await withDirectory { directory in
      var configuration = try await ServerConfiguration.test(
        data: "\(directory)/data", listen: listen)
      configuration.tls = try TestAuthority().write(in: directory)
      if isServed {
        _ = try Server(configuration, admission: .everybody, logger: .silent)
      } else {
        let error = #expect(throws: ConfigurationError.self) {
          try Server(configuration, admission: .everybody, logger: .silent)
        }
        #expect(error?.description.contains("IP address") == true, "\(error as Any)")
      }
    }
  }

  @Test(
    "a file that cannot be used is refused by its setting and name, with what to do",
    arguments: [
      ("no certificate file", "tls.certificate", "No such file or directory"),
      ("no key file", "tls.key", "No such file or directory"),
      ("no client authority file", "tls.client-ca", "No such file or directory"),
      ("directory", "tls.certificate", "cannot be read"),
      ("text", "tls.certificate", "-----BEGIN CERTIFICATE-----"),
      ("broken", "tls.certificate", "PEM"),
      ("damaged", "tls.certificate", "issue it again"),
      ("key in place of certificate", "tls.certificate", "holds no certificate"),
      ("certificate in place of key", "tls.key", "holds no key"),
      ("passphrase", "tls.key", "passphrase"),
      ("strange key", "tls.key", "is not the key of the certificate in"),
      ("open key", "tls.key", "(mode 644); run `chmod 600"),
      ("key of a writing group", "tls.key", "(mode 660); run `chmod 600"),
      ("expired", "tls.certificate", "expired on 200"),
      ("early", "tls.certificate", "is valid only from 2149-12"),
      ("expired client authority", "tls.client-ca", "expired on 200"),
    ])
  func badFile(what: String, setting: String, sentence: String) async throws {
    try await withDirectory { directory in
      let authority = try TestAuthority()
      let path = "\(directory)/it"
      var files = try authority.write(in: directory)
      let other = try authority.issue(for: "localhost")
      try authority.write(to: "\(directory)/ca.pem")
      func put(_ text: String, mode: Int = 0o600) throws -> String {
        try TestAuthority.write(text, to: path, mode: mode)
        return path
      }
      switch what {
      case "no certificate file": files.certificate = path
      case "no key file": files.key = path
      case "no client authority file": files.clientAuthority = path
      case "directory": files.certificate = directory
      case "text": files.certificate = try put("hello")
      case "broken": files.certificate = try put("-----BEGIN CERTIFICATE-----\nAAAA\n")
      case "damaged":
        files.certificate = try put(
          "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n")
      case "key in place of certificate": files.certificate = try put(other.key)
      case "certificate in place of key": files.key = try put(other.certificate)
      case "passphrase":
        files.key = try put(
          "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAMCAQE=\n-----END ENCRYPTED PRIVATE KEY-----\n")
      case "strange key": files.key = try put(other.key)
      case "open key": files.key = try put(other.key, mode: 0o644)
      case "key of a writing group": files.key = try put(other.key, mode: 0o660)
      case "expired": files = try authority.write(valid: TestAuthority.past, in: directory)
      case "early": files = try authority.write(valid: TestAuthority.future, in: directory)
      default:
        try TestAuthority(valid: TestAuthority.past).write(to: path)
        files.clientAuthority = path
      }
      var configuration = try await ServerConfiguration.test(data: "\(directory)/data")
      configuration.tls = files
      let error = #expect(throws: ConfigurationError.self) {
        try Server(configuration, admission: .everybody, logger: .silent)
      }
      let text = try #require(error?.description)
      #expect(text.hasPrefix("\(setting) is \(directory)"), "\(text)")
      #expect(text.contains(sentence), "\(text)")
      #expect(!FileManager.default.fileExists(atPath: "\(directory)/data"), "nothing was made")
    }
  }

  @Test("certificate and key may share a file, and a reading group may have the key")
  func oneFile() async throws {
    try await withDirectory { directory in
      let (certificate, key) = try TestAuthority().issue(for: "localhost")
      let path = "\(directory)/both.pem"
      try TestAuthority.write(key + certificate, to: path, mode: 0o640)
      var configuration = try await ServerConfiguration.test(data: "\(directory)/data")
      configuration.tls = TLSFiles(certificate: path, key: path)
      _ = try Server(configuration, admission: .everybody, logger: .silent)
    }
  }
}
