import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// The same expert entered twice: what is in doubt, what that does to panels, and what settles it.
@Suite struct PeopleTests {
  private static let ada = Person(name: "Ada Lovelace", email: "ada@analytical.example")
  private static let today = Sample.moment.today

  /// The small problem, in which E1 bears a name and E2 another one.
  private func network(
    _ journal: any Journal = MemoryJournal(), _ edit: (inout SmallProblem) -> Void = { _ in }
  ) async throws -> Network {
    let network = try await SmallProblem(edit).network(journal)
    try await name("E1", Self.ada, in: network)
    try await name("E2", Person(name: "Grace Hopper", email: "grace@navy.example"), in: network)
    return network
  }

  @discardableResult
  private func name(_ id: ExpertID, _ person: Person, in network: Network) async throws -> Outcome {
    let entry = try network.snapshot.state.expert(id)
    return try await network.run(.updateExpert(entry.expert, person, readAt: entry.revision))
  }

  /// Ada once more, in the same country.
  private func enterAgain(
    _ id: ExpertID = "E6", as person: Person = Person(name: "LOVELACE, Ada"), in network: Network
  ) async throws {
    let expert = SmallProblem.expert(id, "AT", lead: true)
    try await network.run(.createExpert(expert, person))
  }

  private func declare(_ id: InterestID, of expert: ExpertID, in network: Network) async throws {
    try await network.run(
      .createInterest(id, Interest(expert: expert, organisation: "M", kind: "employment")))
  }

  private func open(_ network: Network) -> [OpenDoubt<Expert>] {
    network.snapshot.state.openExpertDoubts(on: Self.today)
  }

  private func breaches(
    _ network: Network, of experts: [ExpertID] = ["E1", "E2"]
  ) throws -> [any Breach] {
    let choice = PanelChoice(experts: experts, start: SmallProblem.choice.start)
    return try network.snapshot.check(choice, for: "A", on: Self.today).breaches
  }

  @Test("who is entered again is in doubt, by name or address, and no name is in the clear")
  func found() async throws {
    let journal = MemoryJournal()
    let network = try await network(journal)
    try await enterAgain(in: network)
    #expect(open(network).map(\.pair) == [pair("E1", "E6")])
    #expect(open(network).first?.doubt.reason == "the same name in the same country")
    try await name("E3", Person(name: "A. King", email: "Ada+esca@analytical.example"), in: network)
    let second = try #require(open(network).first { $0.pair == pair("E1", "E3") })
    #expect(second.doubt.reason == "the same e-mail address")
    try await network.run(.mergeExpert("E6", into: "E1", reason: "Ada herself says so"))
    for record in journal.all {
      let text = String(decoding: record.events, as: UTF8.self).lowercased()
      for word in ["ada", "lovelace", "analytical"] { #expect(!text.contains(word)) }
    }
  }

  @Test("doubts are facts: they are read back as they were found, and by who has lost all names")
  func replayed() async throws {
    let journal = MemoryJournal()
    let network = try await network(journal)
    try await enterAgain(in: network)
    let again = try Sample.network(journal)
    #expect(again.snapshot.state.differences(from: network.snapshot.state) == [])
    var replay = Replay()
    try journal.records { try replay.fold($0) }
    let blind = Network(journal: journal, replay: replay, clock: { _ in Sample.moment })
    #expect(blind.snapshot.state.experts["E1"]?.person == Person())
    #expect(open(blind).map(\.pair) == [pair("E1", "E6")])
    // The next one is found by who knows the names, after a restart too.
    try await enterAgain("E7", in: again)
    #expect(open(again).map(\.pair).contains(pair("E6", "E7")))
  }

  @Test("the two may not sit together, and each is barred by what lies with the other")
  func bars() async throws {
    let network = try await network()
    try await enterAgain(in: network)
    #expect(try breaches(network, of: ["E1", "E6"]).contains { $0.rule == .related })
    #expect(try breaches(network).isEmpty)
    try await declare("I1", of: "E6", in: network)
    let found = try breaches(network)
    #expect(found.map(\.rule) == [.interest])
    #expect(
      found.first?.sentence
        == "E1 may be the same person as E6: the same name in the same country; E6 holds an "
        + "employment interest in M, a member of the cluster, still running.")
    // Whoever has the file sees the same.
    let file = try Problem.read(try network.snapshot.export("A", on: Self.today).problem.write())
    let outside = try #require(
      AuditCase("A", in: IndexedProblem(file), standing: file.pinnedPanels))
    #expect(
      outside.breaches(of: ["E1", "E2"], on: SmallProblem.choice.start).map(\.rule) == [.interest])
    #expect(PanelRanking(of: outside).allSatisfy { !$0.panel.seats.experts.contains("E1") })

    try await network.updatePolicy { $0.doubts = .warn }
    #expect(try breaches(network).isEmpty)
    let finding = try network.snapshot.check(SmallProblem.choice, for: "A", on: Self.today)
    let warnings = network.snapshot.state.warnings(about: finding, on: Self.today)
    #expect(warnings.map(\.sentence) == found.map(\.sentence))
  }

  @Test("a doubt breaks the panels that it touches, which are named, and listed first")
  func effects() async throws {
    let network = try await network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await enterAgain("E6", in: network)
    try await declare("I1", of: "E5", in: network)
    let expert = try network.snapshot.state.expert("E5")
    let outcome = try await network.run(
      .updateExpert(expert.expert, Person(name: "Grace Hopper", email: ""), readAt: expert.revision)
    )
    #expect(outcome.effects(on: Self.today).isEmpty, "E5 lives elsewhere than E2")
    let named = try await name("E5", Person(email: "grace@navy.example"), in: network)
    #expect(named.effects(on: Self.today).map(\.audit) == ["A"])
    #expect(network.standingBreaches(of: "A") == [.interest])
    let open = open(network)
    #expect(open.map(\.pair) == [pair("E2", "E5"), pair("E1", "E6")])
    #expect(open.map(\.panels) == [["A"], []])
    #expect(open[0].barred.contains { $0.expert == "E2" && $0.audit == "B" })
    let dues = network.snapshot.dues(on: Self.today, days: 0).filter { $0.kind == .doubt }
    #expect(dues.map(\.sentence) == ["E2 may be E5"])
    let settled = try await network.run(
      .distinguishExperts(pair("E2", "E5"), reason: "an address of the office"))
    #expect(settled.effects(on: Self.today).map(\.breaches.isEmpty) == [true])
    #expect(network.standingBreaches(of: "A") == [])
  }

  @Test("who are said to differ bar nothing, and are not asked about again")
  func different() async throws {
    let network = try await network()
    try await enterAgain(in: network)
    try await declare("I1", of: "E6", in: network)
    try await network.run(.distinguishExperts(pair("E1", "E6"), reason: "two sisters"))
    #expect(try breaches(network).isEmpty)
    #expect(open(network).isEmpty)
    try await name("E6", Person(name: "Ada Lovelace", email: Self.ada.email), in: network)
    #expect(open(network).isEmpty)
    #expect(
      await network.refused(.distinguishExperts(pair("E1", "E6"), reason: "again"))
        == "not now: expert E1: they are said already to differ from E6")
    #expect(
      await network.refused(.distinguishExperts(pair("E1", "E99"), reason: "who?"))
        == "not found: expert E99")
  }

  @Test("of who is the same one entry stays and bears all that lay with both")
  func merged() async throws {
    let network = try await network {
      $0.experts.append(SmallProblem.expert("E9", "FR", lead: true))
      $0.experts[0].priorLoad = 2
      $0.experts[5].priorLoad = 3
      $0.history = [HeldAudit(cluster: "C", date: day("2026-03-02"), experts: ["E9", "E3"])]
      $0.relations = [Relation("E9", "E2"), Relation("E9", "E1")]
        .reduce(into: []) { relations, relation in relation.map { _ = relations.insert($0) } }
      $0.policy.rotation = Policy.Rotation(audits: 1, days: 1000)
    }
    try await declare("I1", of: "E9", in: network)
    try await network.run(
      .createAbsence(
        "U1", Absence(expert: "E9", days: day("2027-03-09")...day("2027-03-09"))))
    try await network.updateAudit("B") {
      $0.objections = ["E9"]
      $0.bids = ["E9": 3, "E1": 0]
    }
    try await network.run(
      .createToken(
        AccessToken(
          id: "nine", grant: .expert("E9"), secretHash: Hash(of: []), until: Self.today)))
    let outcome = try await network.run(.mergeExpert("E9", into: "E1", reason: "one passport"))
    let state = outcome.state
    #expect(state.experts["E9"]?.mergedInto == "E1" && state.experts["E9"]?.retired == true)
    #expect(state.experts["E1"]?.expert.priorLoad == 5)
    #expect(state.tokens["nine"]?.revoked == true)
    #expect(state.interests["I1"]?.value.expert == "E1")
    #expect(state.absences["U1"]?.value.expert == "E1")
    #expect(state.history.map(\.experts) == [["E1", "E3"]])
    #expect(state.relations.values.map(\.value) == [try #require(Relation("E1", "E2"))])
    #expect(
      try Set(breaches(network).map(\.rule)) == [.interest, .rotation, .unavailable, .related])
    let problem = try network.snapshot.export("B", on: Self.today).problem
    let audit = try #require(problem.audits.first { $0.id == "B" })
    #expect(audit.objections == ["E1"] && audit.bids == ["E1": 3])
    #expect(!problem.experts.contains { $0.id == "E9" })
    // Whoever asked for the audit finds it as they left it.
    #expect(state.audits["B"]?.audit.objections == ["E9"])
    try await network.updateAudit("B") { $0.priority = 7 }
  }

  @Test("a panel with both is one expert short then, and one of the entry that goes is the other's")
  func panels() async throws {
    let network = try await network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    let choice = PanelChoice(experts: ["E1", "E3"], start: day("2027-03-23"))
    try await network.run(.assignPanel("B", choice, note: "a test"))
    let outcome = try await network.run(.mergeExpert("E1", into: "E2", reason: "one passport"))
    let state = outcome.state
    #expect(state.audits["A"]?.panel?.experts == ["E2"])
    #expect(state.audits["B"]?.panel?.experts == ["E2", "E3"])
    #expect(outcome.effects(on: Self.today).map(\.audit).contains("A"))
    #expect(network.standingBreaches(of: "A")?.contains(.size) == true)
    #expect(network.standingBreaches(of: "B") == [])
    #expect(state.links.panels["E1"].isEmpty && state.links.panels["E2"] == ["A", "B"])
  }

  @Test(
    "who was asked, gave their word, stayed in a vacancy or reported did so as the entry that stays"
  )
  func life() async throws {
    let network = try await network()
    try await enterAgain(in: network)
    for audit in ["A", "B"] as [AuditID] {
      let choice = PanelChoice(
        experts: ["E1", "E2"], start: audit == "A" ? SmallProblem.choice.start : day("2027-03-23"))
      try await network.run(.assignPanel(audit, choice, note: "a test"))
    }
    var state = network.snapshot.state
    let origin = Origin(revision: state.revision + 1, actor: "tester", time: 0)
    let report = AuditReport(recommended: true, scores: [:], note: "")
    state.apply(
      [
        .panelAnnounced("A", on: Self.today), .expertsInvited("A", on: Self.today),
        .invitationAccepted("A", "E1", Declaration(version: 1, text: "")),
        .reportFiled("A", "E1", report), .panelAnnounced("B", on: Self.today),
        .expertsInvited("B", on: Self.today),
        .expertExcluded("B", "E2", Exclusion(cause: .busy, reason: "")),
      ], from: origin)
    state.apply([.expertMerged("E1", into: "E6", reason: "")], from: origin)
    let (held, open) = (try state.audit("A"), try state.audit("B"))
    #expect(held.panel?.experts == ["E2", "E6"])
    #expect(held.panel?.invitations["E6"]?.acceptance != nil && held.panel?.invitations.count == 2)
    #expect(held.reports.mapValues(\.report) == ["E6": report])
    #expect(open.vacancy?.experts == ["E6"] && open.vacancy?.invitations.keys.first == "E6")
    // Of two who both gave their word one is left.
    state.apply([.expertMerged("E2", into: "E6", reason: "")], from: origin)
    let one = try state.audit("A")
    #expect(one.panel?.experts == ["E6"] && one.panel?.invitations.count == 1)
    #expect(one.panel?.invitations["E6"]?.acceptance != nil)
  }

  @Test("what was found and said of an entry that goes counts for the one that stays")
  func movedDoubts() async throws {
    let network = try await network()
    try await enterAgain("E6", in: network)
    try await enterAgain("E7", in: network)
    try await enterAgain("E8", in: network)
    #expect(open(network).count == 6)
    try await network.run(.distinguishExperts(pair("E6", "E7"), reason: "asked both"))
    try await network.run(.mergeExpert("E6", into: "E1", reason: "asked her"))
    // E7 is not E6, who is E1.
    #expect(open(network).map(\.pair) == [pair("E1", "E8"), pair("E7", "E8")])
    try await network.run(.mergeExpert("E1", into: "E8", reason: "asked her"))
    #expect(open(network).isEmpty)
    #expect(network.snapshot.state.experts["E1"]?.mergedInto == "E8")
    // Of the entries that are gone nothing is found any more.
    try await enterAgain("E9", in: network)
    #expect(open(network).map(\.pair) == [pair("E7", "E9"), pair("E8", "E9")])
  }

  @Test("an entry that is gone is named by nothing new, and what cannot be is refused")
  func refused() async throws {
    let network = try await network()
    try await network.run(.retireExpert("E5"))
    try await network.run(.mergeExpert("E4", into: "E3", reason: "one passport"))
    let entry = try network.snapshot.state.expert("E4")
    let relation = try #require(Relation("E1", "E4"))
    let absence = Absence(expert: "E4", days: Self.today...Self.today)
    let interest = Interest(expert: "E4", organisation: "M", kind: "employment")
    let token = AccessToken(
      id: "four", grant: .expert("E4"), secretHash: Hash(of: []), until: Self.today)
    for (command, summary) in [
      (.mergeExpert("E1", into: "E1", reason: "x"), "invalid into"),
      (.mergeExpert("E99", into: "E1", reason: "x"), "not found: expert E99"),
      (
        .mergeExpert("E4", into: "E1", reason: "x"),
        "not now: expert E4: they are the same as E3; name that one"
      ),
      (
        .mergeExpert("E1", into: "E4", reason: "x"),
        "not now: expert E4: they are the same as E3; name that one"
      ),
      (
        .mergeExpert("E1", into: "E5", reason: "x"),
        "not now: expert E5: they are retired, and E1 is not; keep E1 instead"
      ),
      (
        .updateExpert(entry.expert, Self.ada, readAt: entry.revision),
        "not now: expert E4: they are the same as E3; name that one"
      ),
      (.createInterest("I1", interest), "invalid interest.expert"),
      (.createAbsence("U1", absence), "invalid absence.expert"),
      (.createRelation("P1", relation), "invalid relation.experts"),
      (.createToken(token), "invalid token.expert"),
      (
        .grantWaiver("A", .expert(.interest, "E4"), until: Self.today, reason: "x"),
        "invalid waiver.experts[0]"
      ),
    ] as [(Command, String)] {
      #expect(await network.refused(command) == summary)
    }
    // Who may not learn of it is not told, and what they say counts.
    try await network.run(.createRelation("P1", relation, takesUnknown: true))
    #expect(try breaches(network, of: ["E1", "E3"]).map(\.rule).contains(.related))
    try await network.run(.mergeExpert("E5", into: "E1", reason: "came back"))
  }
}
