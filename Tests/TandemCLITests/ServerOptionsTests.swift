import ArgumentParser
import Foundation
import TandemClient
import TandemModel
import Testing

@testable import tandem

/// Which server is asked, and with which token.
@Suite struct ServerOptionsTests {
  /// Two contexts for other machines, the second in use, and one for this machine.
  private static func home(_ body: (Home) throws -> Void) async throws {
    try await Home.with { home in
      try Contexts.change(home.environment) {
        try $0.add(.test("local", "127.0.0.1:7410"))
        try $0.add(.test("a", "a.example.org:7410", .tls(.init(authority: "/a.pem"))))
        try $0.add(.test("b", "b.example.org:7410", .tls(.init(serverName: "n"))))
      }
      try body(home)
    }
  }

  private static func choice(
    _ arguments: [String], _ home: Home, _ environment: [String: String] = [:]
  ) throws -> ServerChoice {
    try ServerOptions.parse(arguments).choice(
      environment: home.environment.merging(environment) { $1 })
  }

  @Test(
    "flags go before the environment, and that before the context in use",
    arguments: [
      ([], [:], "b.example.org:7410", "b"),
      ([], ["TANDEM_CONTEXT": "a"], "a.example.org:7410", "a"),
      ([], ["TANDEM_CONTEXT": ""], "b.example.org:7410", "b"),
      ([], ["TANDEM_SERVER": "a.example.org:7410"], "a.example.org:7410", "a"),
      ([], ["TANDEM_SERVER": "c.example.org:7410"], "c.example.org:7410", nil),
      (
        [], ["TANDEM_SERVER": "c.example.org:7410", "TANDEM_CONTEXT": "a"], "c.example.org:7410",
        nil
      ),
      (["--context", "a"], [:], "a.example.org:7410", "a"),
      (["--context", "a"], ["TANDEM_CONTEXT": "b"], "a.example.org:7410", "a"),
      (["--context", "a"], ["TANDEM_SERVER": "c.example.org:7410"], "a.example.org:7410", "a"),
      (["--server", "a.example.org:7410"], [:], "a.example.org:7410", "a"),
      (["--server", "a.example.org:7410"], ["TANDEM_CONTEXT": "b"], "a.example.org:7410", "a"),
      (["--server", "a.example.org:7410", "--context", "a"], [:], "a.example.org:7410", "a"),
      (["--server", "a.example.org:7411"], [:], "a.example.org:7411", nil),
      (["--server", "127.0.0.1:7410"], [:], "127.0.0.1:7410", "l"),
      (
        ["--server", "b.example.org:7410"], ["TANDEM_SERVER": "a.example.org:7410"],
        "b.example.org:7410", "b"
      ),
    ] as [([String], [String: String], String, Character?)])
  func servers(
    arguments: [String], environment: [String: String], server: String, token: Character?
  ) async throws {
    try await Self.home { home in
      let choice = try Self.choice(arguments, home, environment)
      #expect(choice.server.description == server)
      #expect(try choice.token == token.map(BearerToken.test))
    }
  }

  @Test("without any of them it is the server on this machine, and nobody")
  func bare() async throws {
    try await Home.with { home in
      let choice = try Self.choice([], home)
      #expect(choice.server.description == "127.0.0.1:7410")
      #expect(choice.security == .plaintext)
      #expect(choice.token == nil)
    }
  }

  @Test(
    "what cannot be meant is refused with what to do",
    arguments: [
      (["--context", "c"], [:], "only local, a, b"),
      ([], ["TANDEM_CONTEXT": "c"], "only local, a, b"),
      ([], ["TANDEM_CONTEXT": "c d"], "TANDEM_CONTEXT is c d"),
      (["--context", "a", "--server", "b.example.org:7410"], [:], "leave out"),
      (["--server", "nowhere"], [:], "HOST:PORT"), ([], ["TANDEM_SERVER": "nowhere"], "HOST:PORT"),
    ] as [([String], [String: String], String)])
  func wrong(arguments: [String], environment: [String: String], says text: String) async throws {
    try await Self.home { home in
      let failed = try #require(failure { try Self.choice(arguments, home, environment) })
      #expect(failed.exitCode == 64)
      #expect(failed.lines.contains(text), "\(failed.lines)")
    }
  }

  @Test("of two contexts for one server the one in use counts, else one has to be named")
  func two() async throws {
    try await Self.home { home in
      let twin = "a.example.org:7410"
      try Contexts.change(home.environment) { try $0.add(.test("twin", twin, .tls(.init()))) }
      #expect(try Self.choice(["--server", twin], home).token == .test("t"))
      #expect(
        try Self.choice(["--server", twin], home, ["TANDEM_CONTEXT": "a"]).token == .test("a"))
      try Contexts.change(home.environment) { try $0.use(try #require(ContextID("b"))) }
      let failed = failure { try Self.choice(["--server", twin], home) }
      #expect(failed?.lines.contains("--context, of a, twin") == true, "\(failed as Any)")
      #expect(
        try Self.choice(["--server", twin, "--context", "twin"], home).token == .test("t"))
    }
  }

  @Test(
    "a context says how to make sure of its server; a flag and the environment go before it",
    arguments: [
      (["--context", "a"], [:], .init(authority: "/a.pem")),
      (["--context", "a", "--ca", "/c.pem"], ["TANDEM_CA": "/e.pem"], .init(authority: "/c.pem")),
      (["--context", "a"], ["TANDEM_CA": "/e.pem"], .init(authority: "/e.pem")),
      (["--context", "b"], [:], .init(serverName: "n")),
      (["--context", "b", "--ca", "/c.pem"], [:], .init(authority: "/c.pem", serverName: "n")),
      (["--server", "c.example.org:1"], [:], .init()),
    ] as [([String], [String: String], ClientSecurity.TLS)])
  func security(
    arguments: [String], environment: [String: String], expected: ClientSecurity.TLS
  ) async throws {
    try await Self.home { home in
      let choice = try Self.choice(arguments, home, environment)
      #expect(choice.security == .tls(expected))
    }
  }

  @Test(
    "the first token that there is counts: TANDEM_TOKEN, --token-file, the context, the data directory"
  )
  func order() async throws {
    try await Self.home { home in
      let file = "\(home.path)/token"
      try home.write("\n \(try BearerToken.test("f").secret) \n", to: file)
      try home.write(try BearerToken.test("c").secret, to: home.coordinatorToken)
      let environment = ["TANDEM_TOKEN": try BearerToken.test("e").secret]
      let context = ["--context", "local"]
      let all = try Self.choice(context + ["--token-file", file], home, environment)
      #expect(try all.token == .test("e"))
      #expect(all.source == .environment)
      let second = try Self.choice(
        context + ["--token-file", file], home, ["TANDEM_TOKEN": ""])
      #expect(try second.token == .test("f"))
      #expect(second.source == .file(file))
      #expect(try Self.choice(context, home).token == .test("l"))
      #expect(try Self.choice(context, home).source?.description == "the context local")
      let last = try Self.choice(["--server", "127.0.0.1:7411"], home)
      #expect(try last.token == .test("c"))
      #expect(last.source == .file(home.coordinatorToken))
    }
  }

  @Test("the token in the data directory is sent to a server on this machine only")
  func coordinator() async throws {
    try await Home.with { home in
      try home.write(try BearerToken.test("c").secret, to: home.coordinatorToken)
      for server in ["127.0.0.1:7410", "[::1]:1", "localhost:7410", "unix:/run/tandem"] {
        #expect(try Self.choice(["--server", server], home).token == .test("c"))
      }
      #expect(try Self.choice(["--server", "192.0.2.1:7410"], home).token == nil)
      #expect(try Self.choice(["--server", "example.org:7410"], home).token == nil)
      let elsewhere = "\(home.path)/data"
      #expect(try Self.choice([], home, ["TANDEM_DATA": elsewhere]).token == nil)
      try home.write(try BearerToken.test("d").secret, to: "\(elsewhere)/coordinator.token")
      #expect(try Self.choice([], home, ["TANDEM_DATA": elsewhere]).token == .test("d"))
    }
  }

  @Test("a token that others can read, or that is none, is refused without being shown")
  func bad() async throws {
    try await Home.with { home in
      let almost = try BearerToken.test("s").secret + "s"
      let file = "\(home.path)/token"
      try home.write(almost, to: file)
      for failed in [
        failure { try Self.choice(["--token-file", file], home) },
        failure { try Self.choice([], home, ["TANDEM_TOKEN": almost]) },
      ] {
        #expect(failed?.exitCode == 65)
        #expect(failed?.lines.contains("expected a token") == true)
        #expect(failed?.lines.contains("sss") == false)
      }
      #expect(
        failure { try Self.choice(["--token-file", "\(file)s"], home) }?.exitCode == 66)
      try home.write(try BearerToken.test("s").secret, to: file, mode: 0o644)
      #expect(failure { try Self.choice(["--token-file", file], home) }?.exitCode == 77)
      try home.write(try BearerToken.test("s").secret, to: home.coordinatorToken, mode: 0o640)
      #expect(failure { try Self.choice([], home) }?.exitCode == 77)
    }
  }
}
