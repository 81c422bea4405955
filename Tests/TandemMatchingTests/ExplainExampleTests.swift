import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("An explanation")
struct ExplainExampleTests {
  @Test("of an expert who is left out names each reason, its starts and whether it is waived")
  func reasons() throws {
    var sample = RulesSample()
    sample.audit.objections = ["E3"]
    sample.unavailable["E3"] = ["2027-03-10"..."2027-03-11"]
    sample.audit.waivers = [.expert(.unavailable, "E3")]
    let why = try #require(sample.auditCase.whyNot("E3"))
    #expect(
      why.reasons.map(\.breach.sentence) == [
        "The cluster C1 has objected to E3.",
        "E3 is unavailable from 2027-03-10 to 2027-03-11.",
      ])
    #expect(why.reasons.map(\.isWaived) == [false, true])
    #expect(why.reasons[0].starts == sample.auditCase.starts)
    #expect(why.reasons[1].starts == ["2027-03-09", "2027-03-10", "2027-03-11"])
    guard case .barred = why.answer else {
      Issue.record("\(why.answer)")
      return
    }
  }

  @Test("of an expert whom nothing bars is the extra cost against the best panel or a given one")
  func extraCost() throws {
    var sample = RulesSample()
    sample.travel["AT"]?["DE"] = 5
    let best = try #require(PanelRanking(of: sample.auditCase).first { _ in true })
    #expect(best.panel.seats == Seats("E1", "E3"))
    for given in [nil, best.panel] {
      let why = try #require(sample.auditCase.whyNot("E2", against: given))
      guard case .panel(let panel, let difference) = why.answer else {
        Issue.record("\(why.answer)")
        return
      }
      #expect(panel.panel.seats.experts.contains("E2"))
      #expect(difference == panel.cost - best.cost)
    }
    let dear = Panel(start: "2027-03-08", seats: Seats("E1", "E2"), language: "de")
    let why = try #require(sample.auditCase.whyNot("E3", against: dear))
    guard case .panel(let panel, let difference) = why.answer else {
      Issue.record("\(why.answer)")
      return
    }
    let rows = sample.auditCase.costRows(of: dear.seats, on: dear.start)
    #expect(difference == panel.cost - rows.total)
    #expect(difference < 0)
  }

  @Test("of an expert whom only panel rules keep out counts the partners that each rejects")
  func obstacles() throws {
    var sample = RulesSample()
    sample.relations = Set([Relation("E1", "E2"), Relation("E2", "E3")].compactMap { $0 })
    sample.experts["E3"]?.lead = []
    let why = try #require(sample.auditCase.whyNot("E2"))
    guard case .noPanel(let obstacles) = why.answer else {
      Issue.record("\(why.answer)")
      return
    }
    #expect(why.reasons.isEmpty)
    #expect(obstacles.partners == 2)
    #expect(obstacles.obstacles.map(\.partners) == [2, 1])
    #expect(
      obstacles.obstacles.map(\.example.sentence) == [
        "A relation is declared between E1 and E2.",
        "Neither E2 nor E3 is qualified to lead gold audits.",
      ])
  }

  @Test("on a start that is not valid says why, and still names what bars the expert then")
  func noStart() throws {
    var sample = RulesSample()
    sample.unavailable["E1"] = ["2027-03-06"..."2027-03-06"]
    let why = try #require(sample.auditCase.whyNot("E1", on: "2027-03-06"))
    guard case .noStart(let breaches) = why.answer else {
      Issue.record("\(why.answer)")
      return
    }
    #expect(
      breaches.map(\.sentence) == [
        "An audit from 2027-03-06 to 2027-03-07 takes in 2027-03-06, a Saturday."
      ])
    #expect(why.reasons.map(\.breach.rule) == [.unavailable])
    sample.closures["DE"] = Set((0..<31).map { ("2027-03-01" as Day).adding($0) })
    guard case .noStart(let none) = sample.auditCase.whyNot("E1")?.answer else {
      Issue.record("there is no start")
      return
    }
    #expect(none.isEmpty)
  }

  @Test("is not given of an expert whom the problem does not have")
  func unknown() {
    #expect(RulesSample().auditCase.whyNot("E9") == nil)
  }

  @Test("of an open audit shows where the experts are lost, on a start and on all of them")
  func funnel() throws {
    var sample = RulesSample()
    sample.audit.recusals = ["E2"]
    sample.unavailable["E1"] = ["2027-03-10"..."2027-03-10"]
    sample.standing["A3"] = CurrentPanel(start: "2027-03-23", experts: ["E3"], pinned: false)
    let why = sample.auditCase.whyUnfilled()
    #expect(why.whole.experts == 3)
    #expect(why.whole.expertSteps.map(\.left) == [3, 3, 3, 3, 2, 2, 2, 2, 2, 2])
    #expect(why.whole.panels == 1)
    #expect(why.whole.panelSteps.map(\.left) == [1, 1, 1, 1, 1, 1])
    let away = try #require(why.starts.first { $0.start == "2027-03-10" })
    #expect(away.funnel.expertSteps.map(\.left) == [3, 3, 3, 3, 2, 2, 2, 1, 1, 1])
    #expect(away.funnel.panels == 0)
    let busy = try #require(why.starts.first { $0.start == "2027-03-24" })
    #expect(busy.funnel.expertSteps.map(\.left) == [3, 3, 3, 3, 2, 2, 2, 2, 1, 1])
    sample.audit.window = "2027-03-06"..."2027-03-07"
    let never = sample.auditCase.whyUnfilled()
    #expect(never.starts.isEmpty)
    #expect(never.whole.expertSteps.allSatisfy { $0.left == 0 })
  }

  @Test("of what to waive names a WINDOW with all its days, beyond one that the audit has")
  func window() throws {
    var sample = RulesSample()
    sample.audit.window = "2027-03-06"..."2027-03-07"
    sample.audit.waivers = [.window(days: 1)]
    let relaxations = sample.auditCase.relaxations()
    #expect(relaxations.map(\.waivers) == [[.window(days: 2)]])
    #expect(relaxations.map(\.weight) == [1])
    // From Thursday, and from Monday, it lies 2 days outside.
    #expect(relaxations.map(\.panel.start) == ["2027-03-04"])
    sample.audit.waivers = [.window(days: 2)]
    #expect(sample.auditCase.relaxations().map(\.waivers) == [[]])
    sample.experts["E1"]?.accredited = []
    sample.experts["E3"]?.accredited = []
    #expect(sample.auditCase.relaxations().isEmpty)
  }

  @Test(
    "weighs each waiver as the model's table says",
    arguments: [
      (.expert(.unavailable, "E1"), 1), (.pair(.sameCountry, "E1", "E2"), 1),
      (.expert(.homeCountry, "E1"), 2), (.panel(.nationals), 2), (.panel(.noLead), 2),
      (.expert(.rotation, "E1"), 3), (.pair(.sharedOrganisation, "E1", "E2"), 5),
      (.pair(.related, "E1", "E2"), 5), (.expert(.interest, "E1"), 8), (.window(days: 1), 1),
      (.window(days: 7), 1), (.window(days: 8), 2), (.window(days: 28), 4),
    ] as [(Waiver, Int)])
  func weights(_ waiver: Waiver, _ weight: Int) {
    #expect(waiver.weight == weight)
  }

  @Test("orders waivers by the rule's code, then by ids, then by days")
  func order() {
    let ordered: [Waiver] = [
      .expert(.homeCountry, "E2"), .expert(.interest, "E1"), .expert(.interest, "E2"),
      .panel(.nationals), .panel(.noLead), .pair(.related, "E1", "E2"),
      .pair(.related, "E1", "E3"), .pair(.sameCountry, "E1", "E2"), .expert(.unavailable, "E1"),
      .window(days: 3), .window(days: 12),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }
}
