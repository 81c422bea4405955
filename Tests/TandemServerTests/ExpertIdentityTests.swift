import TandemClient
import TandemProtocol
import Testing

/// The calls about experts who were entered twice.
@Suite struct ExpertIdentityTests {
  /// E4 under E3's address.
  @Sendable private static func doubt(_ client: TandemClient) async throws
    -> Wire.UpdateExpertResponse
  {
    let known = try await client.call(Methods.getExpert, .with { $0.id = "E4" })
    return try await client.call(
      Methods.updateExpert,
      .with {
        $0.expert = .with {
          $0.id = "E4"
          $0.email = "ofE3+esca@example.org"
        }
        $0.updateMask = .with { $0.paths = ["email"] }
        $0.revision = known.expert?.revision ?? 0
      })
  }

  private static func doubts(
    _ client: TandemClient, _ expert: String = ""
  ) async throws -> [Wire.ExpertDoubt] {
    try await client.call(Methods.listExpertDoubts, .with { $0.expert = expert }).doubts
  }

  @Test("a doubt names the two, why, and what hangs on it; and breaks the panel that it touches")
  func listed() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.declare("I2", of: "E4", in: "M1")
      try await client.assign(["E1", "E3"])
      let doubted = try await Self.doubt(client)
      #expect(doubted.effects.map(\.audit) == ["A1"])
      #expect(
        doubted.effects.first?.breaches.map(\.sentence) == [
          "E3 may be the same person as E4: the same e-mail address; E4 holds an employment interest "
            + "in M1, a member of the cluster, still running."
        ])
      let found = try #require(try await Self.doubts(client).first)
      #expect(
        found.one?.id == "E3" && found.one?.name == "Name of E3" && found.one?.country == "AT")
      #expect(found.other?.id == "E4" && found.other?.retired == false)
      #expect(found.reason == "the same e-mail address" && found.likeness == 95)
      #expect(found.panels == ["A1"])
      #expect(try await Self.doubts(client, "E3") == [found])
      #expect(try await Self.doubts(client, "E1") == [])
      let unknown = await refusal(client, Methods.listExpertDoubts, .with { $0.expert = "E9" })
      #expect(unknown?.code == .notFound)
    }
  }

  @Test("who is said to differ is free again")
  func different() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.declare("I2", of: "E4", in: "M1")
      try await client.assign(["E1", "E3"])
      _ = try await Self.doubt(client)
      let missing = await refusal(
        client, Methods.distinguishExperts,
        .with {
          $0.one = "E3"
          $0.other = "E3"
        })
      #expect(missing?.fieldViolations.map(\.place) == ["reason", "other"])
      let settled = try await client.call(
        Methods.distinguishExperts,
        .with {
          $0.one = "E4"
          $0.other = "E3"
          $0.reason = "the office's address"
        })
      #expect(settled.effects.map(\.audit) == ["A1"] && settled.effects[0].breaches.isEmpty)
      #expect(try await Self.doubts(client) == [])
    }
  }

  @Test("of who is the same one entry stays, and tokens of the other let nobody in")
  func same() async throws {
    try await AccessNetwork.serving { client in
      let (coordinator, expert) = (client.by("clara"), client.by("e1"))
      let merged = try await coordinator.answer(Methods.mergeExpert) {
        $0.id = "E1"
        $0.into = "E2"
        $0.reason = "asked her"
      }
      #expect(merged.revision > 0)
      let refused = try await expert.call(Methods.getExpert) { $0.id = "E1" }
      #expect(refused.details?.reason == "TOKEN_REVOKED")
      let gone = try await coordinator.answer(Methods.getExpert) { $0.id = "E1" }
      #expect(gone.expert?.mergedInto == "E2" && gone.expert?.retired == true)
      let interests = try await coordinator.answer(Methods.listInterests) { $0.expert = "E2" }
      #expect(interests.interests.map(\.id) == ["I1", "I5"])
      let later = try await coordinator.call(Methods.createAbsence) {
        $0.absence = .with {
          $0.expert = "E1"
          $0.firstDay = .day(2023, 6, 1)
          $0.lastDay = .day(2023, 6, 2)
        }
      }
      #expect(later.details?.message.contains("E1 is the same as E2; name that one") == true)
    }
  }

  @Test("an expert learns nothing of whom they may be")
  func hidden() async throws {
    try await AccessNetwork.serving { client in
      let answer = try await client.by("e1").answer(Methods.updateExpert) {
        $0.expert = .with {
          $0.id = "E1"
          $0.email = "ofE3@example.org"
        }
        $0.updateMask = .with { $0.paths = ["email"] }
        $0.revision = 2
      }
      #expect(answer.effects.isEmpty && answer.expert?.mergedInto == "")
      let doubts = try await client.by("clara").answer(Methods.listExpertDoubts) { _ in }
      #expect(doubts.doubts.map { $0.other?.id } == ["E3"])
    }
  }
}
