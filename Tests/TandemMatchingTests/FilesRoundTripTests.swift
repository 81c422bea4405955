import TandemModel
import Testing

@testable import TandemMatching

@Suite("Problem and plan files")
struct FilesRoundTripTests {
  @Test("bring every field to its place")
  func everyField() throws {
    let problem = try Problem.read(Array(FilesSample.text.utf8))
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    func id<Subject>(_ text: String) throws -> ID<Subject> { try #require(ID(text)) }
    func term<Vocabulary>(_ text: String) throws -> Term<Vocabulary> { try #require(Term(text)) }
    let (one, two, three): (ExpertID, ExpertID, ExpertID) = (
      try id("E1"), try id("E2"), try id("E3")
    )
    #expect(problem.horizon == (try day("2027-01-04"))...(try day("2027-12-17")))
    let gold = try term("gold") as Label
    let bronze = try term("bronze") as Label
    #expect(
      problem.policy
        == Policy(
          labels: [
            bronze: LabelPolicy(
              panel: 1, days: 1, renewalDays: 1, level: .b2, lead: false, nationals: 0...0),
            gold: LabelPolicy(
              panel: 2, days: 2, renewalDays: 1, level: .c1, lead: true, nationals: 0...1),
          ],
          sameCountry: .allow,
          coolingOff: [try term("employment"): .days(730), try term("family"): .never],
          rotation: Policy.Rotation(audits: 2, days: 1460), repeatPairDays: 731, restDays: 3,
          costs: Costs { row in
            switch row {
            case .languageRank: 1
            case .languageLevel: 2
            case .travel: 3
            case .sector: 4
            case .bid: 5
            case .homeCountry: 6
            case .sameCountry: 7
            case .repeatPair: 8
            case .load: 9
            case .date: 10
            case .change: 11
            case .move: 12
            }
          }))
    #expect(problem.experts.map(\.id) == [one, two, three])
    #expect(
      problem.experts[0]
        == Expert(
          id: one, country: try term("DE"), languages: [try term("de"): .c2, try term("en"): .c1],
          accredited: [bronze, gold], lead: [gold],
          sectors: [try term("ict"), try term("food")], maxAudits: 4, priorLoad: 5))
    #expect(
      problem.unavailable == [
        one: [
          (try day("2027-05-03"))...(try day("2027-05-07")),
          (try day("2027-06-01"))...(try day("2027-06-01")),
        ]
      ])
    #expect(
      problem.audits == [
        Audit(
          id: try id("A1"), cluster: try id("C1"), country: try term("FR"), label: gold,
          languages: [try term("fr"), try term("en")], members: [try id("M1"), try id("M2")],
          sectors: [try term("ict")], window: (try day("2027-03-01"))...(try day("2027-04-30")),
          priority: 7, objections: [three], recusals: [two], bids: [one: 0, three: 3],
          preferred: try day("2027-03-09"), renewal: true, remote: true,
          waivers: [
            .expert(.interest, one), .pair(.sameCountry, one, three), .panel(.noLead),
            .window(days: 5),
          ]),
        Audit(
          id: try id("A2"), cluster: try id("C2"), country: try term("DE"), label: bronze,
          languages: [try term("de")], sectors: [],
          window: (try day("2027-05-03"))...(try day("2027-05-31")), priority: 1),
      ])
    #expect(
      problem.current == [
        try id("A1"): CurrentPanel(
          start: try day("2027-03-02"), experts: [one, two], pinned: false)
      ])
    #expect(problem.groups == [try id("M1"): try id("G1"), try id("X9"): try id("G1")])
    #expect(
      problem.interests == [
        Interest(
          expert: one, organisation: try id("X9"), kind: try term("employment"),
          until: try day("2026-01-31")),
        Interest(expert: two, organisation: try id("M2"), kind: try term("family")),
      ])
    #expect(problem.relations == [try #require(Relation(one, three))])
    #expect(
      problem.history == [
        HeldAudit(
          cluster: try id("C1"), date: try day("2024-02-29"), experts: [one, try id("GONE")])
      ])
    let (de, fr): (Country, Country) = (try term("DE"), try term("FR"))
    #expect(problem.travel == [de: [de: 0, fr: 2], fr: [de: 3, fr: 1]])
    #expect(
      problem.closures == [
        de: [try day("2027-05-06")], fr: [try day("2027-07-14"), try day("2027-05-06")],
      ])
  }

  @Test("of one value have one text, in the order of ids and keys, a row a line")
  func deterministic() throws {
    let problem = try Problem.read(Array(FilesSample.text.utf8))
    let shuffled = FilesSample.edited(
      ("/experts/0", nil), ("/experts/2", FilesSample.text(at: "/experts/0")),
      ("/audits/0", nil), ("/audits/1", FilesSample.text(at: "/audits/0")),
      ("/audits/1/members", #"["M2", "M1"]"#), ("/relations", #"[["E1", "E3"]]"#),
      ("/travel", #"{"FR": {"FR": 1, "DE": 3}, "DE": {"FR": 2, "DE": 0}}"#))
    let written = problem.write()
    #expect(try Problem.read(shuffled).write() == written)
    let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.contains {
        $0 == #"  {"id":"A2","cluster":"C2","country":"DE","label":"bronze","languages":["de"],"#
          + #""sectors":[],"earliest":"2027-05-03","latest":"2027-05-31","priority":1}"#
      })
    #expect(lines.contains(#"  "DE":{"DE":0,"FR":2},"#))
    #expect(lines.contains(#"  ["E1","E3"]"#))
    #expect(lines.contains(#" "horizon":{"start":"2027-01-04","end":"2027-12-17"},"#))
    #expect(written.last == UInt8(ascii: "\n"))
  }

  static let plan = """
    {"format": "tandem-plan/1", "panels": [
      {"audit": "A2", "start": "2027-03-09", "experts": ["E2", "E1", "E1"], "language": "de"},
      {"audit": "A1", "start": "2027-03-10", "experts": [], "language": "en"}],
     "objective": {"unfilled": 3, "cost": 120}, "bound": {"unfilled": 2, "cost": 0},
     "optimal": true}
    """

  @Test("of a plan read and write, whatever the panels are")
  func plans() throws {
    let plan = try Plan.read(Array(Self.plan.utf8))
    #expect(plan.panels.map(\.audit.text) == ["A2", "A1"])
    #expect(plan.panels[0].experts.map(\.text) == ["E2", "E1", "E1"])
    #expect(plan.panels[0].start == Day("2027-03-09"))
    #expect(plan.panels[0].language.text == "de")
    #expect(plan.objective == Objective(unfilled: 3, cost: 120))
    #expect(plan.bound == Objective(unfilled: 2, cost: 0))
    #expect(plan.optimal)
    #expect(try Plan.read(plan.write()) == plan)
    var unproven = plan
    (unproven.bound, unproven.optimal, unproven.panels) = (nil, false, [])
    #expect(try Plan.read(unproven.write()) == unproven)
  }

  @Test(
    "of a plan are refused at what is wrong",
    arguments: [
      ("/format", "\"tandem-problem/1\""), ("/format", nil), ("/panels", nil),
      ("/panels/0/audit", nil), ("/panels/0/start", "\"2027-02-29\""),
      ("/panels/1/experts", nil), ("/panels/0/experts/2", "\"\""),
      ("/panels/0/language", "\"\""), ("/objective", nil), ("/objective/unfilled", "-1"),
      ("/objective/cost", "1.0"), ("/bound/cost", "1e2"), ("/bound", "[]"), ("/optimal", "1"),
    ])
  func badPlans(_ pointer: String, _ text: String?) {
    let json = FilesSample.parsed(Self.plan).setting(pointer, to: text.map(FilesSample.parsed))
    let error = #expect(throws: Faults.self) { try Plan.read(json.file()) }
    #expect(error?.faults.map(\.place) == [pointer])
  }
}

extension FilesSample {
  static func text(at pointer: String) -> String? {
    json.value(at: pointer).map { String(decoding: $0.file(), as: UTF8.self) }
  }
}
