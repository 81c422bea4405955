import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Each rule of the model keeps a panel from being assigned, and a waiver of the audit lets it pass
/// where the model says so.
@Suite struct AssignRuleTests {
  /// A small problem in which a panel for A breaks one rule.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: Rule
    /// What follows from breaking it.
    var following: [Rule] = []
    var experts: [ExpertID] = ["E1", "E2"]
    var start = "2027-03-09"
    var waiver: Waiver?
    var edit: @Sendable (inout SmallProblem) -> Void = { _ in }

    var testDescription: String { "\(rule.rawValue) \(experts) \(start)" }
    var rules: [Rule] { [rule] + following }
  }

  static let cases: [Case] = [
    Case(rule: .notAccredited) { $0.experts[0].accredited = [] },
    Case(
      rule: .homeCountry, following: [.nationals], experts: ["E1", "E4"],
      waiver: .expert(.homeCountry, "E4"),
      edit: { $0.policy.labels["gold"]?.nationals = 0...0 }),
    Case(rule: .language, following: [.noCommonLanguage]) {
      $0.experts[0].languages = ["de": .b2, "fr": .c2]
    },
    Case(rule: .objection) { $0.audits[0].objections = ["E2"] },
    Case(rule: .recusal) { $0.audits[0].recusals = ["E1"] },
    Case(
      rule: .interest, waiver: .expert(.interest, "E2"),
      edit: {
        $0.interests = [
          Interest(
            expert: "E2", organisation: "SISTER", kind: "employment", until: day("2025-03-09"))
        ]
        $0.groups = ["SISTER": "OWNER", "M": "OWNER"]
      }),
    Case(
      rule: .rotation, waiver: .expert(.rotation, "E1"),
      edit: {
        $0.history = [HeldAudit(cluster: "C", date: day("2023-03-10"), experts: ["E1"])]
      }),
    Case(
      rule: .unavailable, waiver: .expert(.unavailable, "E1"),
      edit: { $0.unavailable = ["E1": [day("2027-03-10")...day("2027-03-20")]] }),
    Case(rule: .size, experts: ["E1"]), Case(rule: .size, experts: []),
    Case(rule: .size, experts: ["E1", "E1"]), Case(rule: .size, experts: ["E1", "E2", "E3"]),
    Case(
      rule: .sharedOrganisation, waiver: .pair(.sharedOrganisation, "E1", "E2"),
      edit: {
        $0.interests = [
          Interest(expert: "E1", organisation: "ELSEWHERE", kind: "family"),
          Interest(expert: "E2", organisation: "ELSEWHERE", kind: "membership"),
        ]
      }),
    Case(
      rule: .related, waiver: .pair(.related, "E1", "E2"),
      edit: { $0.relations = Set([Relation("E2", "E1")].compactMap { $0 }) }),
    Case(
      rule: .sameCountry, experts: ["E1", "E5"], waiver: .pair(.sameCountry, "E1", "E5"),
      edit: { $0.policy.sameCountry = .forbid }),
    Case(rule: .nationals, experts: ["E3", "E4"], waiver: .panel(.nationals)),
    Case(rule: .noCommonLanguage) {
      $0.experts[0].languages = ["de": .c2]
      $0.experts[1].languages = ["en": .c2]
    },
    Case(rule: .noLead, experts: ["E2", "E5"], waiver: .panel(.noLead)),
    Case(rule: .busy) {
      $0.current["B"] = CurrentPanel(
        start: day("2027-03-11"), experts: ["E2", "E3"], pinned: true)
    },
    Case(rule: .capacity) {
      $0.experts[1].maxAudits = 1
      $0.current["B"] = CurrentPanel(
        start: day("2027-04-20"), experts: ["E2", "E3"], pinned: true)
    },
    Case(rule: .window, start: "2027-03-12"), Case(rule: .window, start: "2027-03-13"),
    Case(rule: .window, start: "2027-02-25"),
    Case(rule: .window, start: "2027-05-03", waiver: .window(days: 4)),
    Case(rule: .window) { $0.closures["DE"] = [day("2027-03-10")] },
  ]

  @Test("a panel that breaks one rule is not assigned, and the rule is named", arguments: cases)
  func refused(_ example: Case) async throws {
    let network = try await SmallProblem(example.edit).network()
    let choice = PanelChoice(experts: example.experts, start: day(example.start))
    let refused = await network.refused(.assignPanel("A", choice, note: "a test"))
    let rules = example.rules.map(\.rawValue).joined(separator: " ")
    #expect(refused == "broken: A \(rules)")
    #expect(network.snapshot.revision == 1)
    let finding = try network.snapshot.check(choice, for: "A", on: Sample.moment.today)
    #expect(finding.breaches.map(\.rule) == example.rules, "the check says the same")
  }

  @Test("under its waiver the panel is assigned and stands", arguments: cases)
  func waived(_ example: Case) async throws {
    guard let waiver = example.waiver else { return }
    let network = try await SmallProblem {
      example.edit(&$0)
      $0.audits[0].waivers = [waiver]
    }.network()
    let choice = PanelChoice(experts: example.experts, start: day(example.start))
    try await network.run(.assignPanel("A", choice, note: "a test"))
    #expect(network.standingBreaches(of: "A") == [])
  }

  @Test("all rules that a panel breaks are named at once, in the order of the model's tables")
  func many() async throws {
    let network = try await SmallProblem {
      $0.audits[0].objections = ["E5"]
      $0.relations = Set([Relation("E2", "E5")].compactMap { $0 })
      $0.unavailable = ["E2": [day("2027-03-13")...day("2027-03-13")]]
    }.network()
    let choice = PanelChoice(experts: ["E5", "E2"], start: day("2027-03-12"))
    let refused = await network.refused(.assignPanel("A", choice, note: "a test"))
    #expect(refused == "broken: A WINDOW UNAVAILABLE OBJECTION RELATED NO_LEAD")
  }

  @Test("an audit that no panel fits is refused a best one")
  func noPanel() async throws {
    let network = try await SmallProblem { small in
      for index in small.experts.indices { small.experts[index].lead = [] }
    }.network()
    #expect(await network.refused(.assignPanel("A", nil, note: "")) == "no panel: A")
  }
}
