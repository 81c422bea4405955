import TandemClient
import TandemJournal
import TandemMatching
import TandemModel
import TandemProtocol
import Testing

/// What was decided on 2022-11-15, asked about on a later day.
@Suite struct LaterDayTests {
  /// Runs `first` on 2022-11-15 and `later` on that day, on one journal.
  private static func onTwoDays(
    _ later: String, _ first: @Sendable @escaping (TandemClient) async throws -> Void,
    _ body: @Sendable @escaping (TandemClient) async throws -> Void
  ) async throws {
    let journal = MemoryJournal()
    try await withServer(journal, first)
    try await withServer(journal, on: later, body)
  }

  private static func waive(until: Wire.Date) -> Wire.GrantWaiverRequest {
    .with {
      $0.audit = "A1"
      $0.waiver = .with {
        $0.rule = "INTEREST"
        $0.experts = ["E1"]
      }
      $0.until = until
      $0.reason = "a test"
    }
  }

  /// Assigns E1 and E3 to A1 on 2023-01-10, E1 under a waiver that ends on 2022-12-31.
  @Sendable private static func assignWaived(_ client: TandemClient) async throws {
    try await client.makeNetwork()
    _ = try await client.declare("I2", of: "E1", in: "M2")
    _ = try await client.call(Methods.grantWaiver, waive(until: .day(2022, 12, 31)))
    try await client.assign(["E1", "E3"])
  }

  @Test("a waiver that has ended counts nowhere any more, and may be given again")
  func endedWaiver() async throws {
    try await Self.onTwoDays("2023-01-01", Self.assignWaived) { client in
      let standing = try await client.standing()
      #expect(standing.breaches.map(\.rule) == ["INTEREST"])
      #expect(standing.waived.isEmpty)
      #expect(try await client.audit().waivers.map(\.until) == [.day(2022, 12, 31)], "on record")
      #expect(try await client.check(["E1", "E4"]).breaches.map(\.rule) == ["INTEREST"])
      #expect(try await client.ranked().allSatisfy { !$0.experts.contains("E1") })
      let why = try await client.explain(.whyNot) { $0.experts = ["E1"] }.experts.first
      #expect(why?.verdict == .barred)
      #expect(why?.bars.first?.waived == false)
      let export = try await client.call(Methods.exportProblem, .with { $0.audit = "A1" })
      #expect(try ProblemFile.read(export.problem).problem.audits.first?.waivers == [])

      let past = await refusal(
        client, Methods.grantWaiver, Self.waive(until: .day(2022, 12, 31)))
      #expect(past?.fieldViolations.map(\.place) == ["until"])
      let again = try await client.call(
        Methods.grantWaiver, Self.waive(until: .day(2023, 1, 1)))
      #expect(again.effects == [.with { $0.audit = "A1" }])
      #expect(again.audit?.waivers.map(\.until) == [.day(2023, 1, 1)])
      #expect(try await client.standing().waived.count == 1)
    }
  }

  @Test("a conflict found after an audit was held is named by the write and shown on the audit")
  func held() async throws {
    try await Self.onTwoDays("2023-02-01") { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
    } _: { client in
      #expect(try await client.standing().breaches.isEmpty)
      let found = try await client.declare("I2", of: "E3", in: "M1")
      #expect(found.effects.map(\.audit) == ["A1"])
      let standing = try await client.standing()
      #expect(standing.breaches == found.effects.first?.breaches)
      #expect(standing.breaches.map(\.rule) == ["INTEREST"])
      let listed = try await client.call(Methods.listBrokenPanels, .init())
      #expect(listed.panels.map(\.held) == [true])
    }
  }

  @Test("facts that come after an audit was held do not break its panel")
  func laterFacts() async throws {
    try await Self.onTwoDays("2023-02-01") { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"])
    } _: { client in
      let retired = try await client.call(Methods.retireExpert, .with { $0.id = "E3" })
      let policy = try await client.changePolicy { $0.sameCountry = .forbid }
      #expect(retired.effects.isEmpty)
      #expect(policy.effects.isEmpty, "it was decided and held under another policy")
      #expect(try await client.standing().breaches.isEmpty)
    }
  }

  @Test("a panel is explained after its audit was held, as it was decided")
  func heldPanel() async throws {
    try await Self.onTwoDays("2023-02-01") { client in
      try await client.makeNetwork()
      try await client.assign(["E1", "E3"], note: "E4 has the flu")
    } _: { client in
      try await client.changePolicy { $0.costs?.travel = 9 }
      let standing = try await client.standing()
      #expect(standing.decision?.note == "E4 has the flu")
      let answer = try await client.explain(.whyPanel)
      #expect(answer.policyVersion == 0)
      #expect(answer.panel?.decision == standing.decision)
      #expect(answer.panel?.panel?.cost == standing.decision?.cost)
      #expect(answer.panel?.alternatives.map(\.expert) == ["E4", "E2"])
    }
  }

  @Test("an audit whose window is over says so, whatever is asked about it")
  func windowOver() async throws {
    try await Self.onTwoDays("2023-02-01") {
      try await $0.makeNetwork()
    } _: { client in
      for question in [Wire.Question.whyPanel, .whyNot, .whyUnfilled] {
        let details = await refusal(
          client, Methods.explain,
          .with {
            $0.audit = "A1"
            $0.question = question
          })
        #expect(details?.code == .failedPrecondition)
        #expect(details?.message.contains("2023-01-20") == true)
      }
    }
  }
}
