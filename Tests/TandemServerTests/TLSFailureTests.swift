import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import TandemClient
import TandemServer
import Testing

/// Each way in which a client and a server do not get together, as both of them see it.
@Suite(.timeLimit(.minutes(10))) struct TLSFailureTests {
  @Test("an authority that the client does not know")
  func unknownAuthority() async throws {
    let log = LogRecorder()
    try await withTLSServer(logger: log.logger) { server, directory in
      let other = "\(directory)/other.pem"
      try TestAuthority("another").write(to: other)
      let failure = try await server.failure(.tls(.init(authority: other)))
      #expect(failure?.reason == .unknownAuthority(file: other))
      let system = try await server.failure(.tls(.init()))
      #expect(system?.reason == .unknownAuthority(file: nil))
    }
    #expect(
      log.handshakeFailures
        == ["the client does not know the authority of the server's certificate"])
  }

  @Test(
    "a name that the certificate is not for",
    arguments: ["example.org", "localhost.example.org", "*", "127.0.0.1"])
  func wrongName(name: String) async throws {
    try await withTLSServer { server, _ in
      let failure =
        name == "127.0.0.1"
        ? try await server.failure(.tls(.init(authority: server.authority)), host: name)
        : try await server.failure(
          .tls(.init(authority: server.authority, serverName: name)))
      #expect(failure?.reason == .wrongHost(name, names: ["localhost"]))
    }
  }

  @Test("a certificate for the address that was reached does not stand in for the name")
  func addressInPlaceOfName() async throws {
    try await withTLSServer(prepare: { files, directory in
      let certificate = try DevelopmentCertificate(now: Date())
      try FileManager.default.removeItem(atPath: "\(directory)/ca.pem")
      try FileManager.default.removeItem(atPath: files.certificate)
      try FileManager.default.removeItem(atPath: files.key)
      try certificate.write(in: directory)
    }) { server, _ in
      let trust = ClientSecurity.TLS(authority: server.authority)
      for host in ["localhost", "127.0.0.1"] {
        #expect(try await server.failure(.tls(trust), host: host) == nil)
      }
      var other = trust
      other.serverName = "example.org"
      let failure = try await server.failure(.tls(other))
      #expect(
        failure?.reason
          == .wrongHost("example.org", names: ["localhost", "127.0.0.1", "::1"]))
    }
  }

  @Test("an asterisk stands for one label and no more")
  func asterisk() async throws {
    try await withTLSServer(prepare: { _, directory in
      let authority = try TestAuthority()
      try authority.write(to: "\(directory)/ca.pem")
      try authority.write(for: "*.example.org", in: directory)
    }) { server, _ in
      for (name, isRight) in [
        ("a.example.org", true), ("A.Example.ORG", true), ("example.org", false),
        ("a.b.example.org", false),
      ] {
        let failure = try await server.failure(
          .tls(.init(authority: server.authority, serverName: name)))
        #expect((failure == nil) == isRight, "\(name): \(failure as Any)")
      }
    }
  }

  @Test("a client that speaks plain text to a TLS port")
  func plainClient() async throws {
    let log = LogRecorder()
    try await withTLSServer(logger: log.logger) { server, _ in
      let failure = try await server.failure(.plaintext)
      #expect(failure?.reason == .serverSpeaksTLS)
    }
    #expect(log.handshakeFailures == ["the client does not speak TLS"])
  }

  @Test("a client that speaks TLS to a plain port")
  func plainServer() async throws {
    try await withServerAddress { address in
      let failure = try await connectionFailure(address, .tls(.init()))
      let reason = try #require(failure?.reason)
      #expect([.serverSpeaksNoTLS, .hungUp].contains(reason), "\(reason)")
    }
  }

  @Test(
    "a certificate that has expired or is not valid yet",
    arguments: [TestAuthority.past, TestAuthority.future])
  func otherTimes(period: ClosedRange<Date>) async throws {
    try await withDirectory { directory in
      let authority = try TestAuthority()
      try authority.write(to: "\(directory)/ca.pem")
      let files = try authority.write(valid: period, in: directory)
      try await withTLSPort(files) { port in
        let failure = try await connectionFailure(
          .network(host: "localhost", port: port),
          .tls(.init(authority: "\(directory)/ca.pem")))
        switch failure?.reason {
        case .expired(let date): #expect(abs(date.timeIntervalSince(period.upperBound)) < 1)
        case .notYetValid(let date):
          #expect(abs(date.timeIntervalSince(period.lowerBound)) < 1)
        default: Issue.record("\(failure as Any)")
        }
      }
    }
  }

  @Test("a server that accepts a connection and says nothing")
  func silentServer() async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(listener.localAddress?.port)
    let limit = Duration.milliseconds(100)
    let failure = try await connectionFailure(
      .network(host: "localhost", port: port), .tls(.init(handshakeLimit: limit)))
    #expect(failure?.reason == .tooSlow(limit: limit))
    try await listener.close()
  }

  @Test("no failure puts an address or a name into the server's log")
  func nothingPersonal() async throws {
    let log = LogRecorder()
    try await withTLSServer(logger: log.logger) { server, _ in
      _ = try await server.failure(.plaintext)
      _ = try await server.failure(.tls(.init()))
    }
    for line in log.lines where line.message == "TLS handshake failed" {
      #expect(line.metadata.keys.sorted() == ["failed_handshakes", "reason"])
      #expect(line.metadata["reason"]?.contains("127.0.0.1") == false)
    }
  }
}

/// Runs `body` beside a port that speaks TLS by any certificate, however bad, and nothing in it.
func withTLSPort(_ files: TLSFiles, _ body: (Int) async throws -> Void) async throws {
  let context = try NIOSSLContext(
    configuration: .makeServerConfiguration(
      certificateChain: NIOSSLCertificate.fromPEMFile(files.certificate).map { .certificate($0) },
      privateKey: .privateKey(NIOSSLPrivateKey(file: files.key, format: .pem))))
  let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    .childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
      }
    }
    .bind(host: "127.0.0.1", port: 0).get()
  let result: Result<Void, any Error>
  do {
    result = .success(try await body(listener.localAddress?.port ?? 0))
  } catch {
    result = .failure(error)
  }
  try await listener.close()
  try result.get()
}
