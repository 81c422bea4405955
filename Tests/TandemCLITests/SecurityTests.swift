import ArgumentParser
import Foundation
import TandemClient
import Testing

@testable import tandem

/// When TLS is spoken, and what is said where it fails.
@Suite struct SecurityTests {
  private static func security(
    _ arguments: [String], to server: String = "127.0.0.1:7410",
    environment: [String: String] = [:]
  ) throws -> ClientSecurity {
    let address = try #require(ServerAddress(server))
    return try SecurityOptions.parse(arguments).security(to: address, environment: environment)
  }

  @Test(
    "a server on this machine is spoken to in plain text, and any other by TLS",
    arguments: [
      ("127.0.0.1:7410", false), ("localhost:7410", false), ("[::1]:7410", false),
      ("127.8.8.8:1", false), ("unix:/run/tandem", false), ("10.0.0.1:7410", true),
      ("example.org:7410", true), ("127.example.org:7410", true), ("[fe80::1]:7410", true),
      ("localhost.example.org:1", true),
    ])
  func servers(server: String, isTLS: Bool) throws {
    #expect(try Self.security([], to: server) == (isTLS ? .tls(.init()) : .plaintext))
  }

  @Test("each flag asks for TLS, and so does each variable; flags go first")
  func flags() throws {
    #expect(try Self.security(["--tls"]) == .tls(.init()))
    #expect(try Self.security(["--ca", "a"]) == .tls(.init(authority: "a")))
    #expect(try Self.security(["--server-name", "n"]) == .tls(.init(serverName: "n")))
    let identity = ClientSecurity.Identity(certificate: "c", key: "k")
    #expect(
      try Self.security(["--client-certificate", "c", "--client-key", "k"])
        == .tls(.init(identity: identity)))
    let environment = [
      "TANDEM_CA": "a", "TANDEM_CLIENT_CERTIFICATE": "c", "TANDEM_CLIENT_KEY": "k",
      "TANDEM_SERVER_NAME": "n",
    ]
    #expect(
      try Self.security([], environment: environment)
        == .tls(.init(authority: "a", identity: identity, serverName: "n")))
    #expect(
      try Self.security(["--ca", "b"], environment: environment)
        == .tls(.init(authority: "b", identity: identity, serverName: "n")))
  }

  @Test(
    "a certificate and its key go together",
    arguments: [["--client-certificate", "c"], ["--client-key", "k"]])
  func halves(arguments: [String]) {
    #expect(throws: ValidationError.self) { try Self.security(arguments) }
  }

  @Test("each way to fail is one sentence with what is wrong and what to do")
  func sentences() throws {
    let server = try #require(ServerAddress("tandem.example.org:7410"))
    let day = Date(timeIntervalSince1970: 1_700_000_000)
    let reasons: [(ConnectionFailure.Reason, String, String)] = [
      (.expired(on: day), "expired on 2023-11-14T22:13:20Z", "renew"),
      (.notYetValid(until: day), "only from 2023-11-14T22:13:20Z", "clock"),
      (.unknownAuthority(file: "ca.pem"), "in ca.pem", "--ca"),
      (.unknownAuthority(file: nil), "this system trusts", "--ca"),
      (.wrongHost("x", names: ["a", "b"]), "not for x, but for a, b", "--server-name"),
      (.serverSpeaksTLS, "speaks TLS", "--tls"),
      (.serverSpeaksNoTLS, "does not speak TLS", "leave out"),
      (.hungUp, "hung up", "leave out"),
      (.certificateAskedFor, "asks clients for a certificate", "--client-certificate"),
      (.certificateRefused(file: "c.pem", why: .expired), "c.pem: it has expired", "new one"),
      (.certificateRefused(file: "c.pem", why: .unknownAuthority), "authority", "another"),
      (.certificateRefused(file: "c.pem", why: nil), "refuses", "another"),
      (.oldVersion, "no TLS from version 1.2 on", "--server"),
      (.tooSlow(limit: .seconds(10)), "within 10 seconds", "try again"),
      (.other("why"), "failed: why", "check"),
    ]
    for (reason, wrong, advice) in reasons {
      let line = ConnectionFailure(reason, server).line
      #expect(line.contains("tandem.example.org:7410"), "\(line)")
      let parts = line.split(separator: "; ", maxSplits: 1)
      #expect(parts.first?.contains(wrong) == true, "\(line)")
      #expect(parts.last?.contains(advice) == true, "\(line)")
    }
  }
}
