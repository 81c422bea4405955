import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("A rule for a panel")
struct RulesPanelTests {
  @Test(
    "SIZE alone is told of where the number of different experts is not the label's",
    arguments: [
      ([], "nobody"), (["E1"], "E1"), (["E2", "E2"], "E2, E2"),
      (["E3", "E2", "E1"], "E1, E2, E3"),
    ] as [([ExpertID], String)])
  func size(_ experts: [ExpertID], _ given: String) {
    var sample = RulesSample()
    sample.experts["E1"]?.accredited = []
    sample.experts["E2"]?.accredited = []
    #expect(
      sample.sentences(experts, on: "2027-03-07") == [
        "A gold panel has exactly 2 different experts, and this one names \(given)."
      ])
    #expect(sample.evidence(experts) == ["label=gold", "required=2", "given=\(experts.count)"])
    #expect(sample.codes(experts) == [.size])
  }

  @Test("SIZE is that of the label")
  func sizeOfOne() {
    var sample = RulesSample()
    sample.audit.label = "bronze"
    #expect(sample.codes(["E1"]) == [])
    #expect(
      sample.sentences() == ["A bronze panel has exactly 1 expert, and this one names E1, E2."])
  }

  @Test("RELATED bars two between whom a relation is declared, whichever way")
  func related() throws {
    var sample = RulesSample()
    sample.relations = [try #require(Relation("E2", "E1")), try #require(Relation("E1", "GONE"))]
    #expect(sample.sentences() == ["A relation is declared between E1 and E2."])
    #expect(sample.evidence(["E2", "E1"]) == [])
    #expect(sample.codes(["E1", "E3"]) == [])
    sample.audit.waivers = [.pair(.related, "E1", "E2")]
    #expect(sample.codes(["E2", "E1"]) == [])
  }

  @Test("SAME_COUNTRY bars two of one country where the policy forbids it")
  func sameCountry() {
    var sample = RulesSample()
    sample.experts["E2"]?.country = "FR"
    #expect(sample.codes() == [])
    sample.policy.sameCountry = .forbid
    #expect(sample.sentences() == ["E1 and E2 both live in FR, which the policy forbids."])
    #expect(sample.evidence() == ["country=FR"])
    #expect(sample.codes(["E1", "E3"]) == [])
    sample.audit.waivers = [.pair(.sameCountry, "E1", "E2")]
    #expect(sample.codes() == [])
  }

  @Test(
    "NATIONALS keeps the members of the audit's country within the label's bounds",
    arguments: [
      (0...1, ["E1", "E2"], nil), (0...1, ["E1", "E3"], nil),
      (
        1...1, ["E1", "E2"],
        "No member lives in DE, where the audit takes place, and gold "
          + "panels have exactly 1."
      ),
      (
        2...2, ["E1", "E3"],
        "1 member (E3) lives in DE, where the audit takes place, and gold "
          + "panels have exactly 2."
      ),
      (
        0...1, ["E3", "E4"],
        "2 members (E3 and E4) live in DE, where the audit takes place, and "
          + "gold panels have 0 to 1."
      ),
      (1...2, ["E3", "E4"], nil),
    ] as [(ClosedRange<Int>, [ExpertID], String?)])
  func nationals(_ allowed: ClosedRange<Int>, _ experts: [ExpertID], _ sentence: String?) {
    var sample = RulesSample()
    sample.experts["E4"] = RulesSample.expert("E4", of: "DE")
    sample.policy.labels["gold"]?.nationals = allowed
    #expect(sample.sentences(experts) == [sentence].compactMap { $0 })
    sample.audit.waivers = [.panel(.nationals)]
    #expect(sample.codes(experts) == [])
  }

  @Test("NATIONALS gives the number beside the least and the most")
  func nationalsEvidence() {
    var sample = RulesSample()
    sample.policy.labels["gold"]?.nationals = 1...2
    #expect(sample.evidence() == ["country=DE", "nationals=0", "least=1", "most=2"])
    #expect(sample.breaches()[0].experts == ["E1", "E2"])
  }

  @Test("NATIONALS counts a member with a HOME_COUNTRY waiver where the most is not 0")
  func nationalsBesideHomeCountry() {
    var sample = RulesSample()
    sample.audit.waivers = [.expert(.homeCountry, "E3")]
    sample.policy.labels["gold"]?.nationals = 1...1
    #expect(sample.codes(["E1", "E3"]) == [])
    sample.policy.labels["gold"]?.nationals = 0...0
    #expect(sample.codes(["E1", "E3"]) == [])
  }

  @Test("NO_COMMON_LANGUAGE asks for one language that both speak well enough")
  func noCommonLanguage() {
    var sample = RulesSample()
    sample.experts["E1"]?.languages = ["en": .c2, "de": .b2, "fr": .c2]
    sample.experts["E2"]?.languages = ["de": .c2, "fr": .c2]
    #expect(
      sample.sentences() == [
        "E1 (de B2, en C2) and E2 (de C2, en not at all) share none of the audit's languages at "
          + "C1 or better."
      ])
    #expect(
      sample.evidence() == [
        "required_level=C1", "E1.languages=de B2, en C2", "E2.languages=de C2, en not at all",
      ])
    sample.experts["E1"]?.languages["de"] = .c1
    #expect(sample.codes() == [])
    #expect(sample.breaches().first?.waiver == nil)
  }

  @Test("NO_LEAD asks for one member who may lead, where the label needs one")
  func noLead() {
    var sample = RulesSample()
    sample.experts["E1"]?.lead = ["bronze"]
    #expect(sample.sentences() == ["Neither E1 nor E2 is qualified to lead gold audits."])
    #expect(sample.evidence() == ["label=gold"])
    #expect(sample.codes(["E1", "E3"]) == [])
    sample.audit.waivers = [.panel(.noLead)]
    #expect(sample.codes() == [])
    sample.audit.waivers = []
    sample.policy.labels["gold"]?.panel = 1
    #expect(sample.sentences(["E2"]) == ["E2 is not qualified to lead gold audits."])
    sample.policy.labels["gold"]?.lead = false
    #expect(sample.codes(["E2"]) == [])
  }

  @Test("breaches come in the order of the model's tables")
  func order() throws {
    var sample = RulesSample()
    sample.experts["E1"]?.accredited = []
    sample.experts["E1"]?.lead = []
    sample.experts["E1"]?.country = "AT"
    sample.experts["E1"]?.languages = ["en": .c1]
    sample.experts["E2"]?.languages = ["de": .c1]
    sample.experts["E2"]?.maxAudits = 0
    sample.policy.sameCountry = .forbid
    sample.policy.labels["gold"]?.nationals = 1...1
    sample.relations = [try #require(Relation("E2", "E1"))]
    sample.interests = ["E1", "E2"].map {
      Interest(expert: $0, organisation: "X", kind: "family")
    }
    sample.current["A1"] = CurrentPanel(start: "2027-03-08", experts: ["E1", "E3"], pinned: true)
    sample.unavailable["E2"] = ["2027-03-06"..."2027-03-06"]
    let codes: [Rule] = [
      .window, .notAccredited, .unavailable, .sharedOrganisation, .related, .sameCountry,
      .nationals, .noCommonLanguage, .noLead, .capacity, .pinned,
    ]
    #expect(sample.codes(on: "2027-03-06") == codes)
    #expect(sample.codes(["E2", "E1"], on: "2027-03-06") == codes)
  }
}
