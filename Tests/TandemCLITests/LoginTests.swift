import ArgumentParser
import Foundation
import TandemClient
import TandemModel
import TandemProtocol
import Testing

@testable import tandem

/// Tokens between the client and a server, and what `tandem login` stores of them.
@Suite(.timeLimit(.minutes(5))) struct LoginTests {
  // The program takes SIGPIPE as it finds it; the tests that run beside these have to ignore it.
  init() { signal(SIGPIPE, SIG_IGN) }

  private static func login(
    _ arguments: [String], _ home: Home, typing text: String, environment: [String: String] = [:]
  ) async throws -> ContextID {
    try await Login.parse(arguments).login(
      environment: home.environment.merging(environment) { $1 }
    ) { _ in text }
  }

  /// How a login fails; nil when it does not.
  private static func failedLogin(
    _ arguments: [String], _ home: Home, typing text: String
  ) async throws -> Told? {
    do {
      _ = try await login(arguments, home, typing: text)
      return nil
    } catch {
      return Told(error)
    }
  }

  @Test("the token goes with every call, unary and streaming, and without one nothing does")
  func everyCall() async throws {
    let token = try BearerToken.test("s")
    let server = TokenServer(knowing: token)
    try await server.serving { address in
      try await TandemClient.connected(to: address, token: token) { client in
        _ = try await client.call(Methods.getServerInfo, .init())
        try await client.stream(Methods.plan, .init()) { _ in }
      }
      let sent = ["Bearer \(token.secret)"]
      #expect(server.authorizations == ["GetServerInfo": sent, "Plan": sent])
      try await TandemClient.connected(to: address) { client in
        let error = await #expect(throws: ClientError.self) {
          try await client.call(Methods.getServerInfo, .init())
        }
        #expect(error?.details.code == .unauthenticated)
      }
      #expect(server.authorizations["GetServerInfo"] == sent)
    }
  }

  @Test("a good token is stored with its server, for its owner only, and is sent from then on")
  func good() async throws {
    try await Home.with { home in
      let token = try BearerToken.test("s")
      try await TokenServer(knowing: token).serving { address in
        let name = try await Self.login(
          ["--server", "\(address)"], home, typing: " \(token.secret)\n")
        #expect(name.text == "127.0.0.1")
        #expect(try Home.mode(home.contexts) == 0o600)
        let choice = try ServerOptions.parse([]).choice(environment: home.environment)
        #expect(choice.server == address)
        #expect(choice.token == token)
        _ = try await choice.connected { try await $0.call(Methods.getServerInfo, .init()) }
      }
    }
  }

  @Test("a token that the server refuses is not stored, unless nobody is to ask it")
  func refused() async throws {
    try await Home.with { home in
      try await TokenServer(knowing: try .test("s")).serving { address in
        let other = try BearerToken.test("o")
        let arguments = ["--server", "\(address)", "--name", "n"]
        let failed = try await Self.failedLogin(arguments, home, typing: other.secret)
        #expect(failed?.exitCode == 77)
        #expect(
          failed?.lines == "Who are you?\nthe token was that of standard input", "\(failed as Any)")
        #expect(!FileManager.default.fileExists(atPath: home.contexts))
        let name = try await Self.login(arguments + ["--no-check"], home, typing: other.secret)
        #expect(try Contexts.stored(home.environment).named(name).token == other)
      }
    }
  }

  @Test("who is not known is told what to do")
  func advice() async throws {
    try await Home.with { home in
      try await TokenServer(knowing: try .test("s")).serving { address in
        let choice = try ServerOptions.parse(["--server", "\(address)"])
          .choice(environment: home.environment)
        let error = await #expect(throws: Failure.self) {
          try await choice.connected { try await $0.call(Methods.getServerInfo, .init()) }
        }
        #expect(error?.exitCode == 77)
        #expect(
          error?.lines == [
            "Who are you?",
            "log in with `tandem login --server \(address)`, or run as the user who ran `tandemd init`",
          ])
      }
    }
  }

  @Test(
    "what cannot be stored is refused before the token is asked for",
    arguments: [
      ([], 64, "--server"), (["--server", "nowhere"], 64, "HOST:PORT"),
      (["--server", "[::1]:7410"], 64, "--name"),
      (["--server", "h:1", "--client-key", "k"], 64, "--client-certificate"),
      (["--server", "h:1", "--name", "taken"], 64, "logout taken"),
    ] as [([String], Int32, String)])
  func unasked(arguments: [String], exitCode: Int32, says text: String) async throws {
    try await Home.with { home in
      try Contexts.change(home.environment) { try $0.add(.test("taken", "127.0.0.1:1")) }
      let before = try Contexts.stored(home.environment)
      do {
        _ = try await Login.parse(arguments).login(environment: home.environment) { _ in
          Issue.record("asked")
          return ""
        }
        Issue.record("stored")
      } catch {
        let failed = Told(error)
        #expect(failed.exitCode == exitCode)
        #expect(failed.lines.contains(text), "\(failed.lines)")
      }
      #expect(try Contexts.stored(home.environment) == before)
    }
  }

  @Test("a server that does not answer, and what is no token, store nothing")
  func nothing() async throws {
    try await Home.with { home in
      let token = try BearerToken.test("s").secret
      let silent = try await Self.failedLogin(["--server", "127.0.0.1:1"], home, typing: token)
      #expect(silent?.exitCode == 69)
      for text in ["", "password", token + "s"] {
        let failed = try await Self.failedLogin(["--server", "127.0.0.1:1"], home, typing: text)
        #expect(failed?.exitCode == 65)
        #expect(failed?.lines.hasPrefix("standard input: expected a token") == true)
        #expect(failed?.lines.contains("sss") == false)
      }
      #expect(!FileManager.default.fileExists(atPath: home.contexts))
    }
  }

  @Test("files are stored by absolute paths, from flags and from the environment")
  func paths() async throws {
    try await Home.with { home in
      let here = FileManager.default.currentDirectoryPath
      let name = try await Self.login(
        [
          "--server", "example.org:7410", "--ca", "a.pem", "--client-certificate", "/c.pem",
          "--client-key", "k.pem", "--no-check",
        ], home, typing: try BearerToken.test("s").secret,
        environment: ["TANDEM_SERVER_NAME": "n"])
      #expect(name.text == "example.org")
      let identity = ClientSecurity.Identity(certificate: "/c.pem", key: "\(here)/k.pem")
      #expect(
        try Contexts.stored(home.environment).named(name).security
          == .tls(.init(authority: "\(here)/a.pem", identity: identity, serverName: "n")))
    }
  }

  @Test("a logout forgets one context, the one in use when none is named")
  func logout() async throws {
    try await Home.with { home in
      try Contexts.change(home.environment) {
        for name in ["a", "b", "c"] { try $0.add(.test(name, "unix:/\(name)")) }
      }
      #expect(try Logout.parse([]).logout(home.environment).text == "c")
      #expect(try Logout.parse(["a"]).logout(home.environment).text == "a")
      #expect(try Contexts.stored(home.environment).all.map(\.name.text) == ["b"])
      let none = failure { try Logout.parse([]).logout(home.environment) }
      #expect(none?.exitCode == 64)
      let named = home.environment.merging(["TANDEM_CONTEXT": "b"]) { $1 }
      #expect(try Logout.parse([]).logout(named).text == "b")
      let text = try String(contentsOfFile: home.contexts, encoding: .utf8)
      #expect(!text.contains("tdm_"))
    }
  }
}
