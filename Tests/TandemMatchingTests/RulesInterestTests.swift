import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("INTEREST and SHARED_ORGANISATION")
struct RulesInterestTests {
  private func sample(
    _ organisation: OrganisationID, _ kind: InterestKind = "employment", until: Day? = nil,
    groups: [OrganisationID: OrganisationID] = [:]
  ) -> RulesSample {
    var sample = RulesSample()
    sample.groups = groups
    sample.interests = [
      Interest(expert: "E1", organisation: organisation, kind: kind, until: until)
    ]
    return sample
  }

  @Test(
    "an interest counts until its cooling-off is over",
    arguments: [
      // 730 days after 2025-03-08 is 2027-03-08.
      ("employment", "2025-03-08", true), ("employment", "2025-03-07", false),
      ("employment", "2027-12-01", true), ("employment", "9999-12-31", true),
      ("family", "0001-01-01", true), ("a kind the policy lacks", "2001-01-01", true),
    ] as [(InterestKind, Day, Bool)])
  func coolingOff(_ kind: InterestKind, _ until: Day, _ isBarred: Bool) {
    var sample = sample("C1", kind, until: until)
    #expect(sample.codes() == (isBarred ? [.interest] : []))
    sample.audit.waivers = [.expert(.interest, "E1")]
    #expect(sample.codes() == [])
    sample.audit.waivers = []
    sample.interests.append(Interest(expert: "E2", organisation: "X", kind: kind, until: until))
    sample.interests[0].organisation = "X"
    #expect(sample.codes() == (isBarred ? [.sharedOrganisation] : []))
    sample.audit.waivers = [.pair(.sharedOrganisation, "E1", "E2")]
    #expect(sample.codes() == [])
  }

  @Test("an interest counts for its group, followed one step, and under a group's own id")
  func groups() {
    #expect(sample("X").codes() == [])
    #expect(sample("X", groups: ["X": "G", "M1": "G"]).codes() == [.interest])
    #expect(sample("G", groups: ["M1": "G"]).codes() == [.interest])
    #expect(sample("X", groups: ["X": "M1"]).codes() == [.interest])
    #expect(sample("X", groups: ["X": "G", "G": "M1"]).codes() == [])
    #expect(sample("M1", groups: ["M1": "G"]).codes() == [.interest])
  }

  @Test("the sentence names the organisation, what it touches and for how long it counts")
  func sentences() {
    #expect(
      sample("C1").sentences() == [
        "E1 holds an employment interest in C1, the audited cluster, still running."
      ])
    #expect(
      sample("M1", until: "2026-01-31", groups: ["M1": "G"]).sentences() == [
        "E1 holds an employment interest in M1, a member of the cluster (group G), ended on "
          + "2026-01-31 and cooling off until 2028-01-31."
      ])
    #expect(
      sample("X", "family", until: "2001-01-01", groups: ["X": "G", "M2": "G"]).sentences() == [
        "E1 holds a family interest in X, of one group (G) with M2, a member of the cluster, "
          + "ended on 2001-01-01 but never cooling off."
      ])
  }

  @Test("the evidence names the interest, the group and who of the cluster is of it")
  func evidence() {
    #expect(
      sample("X", until: "2026-01-31", groups: ["X": "G", "M2": "G", "M1": "G"]).evidence() == [
        "organisation=X", "group=G", "kind=employment", "until=2026-01-31",
        "cooling_off_until=2028-01-31", "member=M1",
      ])
    #expect(
      sample("X", groups: ["X": "G", "M1": "G", "C1": "G"]).evidence() == [
        "organisation=X", "group=G", "kind=employment", "cluster=C1",
      ])
    #expect(
      sample("M2", "family", until: "2020-01-01", groups: ["M2": "G", "C1": "G"]).evidence() == [
        "organisation=M2", "group=G", "kind=family", "until=2020-01-01",
        "cooling_off_until=never", "member=M2",
      ])
  }

  @Test("each interest that bars is told of, and one elsewhere is not")
  func several() {
    var sample = sample("M1")
    sample.interests.append(Interest(expert: "E1", organisation: "M2", kind: "family"))
    sample.interests.append(Interest(expert: "E1", organisation: "X", kind: "family"))
    sample.interests.append(Interest(expert: "E3", organisation: "C1", kind: "family"))
    sample.interests.append(Interest(expert: "GONE", organisation: "C1", kind: "family"))
    #expect(
      sample.breaches().map { $0.evidence.first?.value ?? "" } == ["M1", "M2"])
    let bar = sample.auditCase.bars(of: "E1", over: Day.first...Day.last)[0]
    #expect(bar.starts == Day.first...Day.last)
  }

  @Test("SHARED_ORGANISATION tells of each shared group with the interests that last longest")
  func shared() {
    var sample = RulesSample()
    sample.groups = ["X1": "G", "X2": "G"]
    sample.interests = [
      Interest(expert: "E1", organisation: "X1", kind: "employment", until: "2026-06-01"),
      Interest(expert: "E1", organisation: "X2", kind: "employment", until: "2026-07-01"),
      Interest(expert: "E2", organisation: "X1", kind: "employment"),
      Interest(expert: "E2", organisation: "X2", kind: "employment", until: "2026-07-01"),
      Interest(expert: "E2", organisation: "Y", kind: "family"),
    ]
    #expect(
      sample.sentences() == [
        "E1 and E2 both hold an interest in group G: E1 an employment one in X2, ended on "
          + "2026-07-01 and cooling off until 2028-06-30; E2 an employment one in X1, still "
          + "running."
      ])
    #expect(
      sample.evidence() == [
        "group=G", "E1.organisation=X2", "E1.kind=employment", "E1.until=2026-07-01",
        "E1.cooling_off_until=2028-06-30", "E2.organisation=X1", "E2.kind=employment",
      ])
    let bars = sample.auditCase.bars(of: "E2", and: "E1", over: "2027-03-01"..."2027-03-31")
    #expect(bars.map(\.starts) == [Day.first..."2028-06-30"])
    sample.interests.append(Interest(expert: "E1", organisation: "Y", kind: "employment"))
    #expect(sample.breaches(["E2", "E1"]).map { $0.evidence[0].value } == ["G", "Y"])
  }
}
