import ArgumentParser
import Foundation
import TandemClient
import TandemModel
import Testing

@testable import tandem

@Suite struct ContextsTests {
  private static let token = "tdm_" + String(repeating: "s", count: 43)

  private static func contexts() throws -> Contexts {
    var contexts = Contexts()
    try contexts.add(.test("local", "unix:/run/tandem"))
    try contexts.add(
      .test(
        "office", "tandem.example.org:7410",
        .tls(
          .init(
            authority: "/a.pem", identity: .init(certificate: "/c.pem", key: "/k.pem"),
            serverName: "n"))))
    try contexts.add(.test("system", "10.0.0.1:1", .tls(.init())))
    return contexts
  }

  @Test("what is written is read again")
  func roundTrip() throws {
    var contexts = try Self.contexts()
    #expect(try Contexts(contexts.bytes, of: "f") == contexts)
    try contexts.remove(try #require(contexts.current))
    #expect(contexts.current == nil)
    #expect(try Contexts(contexts.bytes, of: "f") == contexts)
    #expect(try Contexts(Contexts().bytes, of: "f") == Contexts())
  }

  @Test("the one that was added last is in use, until another is used")
  func current() throws {
    var contexts = try Self.contexts()
    #expect(contexts.current == ContextID("system"))
    let local = try #require(ContextID("local"))
    try contexts.use(local)
    #expect(contexts.current == local)
    try contexts.remove(try #require(ContextID("system")))
    #expect(contexts.current == local)
    #expect(throws: ValidationError.self) {
      try contexts.use(try #require(ContextID("system")))
    }
  }

  @Test("a context is replaced by one for the same server, and not by one for another")
  func replace() throws {
    var contexts = try Self.contexts()
    let renewed = Context(
      name: try #require(ContextID("local")), server: .unix(path: "/run/tandem"),
      security: .plaintext, token: try .test("n"))
    try contexts.add(renewed)
    #expect(contexts.all.count == 3)
    #expect(contexts.all.first == renewed)
    let other = failure { try contexts.add(.test("local", "unix:/run/other")) }
    #expect(other?.exitCode == 64)
    #expect(other?.lines.contains("--name") == true)
    #expect(contexts.all.first == renewed)
  }

  @Test("nobody is shown a token")
  func hidden() throws {
    for context in try Self.contexts().all {
      let shown = String(decoding: context.json.file(), as: UTF8.self)
      #expect(!shown.contains("tdm_"), "\(shown)")
      let facts = context.facts(isCurrent: true)
      #expect(facts.values.last == "tdm_…")
      #expect(!facts.values.contains(context.token.secret))
    }
  }

  @Test(
    "what is wrong with a file is said with the file and the place, and without a token",
    arguments: [
      ("", "f: is not JSON: expected a value (line 1, byte 1)"),
      ("{\n", "f: is not JSON: expected a key"),
      ("[]", "f: expected an object"),
      (#"{"contexts":[]}"#, "f /format: is missing"),
      (#"{"format":"tandem-contexts/2","contexts":[]}"#, "f /format: expected"),
      (#"{"format":"tandem-contexts/1"}"#, "f /contexts: is missing"),
      (file("7"), "f /contexts/0: expected an object"),
      (file(#"{"server":"[::1]:1","token":"\#(token)"}"#), "f /contexts/0/name: is missing"),
      (file(row(name: "a b")), "f /contexts/0/name: expected an id"),
      (file(row(server: "nowhere")), "f /contexts/0/server: expected a server"),
      (file(row(token: token + "s")), "f /contexts/0/token: expected a token"),
      (file(row(server: "10.0.0.1:1")), "f /contexts/0/tls: is missing"),
      (file(row(tls: "true")), "f /contexts/0/tls: expected an object"),
      (file(row(tls: #"{"ca":7}"#)), "f /contexts/0/tls/ca: expected a text"),
      (file(row(tls: #"{"client_key":"k"}"#)), "f /contexts/0/tls: a client's certificate"),
      (file(row() + "," + row()), "f /contexts/1: is a second context a"),
      (file(row(), current: "b"), "f /current: is b"),
      (file(row(), current: "a b"), "f /current: expected an id"),
    ])
  func malformed(text: String, says expected: String) throws {
    let failed = try #require(failure { try Contexts(Array(text.utf8), of: "f") })
    #expect(failed.exitCode == 65)
    #expect(failed.lines.hasPrefix(expected), "\(failed.lines)")
    #expect(!failed.lines.contains("sss"), "\(failed.lines)")
  }

  private static func file(_ rows: String, current: String? = nil) -> String {
    let current = current.map { #""current":"\#($0)","# } ?? ""
    return #"{"format":"tandem-contexts/1",\#(current)"contexts":[\#(rows)]}"#
  }

  private static func row(
    name: String = "a", server: String = "[::1]:1", token: String = token, tls: String? = nil
  ) -> String {
    let tls = tls.map { #","tls":\#($0)"# } ?? ""
    return #"{"name":"\#(name)","server":"\#(server)","token":"\#(token)"\#(tls)}"#
  }

  @Test("the file lies where the XDG specification says")
  func place() {
    #expect(["HOME": "/h"].contextsFile == "/h/.config/tandem/contexts.json")
    #expect(["HOME": "/h", "XDG_CONFIG_HOME": "/x"].contextsFile == "/x/tandem/contexts.json")
    for passedOver in ["", "relative"] {
      #expect(
        ["HOME": "/h", "XDG_CONFIG_HOME": passedOver].contextsFile
          == "/h/.config/tandem/contexts.json")
    }
    #expect([:].contextsFile == nil)
    #expect(["HOME": ""].contextsFile == nil)
  }

  @Test("nobody without a home has contexts, or can store one")
  func homeless() throws {
    #expect(try Contexts.stored([:]) == Contexts())
    #expect(failure { try Contexts.change([:]) { _ in } }?.exitCode == 73)
  }

  @Test("a file that others can read is refused, whatever was asked of it")
  func refused() async throws {
    try await Home.with { home in
      try home.write(Self.file(""), to: home.contexts, mode: 0o644)
      #expect(failure { try Contexts.stored(home.environment) }?.exitCode == 77)
      #expect(failure { try Contexts.change(home.environment) { _ in } }?.exitCode == 77)
    }
  }
}
