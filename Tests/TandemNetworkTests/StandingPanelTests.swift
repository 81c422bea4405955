import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// A panel that stands is checked again on every reading: what changes around it shows at once.
@Suite struct StandingPanelTests {
  /// A fact that breaks the panel of A, and what takes it back.
  struct Fact: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rules: [Rule]
    var happen: @Sendable (Network) async throws -> Void
    var mend: @Sendable (Network) async throws -> Void
  }

  static let facts: [Fact] = [
    Fact(
      testDescription: "a group joins two organisations", rules: [.interest],
      happen: { network in
        try await network.run(.createOrganisation(Organisation(id: "SISTER", group: "OWNER")))
        try await network.run(
          .createInterest("I", Interest(expert: "E1", organisation: "SISTER", kind: "family")))
        #expect(network.standingBreaches(of: "A") == [])
        try await network.updateOrganisation("M") { $0.group = "OWNER" }
      }, mend: { try await $0.updateOrganisation("M") { $0.group = nil } }),
    Fact(
      testDescription: "an interest goes on for longer", rules: [.interest],
      happen: { network in
        var interest = Interest(expert: "E2", organisation: "C", kind: "employment")
        interest.until = day("2025-03-08")
        try await network.run(.createInterest("I", interest))
        #expect(network.standingBreaches(of: "A") == [])
        interest.until = day("2025-03-09")
        let revision = try network.snapshot.state.interest("I").revision
        try await network.run(.updateInterest("I", interest, readAt: revision))
      }, mend: { try await $0.run(.deleteInterest("I")) }),
    Fact(
      testDescription: "a longer cooling-off", rules: [.interest],
      happen: { network in
        var interest = Interest(expert: "E2", organisation: "C", kind: "membership")
        interest.until = day("2025-03-10")
        try await network.run(.createInterest("I", interest))
        #expect(network.standingBreaches(of: "A") == [])
        try await network.updatePolicy { $0.coolingOff["membership"] = .days(730) }
      }, mend: { try await $0.updatePolicy { $0.coolingOff["membership"] = .days(728) } }),
    Fact(
      testDescription: "no nationals any more", rules: [.homeCountry, .nationals],
      happen: { network in
        try await network.updateExpert("E2") { $0.country = "DE" }
        #expect(network.standingBreaches(of: "A") == [])
        try await network.updatePolicy { $0.labels["gold"]?.nationals = 0...0 }
      }, mend: { try await $0.updatePolicy { $0.labels["gold"]?.nationals = 0...1 } }),
    Fact(
      testDescription: "one country is forbidden", rules: [.sameCountry],
      happen: { network in
        try await network.updateExpert("E2") { $0.country = "AT" }
        try await network.updatePolicy { $0.sameCountry = .forbid }
      }, mend: { try await $0.updateExpert("E2") { $0.country = "FR" } }),
    Fact(
      testDescription: "a lead qualification ends", rules: [.noLead],
      happen: { try await $0.updateExpert("E1") { $0.lead = [] } },
      mend: { try await $0.updateExpert("E2") { $0.lead = ["gold"] } }),
    Fact(
      testDescription: "an accreditation ends", rules: [.notAccredited],
      happen: { try await $0.updateExpert("E1") { $0.accredited = [] } },
      mend: { try await $0.updateExpert("E1") { $0.accredited = ["gold"] } }),
    Fact(
      testDescription: "the audit's languages change",
      rules: [.language, .language, .noCommonLanguage],
      happen: { try await $0.updateAudit("A") { $0.languages = ["fr"] } },
      mend: { try await $0.updateAudit("A") { $0.languages = ["fr", "en"] } }),
    Fact(
      testDescription: "the window moves", rules: [.window],
      happen: {
        try await $0.updateAudit("A") { $0.window = day("2027-03-10")...day("2027-03-31") }
      },
      mend: {
        try await $0.updateAudit("A") { $0.window = day("2027-03-09")...day("2027-03-10") }
      }),
    Fact(
      testDescription: "a closure", rules: [.window],
      happen: { try await $0.run(.setClosures("DE", [day("2027-03-10")])) },
      mend: { try await $0.run(.setClosures("DE", [day("2027-03-11")])) }),
    Fact(
      testDescription: "an absence moves", rules: [.unavailable],
      happen: { network in
        var absence = Absence(expert: "E2", days: day("2027-03-11")...day("2027-03-12"))
        try await network.run(.createAbsence("U", absence))
        #expect(network.standingBreaches(of: "A") == [])
        absence.days = day("2027-03-10")...day("2027-03-12")
        let revision = try network.snapshot.state.absence("U").revision
        try await network.run(.updateAbsence("U", absence, readAt: revision))
      }, mend: { try await $0.run(.deleteAbsence("U")) }),
    Fact(
      testDescription: "a recusal", rules: [.recusal],
      happen: { try await $0.updateAudit("A") { $0.recusals = ["E1"] } },
      mend: { try await $0.updateAudit("A") { $0.recusals = ["E3"] } }),
    Fact(
      testDescription: "an objection", rules: [.objection],
      happen: { try await $0.updateAudit("A") { $0.objections = ["E2"] } },
      mend: { try await $0.updateAudit("A") { $0.objections = [] } }),
    Fact(
      testDescription: "a relation", rules: [.related],
      happen: { network in
        let relation = try #require(Relation("E1", "E2"))
        try await network.run(.createRelation("P", relation))
      }, mend: { try await $0.run(.deleteRelation("P")) }),
    Fact(
      testDescription: "two interests in one group", rules: [.sharedOrganisation],
      happen: { network in
        try await network.run(.createOrganisation(Organisation(id: "ONE", group: "OWNER")))
        try await network.run(.createOrganisation(Organisation(id: "TWO")))
        for (id, expert, organisation) in [("I", "E1", "ONE"), ("J", "E2", "TWO")] {
          try await network.run(
            .createInterest(
              try #require(InterestID(id)),
              Interest(
                expert: try #require(ExpertID(expert)),
                organisation: try #require(OrganisationID(organisation)), kind: "family")))
        }
        #expect(network.standingBreaches(of: "A") == [])
        try await network.updateOrganisation("TWO") { $0.group = "OWNER" }
      }, mend: { try await $0.run(.deleteInterest("J")) }),
    Fact(
      testDescription: "an earlier audit becomes known", rules: [.rotation],
      happen: { network in
        let file = try SmallProblem {
          $0.history = [HeldAudit(cluster: "C", date: day("2025-03-10"), experts: ["E1"])]
        }.file()
        try await network.run(.importProblem(file, withoutAudits: true))
      }, mend: { try await $0.updatePolicy { $0.rotation.days = 365 } }),
    Fact(
      testDescription: "smaller panels", rules: [.size],
      happen: { try await $0.updatePolicy { $0.labels["gold"]?.panel = 1 } },
      mend: { try await $0.updatePolicy { $0.labels["gold"]?.panel = 2 } }),
    Fact(
      testDescription: "more days of rest", rules: [.busy],
      happen: { network in
        let other = PanelChoice(experts: ["E2", "E3"], start: day("2027-03-15"))
        try await network.run(.assignPanel("B", other, note: "a test"))
        #expect(network.standingBreaches(of: "A") == [])
        try await network.updatePolicy { $0.restDays = 5 }
      }, mend: { try await $0.run(.unassignPanel("B", reason: "too close")) }),
    Fact(
      testDescription: "an expert takes on less", rules: [.capacity],
      happen: { network in
        let other = PanelChoice(experts: ["E2", "E3"], start: day("2027-03-15"))
        try await network.run(.assignPanel("B", other, note: "a test"))
        try await network.updateExpert("E2") { $0.maxAudits = 1 }
      }, mend: { try await $0.run(.withdrawAudit("B", reason: "merged")) }),
  ]

  @Test("a later fact shows in the panel that stands, and goes when it is mended", arguments: facts)
  func laterFact(_ fact: Fact) async throws {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    #expect(network.standingBreaches(of: "A") == [])
    try await fact.happen(network)
    #expect(network.standingBreaches(of: "A") == fact.rules)
    #expect(try network.snapshot.state.audit("A").state == .proposed, "nothing is moved")
    #expect(await network.refused(.pinPanel("A"))?.hasPrefix("broken: A") == true)
    try await fact.mend(network)
    #expect(network.standingBreaches(of: "A") == [])
    try await network.run(.pinPanel("A"))
  }

  @Test("a pinned audit is checked against its pin, and keeps it until it is unpinned")
  func pinned() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await network.run(.pinPanel("A"))
    #expect(network.standingBreaches(of: "A") == [])
    let other = PanelChoice(experts: ["E1", "E2"], start: day("2027-03-10"))
    func rules() throws -> [Rule] {
      try network.snapshot.check(other, for: "A", on: Sample.moment.today).breaches.map(\.rule)
    }
    #expect(try rules() == [.pinned])
    try await network.run(.unpinPanel("A"))
    #expect(try rules() == [])
  }
}
