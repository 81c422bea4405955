import Foundation
import TandemClient
import TandemServer
import Testing

/// A server on a Unix socket.
@Suite(.timeLimit(.minutes(10))) struct UnixSocketTests {
  /// Runs `body` beside a server that listens on `path`, with its journal in memory.
  private static func serving(
    _ path: String, tls: TLSFiles? = nil,
    _ body: @Sendable @escaping () async throws -> Void
  ) async throws {
    var configuration = try await ServerConfiguration.test(
      data: "/nonexistent", listen: "unix:\(path)")
    configuration.tls = tls
    try await running { [configuration] onListening in
      try Server(.init(), configuration, logger: .silent, onListening: onListening)
    } _: { _, _ in
      try await body()
    }
  }

  private static func revision(
    _ path: String, _ security: ClientSecurity = .plaintext
  ) async throws -> Int {
    try await TandemClient.connected(to: .unix(path: path), security: security) {
      try await $0.revision()
    }
  }

  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  @Test("is for its owner only, answers, and is gone at the end")
  func life() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/socket"
      try await Self.serving(path) {
        #expect(try Self.mode(path) == 0o600)
        let revision = try await Self.revision(path)
        #expect(revision == 0)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("one that a server left behind is replaced")
  func stale() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/socket"
      let left = "\(directory)/left"
      try await Self.serving(path) {
        // The name that a server does not remove is what it leaves when it is killed.
        #expect(link(path, left) == 0)
      }
      #expect(rename(left, path) == 0)
      try await Self.serving(path) {
        let revision = try await Self.revision(path)
        #expect(revision == 0)
      }
    }
  }

  @Test("one that a server listens on is left to it")
  func taken() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/socket"
      try await Self.serving(path) {
        let error = await #expect(throws: ListenError.self) { try await Self.serving(path) {} }
        #expect(error?.description.contains("a server listens there") == true, "\(error as Any)")
        let revision = try await Self.revision(path)
        #expect(revision == 0)
      }
    }
  }

  @Test("a file of another kind is left alone, and a path that is too long is refused")
  func others() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/file"
      try TestAuthority.write("kept", to: path)
      var error = await #expect(throws: ListenError.self) { try await Self.serving(path) {} }
      #expect(error?.description.contains("something else of that name") == true)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
      let long = directory + "/" + String(repeating: "x", count: 108)
      error = await #expect(throws: ListenError.self) { try await Self.serving(long) {} }
      #expect(error?.description.contains("more than") == true, "\(error as Any)")
      error = await #expect(throws: ListenError.self) {
        try await Self.serving("\(directory)/no/socket") {}
      }
      #expect(error?.description.contains("No such file") == true, "\(error as Any)")
    }
  }

  @Test("TLS is spoken there too, by the name of this machine")
  func secure() async throws {
    try await withDirectory { directory in
      let authority = try TestAuthority()
      try authority.write(to: "\(directory)/ca.pem")
      let path = "\(directory)/socket"
      try await Self.serving(path, tls: try authority.write(in: directory)) {
        let trust = ClientSecurity.TLS(authority: "\(directory)/ca.pem")
        let revision = try await Self.revision(path, .tls(trust))
        #expect(revision == 0)
        var other = trust
        other.serverName = "example.org"
        let failure = try await connectionFailure(.unix(path: path), .tls(other))
        #expect(failure?.reason == .wrongHost("example.org", names: ["localhost"]))
        let plain = try await connectionFailure(.unix(path: path), .plaintext)
        #expect(plain?.reason == .serverSpeaksTLS)
      }
    }
  }
}
