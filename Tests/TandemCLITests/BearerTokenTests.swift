import TandemClient
import TandemProtocol
import Testing

@testable import tandem

@Suite struct BearerTokenTests {
  private static let characters = String(repeating: "aZ09-_", count: 7) + "x"

  @Test("a token is tdm_ and 43 characters of base64url")
  func shape() {
    #expect(BearerToken("tdm_\(Self.characters)")?.secret == "tdm_\(Self.characters)")
  }

  @Test(
    "what is not quite a token is none",
    arguments: [
      "", "tdm_", "TDM_\(characters)", "tdm-\(characters)", characters, "tdm_\(characters)x",
      "tdm_\(characters.dropLast())", " tdm_\(characters)", "tdm_\(characters)\n",
      "tdm_\(characters.dropLast())=", "tdm_\(characters.dropLast())+",
      "tdm_\(characters.dropLast())/", "tdm_\(characters.dropLast())é",
      "tdm_\(characters.dropLast(2))é", "tdm_\(characters.dropLast())\r",
    ])
  func others(text: String) {
    #expect(BearerToken(text) == nil)
  }

  @Test("the secret shows in no text, no dump and no mirror, nor in what holds the token")
  func hidden() throws {
    let token = try BearerToken.test("s")
    let context = try Context.test("secret", "[::1]:1")
    let choice = ServerChoice(context.server, .plaintext, token: (token, .standardInput))
    for value in [token, context, choice, Optional(token) as Any, [token], ["a": token]] as [Any] {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped] {
        #expect(!text.contains("ss"), "\(text)")
        #expect(text.contains("tdm_…"), "\(text)")
      }
    }
    #expect(Mirror(reflecting: token).children.isEmpty)
  }

  @Test("a token is never sent in plain text to a server that is not on this machine")
  func plaintext() async throws {
    let server = try #require(ServerAddress("192.0.2.1:7410"))
    let token = try BearerToken.test("s")
    let error = await #expect(throws: PlaintextTokenError.self) {
      try await TandemClient.connected(to: server, token: token) { _ in
        Issue.record("connected")
      }
    }
    let text = try #require(error).description
    #expect(text.contains("192.0.2.1:7410"))
    #expect(text.contains("TLS"))
    #expect(!text.contains("ss"))
  }

  @Test(
    "to a server on this machine it may go, and by TLS",
    arguments: [
      ("127.0.0.1:1", .plaintext), ("[::1]:1", .plaintext), ("unix:/nonexistent", .plaintext),
      ("127.0.0.1:1", .tls(.init())),
    ] as [(String, ClientSecurity)])
  func local(server: String, security: ClientSecurity) async throws {
    let server = try #require(ServerAddress(server))
    let token = try BearerToken.test("s")
    try await TandemClient.connected(to: server, security: security, token: token) { client in
      _ = await #expect(throws: ClientError.self) {
        try await client.call(Methods.getServerInfo, .init())
      }
    }
  }
}
