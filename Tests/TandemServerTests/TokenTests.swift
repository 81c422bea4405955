import Foundation
import GRPCCore
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// Tokens: made, used, given another secret, taken back; and nowhere to be read.
@Suite struct TokenTests {
  private static func decoded<Request, Response>(
    _ method: Method<Request, Response>, _ answer: RawClient.Answer
  ) throws -> Response {
    try #require(answer.code == nil, "\(method.name): \(answer.details?.message ?? "")")
    return try answer.bytes.withUnsafeBytes {
      try Codec.decode(Response.self, from: $0, limits: .answer, unknownEnumValues: .unspecified)
    }
  }

  private static func create(
    _ client: RawClient, _ id: String, requestID: String = ""
  ) async throws -> Wire.CreateTokenResponse {
    try decoded(
      Methods.createToken,
      try await client.call(Methods.createToken) {
        $0.requestID = requestID
        $0.token = .with {
          $0.id = id
          $0.role = .partner
          $0.clusters = ["C"]
        }
      })
  }

  private static func info(_ client: RawClient, _ secret: String) async throws -> RawClient.Answer {
    var caller = client
    caller.metadata = ["authorization": "Bearer \(secret)"]
    return try await caller.call(Methods.getServerInfo) { _ in }
  }

  @Test("a token is shown once, lets its holder in as what it says, and records name it")
  func create() async throws {
    try await AccessNetwork.serving { client in
      let clara = client.by("clara")
      let made = try await Self.create(clara, "d-tool", requestID: "once")
      #expect(made.secret.hasPrefix("tdm_") && made.secret.count == 47)
      #expect(made.token?.until == .day(2023, 11, 15) && made.token?.createdBy == "clara")
      let info = try Self.decoded(Methods.getServerInfo, try await Self.info(client, made.secret))
      #expect(info.caller == "d-tool" && info.role == .partner && info.head.isEmpty)
      let again = try await Self.create(clara, "d-tool", requestID: "once")
      #expect(again.secret.isEmpty && again.revision == made.revision)
      let listed = try Self.decoded(
        Methods.listTokens, try await clara.call(Methods.listTokens) { _ in })
      #expect(listed.tokens.map(\.id) == ["c-tool", "clara", "d-tool", "e1", "old", "watcher"])
      #expect(listed.tokens[2].lastUsed != nil && listed.tokens[3].lastUsed == nil)
    }
  }

  @Test("another secret takes the place of the old one at once, and a revoked token lets nobody in")
  func rotateAndRevoke() async throws {
    try await AccessNetwork.serving { client in
      let clara = client.by("clara")
      let made = try await Self.create(clara, "d-tool")
      let rotated = try Self.decoded(
        Methods.rotateToken,
        try await clara.call(Methods.rotateToken) {
          $0.id = "d-tool"
          $0.until = .day(2022, 12, 24)
        })
      #expect(rotated.secret != made.secret && rotated.token?.until == .day(2022, 12, 24))
      #expect(try await Self.info(client, made.secret).details?.reason == "TOKEN_UNKNOWN")
      #expect(try await Self.info(client, rotated.secret).code == nil)
      _ = try Self.decoded(
        Methods.revokeToken, try await clara.call(Methods.revokeToken) { $0.id = "d-tool" })
      #expect(try await Self.info(client, rotated.secret).details?.reason == "TOKEN_REVOKED")
      let again = try await clara.call(Methods.rotateToken) { $0.id = "d-tool" }
      #expect(again.code == .failedPrecondition)
    }
  }

  @Test("the last coordinator's token that is valid stays")
  func lastCoordinator() async throws {
    try await AccessNetwork.serving(on: "2022-11-17") { client in
      let answer = try await client.by("clara").call(Methods.revokeToken) { $0.id = "clara" }
      #expect(answer.code == .failedPrecondition)
      #expect(answer.details?.message.contains("last coordinator") == true)
      for validateOnly in [true, false] {
        let rotated = try await client.by("clara").call(Methods.rotateToken) {
          $0.validateOnly = validateOnly
          $0.id = "clara"
          $0.until = .day(2022, 11, 17)
        }
        #expect(rotated.code == .failedPrecondition)
      }
      let longer = try await client.by("clara").call(Methods.rotateToken) {
        $0.id = "clara"
        $0.until = .day(2022, 11, 18)
      }
      #expect(longer.code == nil)
    }
  }

  @Test("a coordinator's token that ends today does not stand in for the last one")
  func lastBeyondToday() async throws {
    try await AccessNetwork.serving(on: "2022-11-16") { client in
      let answer = try await client.by("old").call(Methods.revokeToken) { $0.id = "clara" }
      #expect(answer.code == .failedPrecondition)
      #expect(try await client.by("clara").call(Methods.revokeToken) { $0.id = "old" }.code == nil)
    }
  }

  @Test("a partner's token for a cluster that nobody knows is made, and the answer names that")
  func unknownClusters() async throws {
    try await AccessNetwork.serving { client in
      let made = try await client.by("clara").answer(Methods.createToken) {
        $0.token = .with {
          $0.id = "tool"
          $0.role = .partner
          // M1 is an organisation, and no cluster.
          $0.clusters = ["C", "X", "M1"]
        }
      }
      #expect(made.unknownClusters == ["M1", "X"])
      #expect(!made.secret.isEmpty)
    }
  }

  @Test("validating makes no token and shows no secret")
  func validates() async throws {
    try await AccessNetwork.serving { client in
      let answer = try Self.decoded(
        Methods.createToken,
        try await client.by("clara").call(Methods.createToken) {
          $0.validateOnly = true
          $0.token = .with {
            $0.id = "x"
            $0.role = .observer
          }
        })
      #expect(answer.secret.isEmpty)
      let rotated = try await client.by("clara").call(Methods.rotateToken) { $0.id = "x" }
      #expect(rotated.code == .notFound)
    }
  }

  @Test("no secret gets into the log or an error, whoever sends it and however")
  func nowhere() async throws {
    let log = LogRecorder()
    try await AccessNetwork.serving(logger: log.logger) { client in
      let clara = client.by("clara")
      let token = try await Self.create(clara, "d-tool")
      let stranger = TokenSecret(Array(repeating: 9, count: 32)).text
      var answers = [
        try await Self.info(client, token.secret), try await Self.info(client, stranger),
        try await clara.call(Methods.getExpert) { $0.id = token.secret },
        try await clara.call(Methods.createToken) { $0.token = .with { $0.id = token.secret } },
      ]
      answers.append(
        try await clara.call(Methods.listAudits) { $0.pageToken = token.secret })
      for answer in answers {
        #expect(answer.details?.message.contains(stranger) != true)
      }
      for secret in [token.secret, stranger, AccessNetwork.secrets["clara"]?.text ?? "none"] {
        for line in log.lines {
          let text = ([line.message] + line.metadata.values).joined(separator: " ")
          #expect(!text.contains(secret))
        }
      }
    }
  }

  @Test("who sends wrong tokens again and again is looked at no more, and a good one from there is")
  func guesses() async throws {
    let failures = FailedAttempts()
    let now = ContinuousClock.now
    for _ in 1..<FailedAttempts.firstRefused - 1 { failures.failed("ipv4:192.0.2.1:1", at: now) }
    let network = Network(
      journal: MemoryJournal(), replay: Replay(),
      clock: { _ in Moment(time: 1_668_500_000_000, today: Day("2022-11-15") ?? .first) })
    let secret = TokenSecret(Array(repeating: 1, count: 32))
    _ = try await network.execute(
      .createToken(
        AccessToken(
          id: try #require(TokenID("clara")), grant: .coordinator, secretHash: secret.hash,
          until: network.now.today)), RequestIdentity(actor: "t", id: "1", body: []))
    let admission = Admission.tokens(of: network, uses: TokenUses(), failures: failures)
    func ask(_ text: String, from peer: String) async throws {
      _ = try await admission.caller(
        ["authorization": "Bearer \(text)"], from: peer, at: network.now)
    }
    func code(_ text: String, from peer: String) async -> RPCError.Code? {
      do {
        try await ask(text, from: peer)
        return nil
      } catch {
        return (error as? RPCError)?.code
      }
    }
    failures.failed("ipv4:192.0.2.1:2", at: .now)
    #expect(await code("tdm_x", from: "ipv4:192.0.2.1:3") == .resourceExhausted)
    #expect(await code(secret.text, from: "ipv4:192.0.2.1:4") == nil)
    #expect(await code("tdm_x", from: "ipv4:192.0.2.2:5") == .unauthenticated)
    #expect(admission.failureCount == FailedAttempts.firstRefused + 1)
  }

  @Test("when tokens were used is kept over a restart, to the minute")
  func uses() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let token = try #require(TokenID("clara"))
    let uses = TokenUses(file: file)
    #expect(uses.lastUse(of: token) == nil)
    uses.note(token, at: 1_668_500_012_345)
    uses.note(token, at: 1_668_499_000_000)
    try uses.save(to: file)
    #expect(TokenUses(file: file).lastUse(of: token) == 1_668_499_980_000)
  }

  @Test(
    "init makes a token where there is none, in a file for its owner, and another when it is asked to"
  )
  func first() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: directory) }
    let configuration = try await ServerConfiguration.test(data: directory.path)
    #expect(throws: ConfigurationError.self) { try Server(configuration, logger: .silent) }
    let first = try #require(
      try await FirstToken.make(in: configuration, evenIfThereIsOne: false))
    #expect(first.id == "coordinator")
    let mode = try FileManager.default.attributesOfItem(atPath: first.file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let secret = try String(contentsOfFile: first.file, encoding: .utf8)
    #expect(secret.hasPrefix("tdm_") && secret.hasSuffix("\n"))
    #expect(try await FirstToken.make(in: configuration, evenIfThereIsOne: false) == nil)
    let second = try await FirstToken.make(in: configuration, evenIfThereIsOne: true)
    #expect(second?.id == "coordinator-2")
    #expect(try String(contentsOfFile: first.file, encoding: .utf8) != secret)
    _ = try Server(configuration, logger: .silent)
  }
}
