import Dispatch
import Foundation
import NIOSSL
import TandemClient
import TandemJournal
import TandemProtocol
import TandemServer
import Testing

/// What the server agrees to speak, and what it does when the certificate changes.
@Suite(.timeLimit(.minutes(10))) struct TLSServingTests {
  @Test("calls go over TLS 1.2 and 1.3", arguments: [TLSVersion.tlsv12, .tlsv13])
  func versions(version: TLSVersion) async throws {
    try await withTLSServer { server, _ in
      let agreed = try await TLSProbe(oldest: version, newest: version, authority: server.authority)
        .handshake(port: server.port)
      #expect(agreed.version == version)
      try await server.connected { client in
        let revision = try await client.revision()
        #expect(revision == 0)
      }
    }
  }

  @Test("TLS 1.1 is refused")
  func oldVersion() async throws {
    let log = LogRecorder()
    try await withTLSServer(logger: log.logger) { server, _ in
      let error = await #expect(throws: NIOSSLError.self) {
        try await TLSProbe(oldest: .tlsv1, newest: .tlsv11, authority: server.authority)
          .handshake(port: server.port)
      }
      #expect("\(error as Any)".contains("ALERT_PROTOCOL_VERSION"))
    }
    #expect(log.handshakeFailures == ["the client speaks no TLS from version 1.2 on"])
  }

  @Test("a client that does not offer HTTP/2 is not spoken to", arguments: [[], ["http/1.1"]])
  func protocols(offered: [String]) async throws {
    try await withTLSServer { server, _ in
      await #expect(throws: (any Error).self) {
        try await TLSProbe(protocols: offered, authority: server.authority)
          .handshake(port: server.port)
      }
    }
  }

  @Test("a new certificate goes to new connections, and a call under way is answered")
  func renewal() async throws {
    let (appends, append) = AsyncStream.makeStream(of: Void.self)
    let mayAppend = DispatchSemaphore(value: 0)
    let journal = MemoryJournal { _ in
      append.yield()
      mayAppend.wait()
      return nil
    }
    let log = LogRecorder()
    try await withTLSServer(journal, logger: log.logger) { server, directory in
      let probe = TLSProbe(authority: server.authority)
      let before = try await probe.handshake(port: server.port)
      try await server.connected { client in
        async let answer = client.call(
          Methods.createExpert, .with { $0.expert = .sample("E1") })
        _ = await appends.first { _ in true }
        let other = try TestAuthority()
        try other.write(to: "\(directory)/new-ca.pem")
        try other.write(in: directory)
        server.server.renewCertificate()
        let after = try await TLSProbe(authority: "\(directory)/new-ca.pem")
          .handshake(port: server.port)
        #expect(after.serial != before.serial)
        await #expect(throws: NIOSSLError.self) { try await probe.handshake(port: server.port) }
        mayAppend.signal()
        let revision = try await answer.revision
        #expect(revision == 1)
      }
    }
    #expect(log.lines.filter { $0.message == "certificate renewed" }.count == 1)
  }

  @Test(
    "a certificate that cannot be used changes nothing, and the log says why",
    arguments: [
      ("expired", "expired on 200"), ("strange key", "is not the key of"),
      ("gone", "cannot be read"), ("open key", "chmod 600"),
    ])
  func failedRenewal(what: String, reason: String) async throws {
    let log = LogRecorder()
    try await withTLSServer(logger: log.logger) { server, directory in
      let probe = TLSProbe(authority: server.authority)
      let before = try await probe.handshake(port: server.port)
      let authority = try TestAuthority()
      switch what {
      case "expired": try authority.write(valid: TestAuthority.past, in: directory)
      case "strange key":
        let key = try authority.issue(for: "localhost").key
        try TestAuthority.write(key, to: "\(directory)/server-key.pem", mode: 0o600)
      case "gone": try FileManager.default.removeItem(atPath: "\(directory)/server.pem")
      default:
        let key = try authority.issue(for: "localhost").key
        try TestAuthority.write(key, to: "\(directory)/server-key.pem", mode: 0o644)
      }
      server.server.renewCertificate()
      let after = try await probe.handshake(port: server.port)
      #expect(after == before)
    }
    let line = try #require(log.lines.first { $0.message == "certificate not renewed" })
    #expect(line.metadata["reason"]?.contains(reason) == true, "\(line)")
  }

  @Test("other client authorities need a restart, which the log says, and keep no certificate back")
  func changedAuthority() async throws {
    let log = LogRecorder()
    try await withTLSServer(
      logger: log.logger,
      prepare: { files, directory in files.clientAuthority = "\(directory)/ca.pem" }
    ) { server, directory in
      server.server.renewCertificate()
      #expect(!log.lines.contains { $0.message.contains("restart") })
      try TestAuthority("another").write(to: "\(directory)/ca.pem")
      server.server.renewCertificate()
      #expect(log.lines.contains { $0.message.contains("has changed: the authorities read at") })
      try FileManager.default.removeItem(atPath: "\(directory)/ca.pem")
      server.server.renewCertificate()
      let gone = log.lines.last { $0.message.contains("cannot be used: the authorities read at") }
      #expect(gone?.metadata["reason"]?.contains("cannot be read") == true)
      #expect(log.lines.filter { $0.message == "certificate renewed" }.count == 3)
      #expect(!log.lines.contains { $0.message == "certificate not renewed" })
    }
  }

  @Test("a client that says nothing is hung up on")
  func silence() async throws {
    let log = LogRecorder()
    try await withTLSServer(logger: log.logger, handshakeLimit: .milliseconds(100)) { server, _ in
      _ = try await silentlyConnected(port: server.port)
    }
    #expect(log.handshakeFailures == ["the client took too long"])
  }

  @Test("clients that say nothing hold up nobody")
  func silentOthers() async throws {
    try await withTLSServer { server, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<100 {
          group.addTask { _ = try await silentlyConnected(port: server.port) }
        }
        try await server.connected { client in
          let revision = try await client.revision()
          #expect(revision == 0)
        }
        group.cancelAll()
      }
    }
  }

  @Test("a certificate that ends soon is warned of at start")
  func nearExpiry() async throws {
    let log = LogRecorder()
    let now = Date()
    try await withTLSServer(
      logger: log.logger,
      prepare: { _, directory in
        try TestAuthority().write(valid: now - 86_400...now + 86_400, in: directory)
      }
    ) { _, _ in }
    let line = try #require(log.lines.first { $0.message == "certificate read" })
    #expect(line.level == .warning)
  }
}

extension LogRecorder {
  /// Why handshakes failed. A client tries again by itself until it is let go of, which may cut its last
  /// attempt short: how often something failed, and who hung up, is chance.
  var handshakeFailures: Set<String> {
    let reasons = lines.filter { $0.message == "TLS handshake failed" }
      .compactMap { $0.metadata["reason"] }
    return Set(reasons).subtracting(["the client hung up"])
  }
}
