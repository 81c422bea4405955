import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// What each command is refused for, in the small network, whose import is revision 1.
@Suite struct CommandRefusalTests {
  private static let known = SmallProblem()
  private static let interest = Interest(expert: "E9", organisation: "NOBODY", kind: "friendship")
  private static let days = day("2027-01-01")...day("2027-01-02")

  private static func expert(_ edit: (inout Expert) -> Void = { _ in }) -> Expert {
    var expert = SmallProblem.expert("NEW", "AT", lead: true)
    edit(&expert)
    return expert
  }

  private static func audit(
    _ id: AuditID = "NEW", _ edit: (inout Audit) -> Void = { _ in }
  ) -> Audit {
    var audit = SmallProblem.audit(id, of: "C")
    edit(&audit)
    return audit
  }

  private static let manyFaults = audit {
    $0.label = "platinum"
    $0.country = "NO"
    $0.members = ["C"]
    $0.objections = ["E8"]
    $0.recusals = ["E1", "E9"]
    $0.bids = ["E7": 0]
    $0.waivers = [.expert(.interest, "E6")]
    $0.window = day("2022-01-03")...day("2022-11-14")
  }

  private static let refused: [(Command, String)] = [
    (.createExpert(known.experts[0], Person()), "already exists: expert E1"),
    (
      .createExpert(
        expert {
          $0.country = "NO"
          $0.accredited = ["gold", "platinum"]
          $0.lead = ["diamond"]
        }, Person()), "invalid expert.accredited expert.lead expert.country"
    ),
    (.updateExpert(expert(), Person(), readAt: 1), "not found: expert NEW"),
    (.updateExpert(known.experts[0], Person(), readAt: 0), "stale: expert E1 at 1"),
    (.updateExpert(known.experts[0], Person(), readAt: 2), "stale: expert E1 at 1"),
    (.retireExpert("E9"), "not found: expert E9"),
    (.createOrganisation(Organisation(id: "C")), "already exists: organisation C"),
    (
      .createOrganisation(Organisation(id: "NEW", members: ["NEW"])),
      "invalid organisation.members"
    ),
    (.updateOrganisation(Organisation(id: "NEW"), readAt: 1), "not found: organisation NEW"),
    (.updateOrganisation(Organisation(id: "C"), readAt: 3), "stale: organisation C at 1"),
    (.deleteOrganisation("NEW"), "not found: organisation NEW"),
    (
      .deleteOrganisation("C"),
      "not now: organisation C: audit A names it; change or delete that first"
    ),
    (
      .deleteOrganisation("M"),
      "not now: organisation M: audit A names it; change or delete that first"
    ),
    (
      .createInterest("I", interest),
      "invalid interest.expert interest.organisation interest.kind"
    ),
    (.updateInterest("I", interest, readAt: 1), "not found: interest I"),
    (.deleteInterest("I"), "not found: interest I"),
    (.deleteRelation("P"), "not found: relation P"),
    (
      .createAbsence("U", Absence(expert: "E9", days: days)),
      "invalid absence.expert"
    ),
    (.updateAbsence("U", Absence(expert: "E1", days: days), readAt: 1), "not found: absence U"),
    (.deleteAbsence("U"), "not found: absence U"),
    (.submitAudit(audit("A"), contact: Person()), "already exists: audit A"),
    (
      .submitAudit(manyFaults, contact: Person()),
      "invalid audit.label audit.latest audit.members audit.objections audit.recusals audit.bids "
        + "audit.waivers audit.country"
    ),
    (.updateAudit(audit(), contact: Person(), readAt: 1), "not found: audit NEW"),
    (.updateAudit(audit("A"), contact: Person(), readAt: 0), "stale: audit A at 1"),
    (
      .admitAudit("A"), "not now: audit A: it is admitted, and only a submitted one is admitted"
    ),
    (.admitAudit("NEW"), "not found: audit NEW"),
    (.withdrawAudit("NEW", reason: ""), "not found: audit NEW"),
    (.assignPanel("NEW", nil, note: ""), "not found: audit NEW"),
    (
      .assignPanel(
        "A", PanelChoice(experts: ["E9", "E1", "E8"], start: day("2027-03-09")), note: ""),
      "invalid experts[0] experts[2]"
    ),
    (
      .unassignPanel("A", reason: ""),
      "not now: audit A: it has no panel; `tandem panel assign A` gives it one"
    ),
    (.pinPanel("NEW"), "not found: audit NEW"),
    (.unpinPanel("NEW"), "not found: audit NEW"),
  ]

  @Test("a command that cannot be is refused with its reason, and nothing is stored")
  func refuses() async throws {
    let network = try await SmallProblem().network()
    for (command, expected) in Self.refused {
      #expect(await network.refused(command) == expected, "\(command)")
    }
    #expect(network.snapshot.revision == 1)
  }

  @Test("a relation with unknown experts is refused for each of them")
  func unknownRelation() async throws {
    let network = try await SmallProblem().network()
    let relation = try #require(Relation("E8", "E9"))
    let refused = await network.refused(.createRelation("P", relation))
    #expect(refused == "invalid relation.experts relation.experts")
  }

  @Test("a thing that exists is not made again, and is stale once it has changed")
  func existing() async throws {
    let network = try await SmallProblem().network()
    let interest = Interest(expert: "E1", organisation: "M", kind: "family")
    let absence = Absence(expert: "E1", days: Self.days)
    let relation = try #require(Relation("E1", "E2"))
    try await network.run(.createInterest("I", interest))
    try await network.run(.createAbsence("U", absence))
    try await network.run(.createRelation("P", relation))
    try await network.run(.updateInterest("I", interest, readAt: 2))
    try await network.run(.updateAbsence("U", absence, readAt: 3))
    for (command, expected) in [
      (.createInterest("I", interest), "already exists: interest I"),
      (.createAbsence("U", absence), "already exists: absence U"),
      (.createRelation("P", relation), "already exists: relation P"),
      (.updateInterest("I", interest, readAt: 2), "stale: interest I at 5"),
      (.updateAbsence("U", absence, readAt: 3), "stale: absence U at 6"),
    ] as [(Command, String)] {
      #expect(await network.refused(command) == expected)
    }
  }

  @Test("a group that would make a chain of owners is refused from both of its ends")
  func chainOfGroups() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.createOrganisation(Organisation(id: "OWNER", group: "OWNER")))
    try await network.run(.createOrganisation(Organisation(id: "FIRM", group: "OWNER")))
    let below = Organisation(id: "BRANCH", group: "FIRM")
    #expect(await network.refused(.createOrganisation(below)) == "invalid organisation.group")
    let above = Organisation(id: "OWNER", group: "HOLDING")
    let refused = await network.refused(.updateOrganisation(above, readAt: 2))
    #expect(refused == "invalid organisation.group")
    try await network.run(.createOrganisation(Organisation(id: "BRANCH", group: "OWNER")))
  }

  @Test("states lead only where they may, and say what would help")
  func states() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.submitAudit(Self.audit(), contact: Person(name: "Ada")))
    let submitted = await network.refused(.assignPanel("NEW", SmallProblem.choice, note: "a test"))
    #expect(
      submitted
        == "not now: audit NEW: it is submitted; admit it first with `tandem audit admit NEW`")
    try await network.run(.admitAudit("NEW"))
    try await network.run(.withdrawAudit("NEW", reason: "merged"))
    for (command, expected) in [
      (.assignPanel("NEW", nil, note: ""), "it is withdrawn"),
      (.withdrawAudit("NEW", reason: ""), "it is withdrawn already"),
      (.admitAudit("NEW"), "it is withdrawn, and only a submitted one is admitted"),
      (
        .updateAudit(Self.audit(), contact: Person(), readAt: 4),
        "it is withdrawn; submit a new one"
      ),
    ] as [(Command, String)] {
      #expect(await network.refused(command) == "not now: audit NEW: \(expected)")
    }
    try await network.run(.retireExpert("E5"))
    #expect(
      await network.refused(.retireExpert("E5"))
        == "not now: expert E5: they are retired already")
  }

  @Test("an organisation can be deleted once nothing that counts names it")
  func deletes() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.createOrganisation(Organisation(id: "X")))
    try await network.run(
      .createInterest("I", Interest(expert: "E1", organisation: "X", kind: "family")))
    try await network.run(.createOrganisation(Organisation(id: "Y", group: "X")))
    try await network.updateOrganisation("C") { $0.members.insert("X") }
    for user in ["interest I", "organisation C", "organisation Y"] {
      let refused = await network.refused(.deleteOrganisation("X"))
      #expect(refused == "not now: organisation X: \(user) names it; change or delete that first")
      switch user {
      case "interest I": try await network.run(.deleteInterest("I"))
      case "organisation C": try await network.updateOrganisation("C") { $0.members = [] }
      default: try await network.updateOrganisation("Y") { $0.group = nil }
      }
    }
    try await network.run(.deleteOrganisation("X"))
    try await network.run(.withdrawAudit("B", reason: "merged"))
    try await network.run(.deleteOrganisation("D"))
    #expect(await network.refused(.deleteOrganisation("M")) != nil, "A still names it")
  }
}
