import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("A rule for one expert")
struct RulesExpertTests {
  @Test("finds nothing wrong with the sample's panel")
  func valid() { #expect(RulesSample().sentences() == []) }

  @Test("NOT_ACCREDITED bars who may not audit the label")
  func notAccredited() {
    var sample = RulesSample()
    sample.experts["E2"]?.accredited = ["bronze"]
    #expect(sample.sentences() == ["E2 is not accredited for gold audits."])
    #expect(sample.evidence() == ["label=gold"])
    #expect(sample.codes() == [.notAccredited])
  }

  @Test("HOME_COUNTRY bars nationals where the label allows none, and is waived for one expert")
  func homeCountry() {
    var sample = RulesSample()
    #expect(sample.codes(["E2", "E3"]) == [])
    sample.policy.labels["gold"]?.nationals = 0...0
    let breaches = sample.breaches(["E2", "E3"])
    #expect(breaches.map(\.rule) == [.homeCountry, .nationals])
    #expect(
      breaches[0].sentence
        == "E3 lives in DE, where the audit takes place, and gold audits allow no nationals.")
    #expect(breaches[0].evidence.map(\.value) == ["DE", "gold"])
    sample.audit.waivers = [.expert(.homeCountry, "E3")]
    #expect(sample.codes(["E2", "E3"]) == [])
    sample.audit.waivers = [.expert(.homeCountry, "E2")]
    #expect(sample.codes(["E2", "E3"]) == [.homeCountry, .nationals])
  }

  @Test(
    "LANGUAGE asks for the label's level in one of the audit's languages",
    arguments: [
      ([Language: Level](), false), (["de": .c1], true), (["de": .b2, "en": .b2], false),
      (["en": .c1], true), (["fr": .c2], false),
    ])
  func language(_ languages: [Language: Level], _ speaks: Bool) {
    var sample = RulesSample()
    sample.experts["E1"]?.languages = languages
    #expect(sample.codes().contains(.language) == !speaks)
    #expect(sample.codes().contains(.noCommonLanguage) == !speaks)
  }

  @Test("LANGUAGE names each of the audit's languages with the expert's level")
  func languageEvidence() {
    var sample = RulesSample()
    sample.experts["E1"]?.languages = ["en": .b2, "fr": .c2]
    let breach = sample.breaches()[0]
    #expect(
      breach.sentence
        == "E1 speaks none of the audit's languages at C1 or better: de not at all, en B2.")
    #expect(breach.evidence.map(\.name) == ["required_level", "languages"])
    #expect(breach.evidence.map(\.value) == ["C1", "de not at all, en B2"])
  }

  @Test("OBJECTION bars whom the cluster objected to")
  func objection() {
    var sample = RulesSample()
    sample.audit.objections = ["E1", "E3"]
    #expect(sample.sentences() == ["The cluster C1 has objected to E1."])
    #expect(sample.evidence() == ["cluster=C1"])
    #expect(sample.codes() == [.objection])
  }

  @Test("RECUSAL bars who has recused themselves")
  func recusal() {
    var sample = RulesSample()
    sample.audit.recusals = ["E2"]
    #expect(sample.sentences() == ["E2 has recused themselves from A1."])
    #expect(sample.evidence() == ["audit=A1"])
    #expect(sample.codes() == [.recusal])
  }

  @Test(
    "UNAVAILABLE bars a start whose days meet an absence",
    arguments: [
      ("2027-03-08", "2027-03-08", true), ("2027-03-09", "2027-03-09", true),
      ("2027-03-09", "2027-03-20", true), ("2027-03-10", "2027-03-10", false),
      ("2027-03-07", "2027-03-07", false), ("2027-03-01", "2027-03-08", true),
      ("0001-01-01", "9999-12-31", true),
    ] as [(Day, Day, Bool)])
  func unavailable(_ first: Day, _ last: Day, _ isBarred: Bool) {
    var sample = RulesSample()
    sample.unavailable["E1"] = [first...last]
    #expect(sample.codes() == (isBarred ? [.unavailable] : []))
    sample.audit.waivers = [.expert(.unavailable, "E1")]
    #expect(sample.codes() == [])
  }

  @Test("UNAVAILABLE tells of each absence that the audit meets")
  func absences() {
    var sample = RulesSample()
    sample.unavailable["E1"] = ["2027-03-09"..."2027-03-09"]
    #expect(sample.evidence() == ["from=2027-03-09", "until=2027-03-09"])
    sample.unavailable["E1"] = [
      "2027-03-09"..."2027-03-09", "2027-03-20"..."2027-03-21", "2027-03-01"..."2027-03-08",
    ]
    #expect(
      sample.sentences() == [
        "E1 is unavailable on 2027-03-09.", "E1 is unavailable from 2027-03-01 to 2027-03-08.",
      ])
  }

  @Test(
    "ROTATION counts the cluster's audits that began in the days before the start",
    arguments: [
      // 1460 days before 2027-03-08 is 2023-03-09.
      ("2023-03-08", false), ("2023-03-09", true), ("2027-03-07", true), ("2027-03-08", false),
      ("2027-03-09", false), ("9999-12-31", false), ("0001-01-01", false),
    ] as [(Day, Bool)])
  func rotation(_ date: Day, _ isBarred: Bool) {
    var sample = RulesSample()
    sample.history = [
      HeldAudit(cluster: "C1", date: date, experts: ["E1", "GONE"]),
      HeldAudit(cluster: "C2", date: "2027-01-11", experts: ["E1", "E2"]),
    ]
    #expect(sample.codes() == (isBarred ? [.rotation] : []))
    sample.audit.waivers = [.expert(.rotation, "E1")]
    #expect(sample.codes() == [])
  }

  @Test("ROTATION bars from the policy's number of audits on, and a repeated row counts twice")
  func rotationLimit() {
    var sample = RulesSample()
    sample.policy.rotation = Policy.Rotation(audits: 2, days: 100)
    sample.history = [HeldAudit(cluster: "C1", date: "2027-02-01", experts: ["E2"])]
    #expect(sample.codes() == [])
    sample.history.append(HeldAudit(cluster: "C1", date: "2026-12-01", experts: ["E2"]))
    #expect(
      sample.sentences() == [
        "E2 served on 2 audits of C1 in the 100 days before the start (2026-12-01, 2027-02-01); "
          + "2 or more bar."
      ])
    #expect(
      sample.evidence() == ["cluster=C1", "served=2026-12-01, 2027-02-01", "audits=2", "days=100"])
    #expect(sample.codes(on: "2027-03-11") == [.rotation])
    #expect(sample.codes(on: "2027-03-15") == [])
    sample.history = Array(repeating: sample.history[0], count: 2)
    #expect(sample.codes() == [.rotation])
    sample.policy.rotation.days = 0
    #expect(sample.codes() == [])
  }

  @Test("ROTATION bars each stretch of days with the audits that count in it")
  func rotationStretches() {
    var sample = RulesSample()
    sample.policy.rotation = Policy.Rotation(audits: 1, days: 10)
    sample.history = ["2027-03-05", "2027-03-10", "2027-03-28"].map {
      HeldAudit(cluster: "C1", date: $0, experts: ["E1"])
    }
    let bars = sample.auditCase.bars(of: "E1", over: "2027-03-01"..."2027-03-31")
    #expect(
      bars.map(\.starts.description) == [
        "2027-03-06...2027-03-10", "2027-03-11...2027-03-15", "2027-03-16...2027-03-20",
        "2027-03-29...2027-03-31",
      ])
    #expect(
      bars.map { $0.breach.evidence[1].value } == [
        "2027-03-05", "2027-03-05, 2027-03-10", "2027-03-10", "2027-03-28",
      ])
  }

  @Test("bars of an expert come in the order of the model's tables, those waived among them")
  func order() {
    var sample = RulesSample()
    sample.policy.labels["gold"]?.nationals = 0...0
    sample.experts["E3"]?.accredited = []
    sample.experts["E3"]?.languages = [:]
    sample.experts["E3"]?.maxAudits = 1
    sample.audit.objections = ["E3"]
    sample.audit.recusals = ["E3"]
    sample.interests = [Interest(expert: "E3", organisation: "C1", kind: "family")]
    sample.history = [HeldAudit(cluster: "C1", date: "2027-02-01", experts: ["E3"])]
    sample.unavailable["E3"] = ["2027-03-09"..."2027-03-09"]
    sample.standing["A2"] = CurrentPanel(start: "2027-03-08", experts: ["E3"], pinned: false)
    sample.audit.waivers = [.expert(.interest, "E3")]
    let bars = sample.auditCase.bars(of: "E3", over: "2027-03-08"..."2027-03-08")
    #expect(
      bars.map(\.breach.rule) == [
        .notAccredited, .homeCountry, .language, .objection, .recusal, .interest, .rotation,
        .unavailable, .busy, .capacity,
      ])
    let waived = sample.auditCase.waivedBreaches(of: ["E1", "E3"], on: "2027-03-08")
    #expect(waived.map(\.rule) == [.interest])
    #expect(sample.auditCase.bars(of: "NOBODY", over: "2027-03-08"..."2027-03-08").isEmpty)
  }
}
