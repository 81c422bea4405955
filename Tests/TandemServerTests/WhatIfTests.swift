import TandemClient
import TandemProtocol
import Testing

/// Rankings and explanations of the network as it would be.
@Suite struct WhatIfTests {
  /// Something to suppose, and what would become of E1, who is on the best panel.
  struct Supposed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let hypotheses: @Sendable (Wire.Policy) -> [Wire.Hypothesis]
    let verdict: Wire.WhyNot.Verdict
    let rules: [String]
  }

  private static let supposed = [
    Supposed(
      testDescription: "away", hypotheses: { _ in [.absent("E1", 1, 31)] }, verdict: .barred,
      rules: ["UNAVAILABLE"]),
    Supposed(
      testDescription: "away for a day", hypotheses: { _ in [.absent("E1", 9, 9)] },
      verdict: .free, rules: ["UNAVAILABLE"]),
    Supposed(
      testDescription: "interest", hypotheses: { _ in [.employed("E1", in: "M2")] },
      verdict: .barred, rules: ["INTEREST"]),
    Supposed(
      testDescription: "related", hypotheses: { _ in [.related("E1", "E3")] }, verdict: .free,
      rules: []),
    Supposed(
      testDescription: "related to all",
      hypotheses: { _ in [.related("E1", "E3"), .related("E4", "E1")] }, verdict: .noPartner,
      rules: []),
    Supposed(
      testDescription: "retired", hypotheses: { _ in [.retired("E1")] }, verdict: .barred,
      rules: ["CAPACITY"]),
    Supposed(
      testDescription: "a dearer row",
      hypotheses: { policy in [.policy(policy) { $0.costs?.travel += 5 }] }, verdict: .free,
      rules: []),
    Supposed(
      testDescription: "another rule",
      hypotheses: { policy in [.policy(policy) { $0.sameCountry = .forbid }] },
      verdict: .noPartner, rules: []),
    Supposed(
      testDescription: "several things",
      hypotheses: { _ in [.employed("E1", in: "M1"), .absent("E1", 9, 13), .retired("E3")] },
      verdict: .barred, rules: ["INTEREST", "UNAVAILABLE"]),
  ]

  @Test(
    "what is supposed changes the ranking and the explanation, and is not stored",
    arguments: supposed)
  func changed(_ supposed: Supposed) async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let revision = try await client.revision()
      let policy = try #require(try await client.call(Methods.getPolicy, .init()).policy)
      let hypotheses = supposed.hypotheses(policy)
      let before = try await client.ranked()
      let ranked = try await client.ranked(whatIf: hypotheses)
      #expect(ranked != before)
      let mine = ranked.filter { $0.experts.contains("E1") }
      #expect(mine.isEmpty == (supposed.verdict != .free))
      let answer = try await client.explain(.whyNot) {
        $0.experts = ["E1"]
        $0.whatIf = hypotheses
      }
      #expect(answer.revision == revision)
      let why = try #require(answer.experts.first)
      #expect(why.verdict == supposed.verdict)
      #expect(why.bars.compactMap { $0.breach?.rule } == supposed.rules)
      #expect(why.alternative?.panel == mine.first?.panel)
      #expect(why.alternative?.cost == mine.first?.cost)
      let unfilled = try await client.explain(.whyUnfilled) { $0.whatIf = hypotheses }.unfilled
      #expect(unfilled?.relaxations.first?.waivers.isEmpty == !ranked.isEmpty)

      #expect(try await client.revision() == revision)
      #expect(try await client.ranked() == before)
      let now = try await client.explain(.whyNot) { $0.experts = ["E1"] }
      #expect(now.experts.first?.verdict == .free)
      #expect(now.experts.first?.bars.isEmpty == true)
    }
  }

  @Test("what is supposed gives the ranking that the same change then gives")
  func same() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let supposed = try await client.ranked(whatIf: [.employed("E1", in: "M2")])
      _ = try await client.declare("I2", of: "E1", in: "M2")
      #expect(try await client.ranked() == supposed)
    }
  }

  @Test("why the best panel follows what is supposed, its policy too")
  func whyPanel() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let policy = try #require(try await client.call(Methods.getPolicy, .init()).policy)
      let hypotheses: [Wire.Hypothesis] = [
        .absent("E1", 1, 31), .policy(policy) { $0.costs?.travel += 5 },
      ]
      let why = try await client.explain(.whyPanel) { $0.whatIf = hypotheses }.panel
      #expect(why?.panel?.experts == ["E2", "E3"])
      #expect(why?.panel == (try await client.ranked(whatIf: hypotheses).first))
      #expect(why?.alternatives.map(\.expert) == ["E4"])
    }
  }

  @Test("a panel that stands is explained under the policy that is supposed, where one is")
  func standing() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let assigned = try await client.assign(["E1", "E3"])
      let cost = assigned.audit?.panel?.cost ?? 0
      let policy = try #require(try await client.call(Methods.getPolicy, .init()).policy)
      let away = try await client.explain(.whyPanel) { $0.whatIf = [.absent("E1", 10, 10)] }
      #expect(away.panel?.breaches.map(\.rule) == ["UNAVAILABLE"])
      let dearer = try await client.explain(.whyPanel) {
        $0.whatIf = [.policy(policy) { $0.costs?.travel += 5 }]
      }
      #expect(dearer.panel?.panel?.cost == cost + 30)
      let forbidden = try await client.explain(.whyPanel) {
        $0.whatIf = [.policy(policy) { $0.sameCountry = .forbid }]
      }
      #expect(forbidden.panel?.breaches.map(\.rule) == ["SAME_COUNTRY"])
      #expect(try await client.audit() == assigned.audit)
    }
  }
}
