import Foundation
import TandemClient
import TandemServer
import Testing

/// Clients that have to show a certificate.
@Suite(.timeLimit(.minutes(10))) struct TLSClientCertificateTests {
  /// A server that asks for certificates by `clients`.
  private static func withServer(
    _ clients: TestAuthority, logger: LogRecorder = LogRecorder(),
    _ body: @Sendable @escaping (TLSServer, _ directory: String) async throws -> Void
  ) async throws {
    try await withTLSServer(
      logger: logger.logger,
      prepare: { files, directory in
        try clients.write(to: "\(directory)/clients.pem")
        files.clientAuthority = "\(directory)/clients.pem"
      }, body)
  }

  private static func identity(
    by authority: TestAuthority, valid period: ClosedRange<Date> = TestAuthority.valid,
    in directory: String
  ) throws -> ClientSecurity.Identity {
    let files = try authority.write(for: nil, valid: period, in: directory, as: "client")
    return ClientSecurity.Identity(certificate: files.certificate, key: files.key)
  }

  @Test("a client with one is served")
  func served() async throws {
    let clients = try TestAuthority("clients")
    try await Self.withServer(clients) { server, directory in
      let identity = try Self.identity(by: clients, in: directory)
      try await server.connected(identity: identity) { client in
        let revision = try await client.revision()
        #expect(revision == 0)
      }
    }
  }

  @Test("a client without one is told to show one")
  func missing() async throws {
    let log = LogRecorder()
    try await Self.withServer(try TestAuthority("clients"), logger: log) { server, _ in
      let failure = try await server.failure(.tls(.init(authority: server.authority)))
      #expect(failure?.reason == .certificateAskedFor)
    }
    #expect(
      log.handshakeFailures
        == ["the client showed no certificate, and tls.client-ca asks for one"])
  }

  @Test("one by another authority, and one that has expired, are refused")
  func refused() async throws {
    let log = LogRecorder()
    let clients = try TestAuthority("clients")
    try await Self.withServer(clients, logger: log) { server, directory in
      func failure(_ identity: ClientSecurity.Identity) async throws -> ConnectionFailure? {
        try await server.failure(.tls(.init(authority: server.authority, identity: identity)))
      }
      let strange = try Self.identity(by: TestAuthority("another"), in: directory)
      #expect(
        try await failure(strange)?.reason
          == .certificateRefused(file: strange.certificate, why: .unknownAuthority))
      let old = try Self.identity(by: clients, valid: TestAuthority.past, in: directory)
      #expect(
        try await failure(old)?.reason
          == .certificateRefused(file: old.certificate, why: .expired))
    }
    #expect(
      log.handshakeFailures
        == [
          "the client's certificate has expired, is by no authority of tls.client-ca, or is for servers"
        ])
  }

  @Test("a server's certificate is none for a client")
  func otherUse() async throws {
    let clients = try TestAuthority("clients")
    try await Self.withServer(clients) { server, directory in
      let files = try clients.write(for: "localhost", in: directory, as: "client")
      let failure = try await server.failure(
        .tls(
          .init(
            authority: server.authority,
            identity: .init(certificate: files.certificate, key: files.key))))
      #expect(failure?.reason == .certificateRefused(file: files.certificate, why: nil))
    }
  }

  @Test("where none is asked for, one that is shown does no harm")
  func unasked() async throws {
    try await withTLSServer { server, directory in
      let identity = try Self.identity(by: TestAuthority("another"), in: directory)
      try await server.connected(identity: identity) { client in
        let revision = try await client.revision()
        #expect(revision == 0)
      }
    }
  }

  @Test("files of the client that cannot be used are refused by name, before there is a connection")
  func badFiles() async throws {
    try await withDirectory { directory in
      let authority = try TestAuthority()
      let one = try Self.identity(by: authority, in: directory)
      let other = try authority.write(for: nil, in: directory, as: "other")
      let text = "\(directory)/text"
      try TestAuthority.write("hello", to: text)
      let cases: [(ClientSecurity.TLS, String)] = [
        (.init(authority: "/nonexistent"), "/nonexistent cannot be read: No such file"),
        (.init(authority: text), "\(text) holds no certificate"),
        (.init(identity: .init(certificate: text, key: one.key)), "\(text) holds no certificate"),
        (.init(identity: .init(certificate: one.certificate, key: text)), "\(text) holds no key"),
        (
          .init(identity: .init(certificate: one.certificate, key: other.key)),
          "is not the key of \(one.certificate)"
        ),
      ]
      for (security, text) in cases {
        let error = await #expect(throws: ClientSecurityError.self) {
          try await TandemClient.connected(
            to: .network(host: "localhost", port: 1), security: .tls(security)
          ) { _ in }
        }
        #expect(error?.description.contains(text) == true, "\(error as Any)")
      }
    }
  }
}
