import TandemClient
import TandemProtocol
import Testing

/// Why a panel, and why not somebody.
@Suite struct ExplainTests {
  /// Expects that the answer names every other free expert with the cheapest panel of the ranking that
  /// has them, the cheapest first, and what it adds.
  private func expectAlternatives(_ why: Wire.WhyPanel, among ranked: [Wire.RankedPanel]) {
    let cost = why.panel?.cost ?? 0
    #expect(why.panel?.rows.reduce(0) { $0 + $1.amount } == cost, "the rows add up")
    let chosen = why.panel?.experts ?? []
    let others = Set(ranked.flatMap(\.experts)).subtracting(chosen)
    #expect(Set(why.alternatives.map(\.expert)) == others)
    #expect(why.alternatives.count == others.count)
    for other in why.alternatives {
      let best = ranked.first { $0.experts.contains(other.expert) }
      #expect(other.panel == best?.panel, "\(other.expert)")
      #expect(other.cost == best?.cost, "\(other.expert)")
      #expect(other.difference == other.cost - cost, "\(other.expert)")
      #expect(other.name == "Name of \(other.expert)")
    }
    let places = why.alternatives.compactMap { other in
      ranked.firstIndex { $0.panel == other.panel }.map { ($0, other.expert) }
    }
    #expect(
      places.map(\.1) == places.sorted { $0 < $1 }.map(\.1), "the best panel first, then by id")
  }

  @Test("a panel that stands is explained with its decision and what each other expert would cost")
  func standing() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      let assigned = try await client.assign(["E4", "E1"], note: "E3 has the flu")
      for isNamed in [false, true] {
        let answer = try await client.explain(.whyPanel) {
          if isNamed {
            $0.experts = ["E1", "E4"]
            $0.start = .day(2023, 1, 10)
          }
        }
        #expect(answer.revision == assigned.revision)
        #expect(answer.policyVersion == 0)
        #expect(answer.experts.isEmpty && answer.unfilled == nil)
        let why = try #require(answer.panel)
        #expect(why.panel?.panel == assigned.audit?.panel?.panel)
        #expect(why.panel?.rows == assigned.audit?.panel?.rows)
        #expect(why.breaches.isEmpty)
        #expect(why.decision == assigned.audit?.panel?.decision)
        #expect(why.decision?.note == "E3 has the flu")
        #expect(why.decision?.best == ranked.first?.panel.map { $0.withoutLanguage })
        expectAlternatives(why, among: ranked)
        #expect(why.alternatives.map(\.difference) == [-2, -2], "E2 and E3 would cost 2 less")
      }
    }
  }

  @Test("a panel that somebody has in mind is explained, whether it is valid or not")
  func chosen() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      for (experts, rules) in [(["E2", "E4"], []), (["E1", "E2"], ["RELATED"])] {
        let answer = try await client.explain(.whyPanel) {
          $0.experts = experts
          $0.start = .day(2023, 1, 16)
        }
        let checked = try await client.check(experts, on: .day(2023, 1, 16))
        let why = try #require(answer.panel)
        #expect(why.panel == checked.panel)
        #expect(why.breaches == checked.breaches)
        #expect(why.breaches.map(\.rule) == rules)
        #expect(why.decision == nil)
        expectAlternatives(why, among: ranked)
      }
    }
  }

  @Test("where nothing stands and nothing is chosen the best panel is explained; nobody is cheaper")
  func best() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      let why = try #require(try await client.explain(.whyPanel).panel)
      #expect(why.panel == ranked.first)
      #expect(why.decision == nil)
      expectAlternatives(why, among: ranked)
      #expect(why.alternatives.map(\.difference) == [0, 2])
    }
  }

  @Test("a panel stays explained under the policy that it was decided under")
  func oldPolicy() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let cost = try await client.assign(["E3", "E4"]).audit?.panel?.cost ?? 0
      try await client.changePolicy { $0.costs?.travel += 10 }
      #expect(try await client.standing().cost == cost + 60, "3 units for each of two")
      let standing = try await client.explain(.whyPanel)
      #expect(standing.policyVersion == 0)
      #expect(standing.panel?.panel?.cost == cost)
      #expect(standing.panel?.decision?.policyVersion == 0)
      #expect(standing.panel?.alternatives.map(\.cost) == [cost, cost])
      let other = try await client.explain(.whyPanel) {
        $0.experts = ["E1", "E4"]
        $0.start = .day(2023, 1, 10)
      }
      #expect(other.policyVersion == 1, "nobody decided for that one")
      #expect(other.panel?.panel?.cost == cost + 60)
    }
  }

  @Test("a barred expert is told every rule, its evidence and the starts that it bars")
  func barred() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.declare("I2", of: "E1", in: "M2")
      _ = try await client.call(
        Methods.createAbsence,
        .with {
          $0.absence = .with {
            $0.expert = "E1"
            $0.firstDay = .day(2023, 1, 12)
            $0.lastDay = .day(2023, 1, 16)
          }
        })
      let answer = try await client.explain(.whyNot) { $0.experts = ["E1"] }
      let why = try #require(answer.experts.first)
      #expect(answer.experts.count == 1)
      #expect(answer.panel == nil && answer.unfilled == nil)
      #expect(why.expert == "E1" && why.name == "Name of E1")
      #expect(why.verdict == .barred)
      #expect(why.alternative == nil)
      #expect(why.bars.map { $0.breach?.rule } == ["INTEREST", "UNAVAILABLE"])
      #expect(why.bars.allSatisfy { !$0.waived && $0.breach?.experts == ["E1"] })
      let interest = try #require(why.bars.first?.breach)
      #expect(
        interest.facts
          == ["organisation": "M2", "group": "M2", "kind": "employment", "member": "M2"])
      #expect(interest.sentence.contains("E1 holds an employment interest in M2"))
      #expect(
        why.bars.first?.starts
          == [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map { .day(2023, 1, $0) })
      let absence = why.bars.last
      #expect(absence?.breach?.facts == ["from": "2023-01-12", "until": "2023-01-16"])
      #expect(absence?.starts == [12, 13, 16].map { .day(2023, 1, $0) })
    }
  }

  @Test("an expert whom no rule bars is told the panel it would be and what it would cost more")
  func free() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      let ranked = try await client.ranked()
      let answer = try await client.explain(.whyNot) { $0.experts = ["E4"] }
      let why = try #require(answer.experts.first)
      #expect(why.verdict == .free)
      #expect(why.bars.isEmpty && why.obstacles.isEmpty)
      let best = ranked.first { $0.experts.contains("E4") }
      #expect(why.alternative?.panel == best?.panel)
      #expect(why.alternative?.cost == best?.cost)
      #expect(why.alternative?.difference == 2)
    }
  }

  @Test("whoever has no partner left is told what rejects each of them")
  func noPartner() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      for other in ["E3", "E4"] {
        _ = try await client.call(
          Methods.createRelation, .with { $0.relation = .with { $0.experts = ["E1", other] } })
      }
      let answer = try await client.explain(.whyNot) { $0.experts = ["E1"] }
      let why = try #require(answer.experts.first)
      #expect(why.verdict == .noPartner)
      #expect(why.bars.isEmpty && why.alternative == nil)
      #expect(why.obstacles.map(\.partners) == [3])
      #expect(why.obstacles.first?.example?.rule == "RELATED")
      #expect(why.obstacles.first?.example?.experts == ["E1", "E2"])
    }
  }

  @Test("all experts at once come in the order of their ids, each as when asked about alone")
  func everybody() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.makeFourthDearer()
      _ = try await client.declare("I2", of: "E2", in: "M1")
      let all = try await client.explain(.whyNot).experts
      #expect(all.map(\.expert) == ["E1", "E2", "E3", "E4"])
      #expect(all.map(\.verdict) == [.free, .barred, .free, .free])
      for why in all {
        let alone = try await client.explain(.whyNot) { $0.experts = [why.expert] }
        #expect(alone.experts == [why])
      }
      let some = try await client.explain(.whyNot) { $0.experts = ["E4", "E2"] }
      #expect(some.experts == [all[1], all[3]])
      #expect(try await client.explain(.whyNot).experts == all, "it is the same again")
    }
  }

  @Test("on one start only that start counts, and one that is none is said to be so")
  func onStart() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      _ = try await client.call(
        Methods.createAbsence,
        .with {
          $0.absence = .with {
            $0.expert = "E1"
            $0.firstDay = .day(2023, 1, 9)
            $0.lastDay = .day(2023, 1, 13)
          }
        })
      func why(_ day: Int) async throws -> Wire.WhyNot {
        let answer = try await client.explain(.whyNot) {
          $0.experts = ["E1"]
          $0.start = .day(2023, 1, day)
        }
        return try #require(answer.experts.first)
      }
      let away = try await why(10)
      #expect(away.verdict == .barred)
      #expect(away.bars.map { $0.breach?.rule } == ["UNAVAILABLE"])
      #expect(away.bars.first?.starts == [.day(2023, 1, 10)])
      let back = try await why(17)
      #expect(back.verdict == .free)
      #expect(back.bars.isEmpty)
      #expect(back.alternative?.panel?.start == .day(2023, 1, 17))
      for (day, reason) in [(14, "weekend"), (23, "window")] {
        let none = try await why(day)
        #expect(none.verdict == .noStart)
        #expect(none.bars.map { $0.breach?.rule } == ["WINDOW"])
        #expect(none.bars.first?.breach?.facts["reason"] == reason)
      }
    }
  }
}

extension Wire.Panel {
  /// As a decision keeps it.
  fileprivate var withoutLanguage: Wire.Panel {
    var panel = self
    panel.language = ""
    return panel
  }
}
