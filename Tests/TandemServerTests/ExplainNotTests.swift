import TandemClient
import TandemProtocol
import Testing

/// Why not somebody: every rule with its evidence, or what they would cost.
@Suite struct ExplainNotTests {
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
