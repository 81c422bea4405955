import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The rows of a panel's cost")
struct CostsRowTests {
  /// The sample without anything that costs, and one weight that does.
  private func sample(_ row: Costs.Row, weight: Int = 10) -> RulesSample {
    var sample = RulesSample()
    sample.policy.costs = Costs { $0 == row ? weight : 0 }
    return sample
  }

  private func rows(
    _ sample: RulesSample, _ experts: [ExpertID] = ["E1", "E2"], on start: Day = "2027-03-08"
  ) throws -> [String] {
    let seats = try #require(Seats(experts))
    return sample.auditCase.costRows(of: seats, on: start).map {
      "\($0.expert?.text ?? "") \($0.row.rawValue) \($0.units) \($0.amount)"
    }
  }

  @Test("count the language's place, and each member's levels below C2")
  func language() throws {
    var sample = sample(.languageRank)
    sample.experts["E1"]?.languages = ["en": .c1]
    #expect(try rows(sample) == [" language_rank 1 10"])
    #expect(sample.auditCase.language(of: try #require(Seats(["E1", "E2"]))) == "en")
    sample.policy.costs = Costs { $0 == .languageLevel ? 10 : 0 }
    #expect(try rows(sample) == ["E1 language_level 1 10", "E2 language_level 1 10"])
    sample.experts["E1"]?.languages = ["en": .c2]
    #expect(try rows(sample) == ["E2 language_level 1 10"])
  }

  @Test(
    "are those of the cheapest language, of equal ones the cluster's first",
    arguments: [
      (1, 1, "de"), (3, 1, "de"), (1, 3, "en"), (2, 2, "de"), (2, 3, "en"),
    ] as [(Int, Int, Language)])
  func cheapest(_ rank: Int, _ level: Int, _ language: Language) throws {
    var sample = RulesSample()
    sample.policy.costs = Costs { $0 == .languageRank ? rank : $0 == .languageLevel ? level : 0 }
    sample.experts["E1"]?.languages = ["de": .c1, "en": .c2]
    sample.experts["E2"]?.languages = ["de": .c2, "en": .c2]
    #expect(sample.auditCase.language(of: try #require(Seats(["E1", "E2"]))) == language)
  }

  @Test("count each journey from abroad, and none to an audit by video")
  func travel() throws {
    var sample = sample(.travel)
    #expect(try rows(sample) == ["E1 travel 2 20", "E2 travel 1 10"])
    #expect(try rows(sample, ["E1", "E3"]) == ["E1 travel 2 20"])
    sample.travel["DE"] = ["DE": 5]
    #expect(try rows(sample, ["E1", "E3"]) == ["E1 travel 2 20"])
    sample.audit.remote = true
    #expect(try rows(sample) == [])
  }

  @Test("count a journey that the table lacks at its worst")
  func travelUnknown() throws {
    var sample = sample(.travel)
    sample.travel["AT"] = nil
    #expect(try rows(sample) == ["E1 travel 2 20", "E2 travel 1000000 10000000"])
  }

  @Test("count members without a shared sector")
  func sector() throws {
    var sample = sample(.sector)
    sample.experts["E1"]?.sectors = ["food", "ict"]
    sample.experts["E2"]?.sectors = ["food"]
    #expect(try rows(sample) == ["E2 sector 1 10"])
    sample.audit.sectors = []
    #expect(try rows(sample) == ["E1 sector 1 10", "E2 sector 1 10"])
  }

  @Test("count bids, and one that was not given as 1")
  func bid() throws {
    var sample = sample(.bid)
    sample.audit.bids = ["E1": 0, "E3": 3]
    #expect(try rows(sample) == ["E2 bid 1 10"])
    #expect(try rows(sample, ["E3", "E1"]) == ["E3 bid 3 30"])
  }

  @Test("count members of the audit's country, and two of one country")
  func country() throws {
    #expect(try rows(sample(.homeCountry), ["E1", "E3"]) == ["E3 home_country 1 10"])
    var sample = sample(.sameCountry)
    #expect(try rows(sample) == [])
    sample.experts["E2"]?.country = "FR"
    #expect(try rows(sample) == [" same_country 1 10"])
  }

  @Test(
    "count what the two served on together in the days before the start",
    arguments: [
      // 730 days before 2027-03-08 is 2025-03-08.
      ("2025-03-07", 0), ("2025-03-08", 1), ("2027-03-07", 1), ("2027-03-08", 0),
    ] as [(Day, Int)])
  func repeatPair(_ date: Day, _ units: Int) throws {
    var sample = sample(.repeatPair)
    sample.history = [
      HeldAudit(cluster: "C9", date: "2026-01-05", experts: ["E1"]),
      HeldAudit(cluster: "C9", date: "2026-02-05", experts: ["E2", "E3"]),
      HeldAudit(cluster: "C9", date: date, experts: ["E1", "E2", "E3"]),
    ]
    #expect(try rows(sample) == (units == 0 ? [] : [" repeat_pair 1 10"]))
    sample.history += Array(repeating: sample.history[2], count: 2)
    #expect(try rows(sample) == (units == 0 ? [] : [" repeat_pair 3 30"]))
  }

  @Test("count whole weeks from the preferred start, either way")
  func date() throws {
    var sample = sample(.date)
    #expect(try rows(sample) == [])
    sample.audit.preferred = "2027-03-16"
    #expect(try rows(sample, on: "2027-03-10") == [])
    #expect(try rows(sample, on: "2027-03-09") == [" date 1 10"])
    #expect(try rows(sample, on: "2027-03-22") == [])
    #expect(try rows(sample, on: "2027-03-30") == [" date 2 20"])
  }

  @Test("count the load at each member's next step")
  func load() throws {
    var sample = sample(.load)
    #expect(try rows(sample) == [])
    sample.experts["E1"]?.priorLoad = 4
    sample.standing["A2"] = CurrentPanel(start: "2027-03-29", experts: ["E1", "E2"], pinned: false)
    sample.standing["A1"] = CurrentPanel(start: "2027-03-29", experts: ["E1", "E2"], pinned: false)
    #expect(try rows(sample) == ["E1 load 5 50", "E2 load 1 10"])
  }

  @Test("count new members and another start, where there is a current panel")
  func change() throws {
    var sample = sample(.change)
    #expect(try rows(sample) == [])
    sample.current["A1"] = CurrentPanel(start: "2027-03-09", experts: ["E1", "E3"], pinned: false)
    sample.current["A2"] = CurrentPanel(start: "2027-03-09", experts: ["E1", "E2"], pinned: false)
    #expect(try rows(sample) == ["E2 change 1 10"])
    sample.policy.costs = Costs { $0 == .move ? 10 : 0 }
    #expect(try rows(sample) == [" move 1 10"])
    #expect(try rows(sample, on: "2027-03-09") == [])
  }

  @Test("come in the order of the table, then of the members")
  func order() throws {
    var sample = RulesSample()
    sample.experts["E1"]?.priorLoad = 1
    sample.audit.preferred = "2027-03-22"
    sample.current["A1"] = CurrentPanel(start: "2027-03-09", experts: ["E1"], pinned: false)
    #expect(
      try rows(sample, ["E2", "E1"]) == [
        "E1 travel 2 2", "E2 travel 1 1", "E1 bid 1 1", "E2 bid 1 1", "E1 load 1 1",
        " date 2 2", "E2 change 1 1", " move 1 1",
      ])
  }
}
