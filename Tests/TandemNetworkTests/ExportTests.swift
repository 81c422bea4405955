import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Problems that are exported while panels stand: readable, and worth the same as the network.
@Suite struct ExportTests {
  /// The first panels of a ranking outside, over the exported file, with its pinned panels standing.
  private func outside(_ id: AuditID, of snapshot: Snapshot, on today: Day) throws -> [String] {
    let export = try snapshot.export(id, on: today)
    let problem = try Problem.read(export.problem.write())
    #expect(problem == export.problem, "\(id) is read as it was written")
    let auditCase = AuditCase(
      id, in: IndexedProblem(problem), standing: problem.pinnedPanels)
    return PanelRanking(of: try #require(auditCase)).prefix(20).map {
      "\($0.panel.start) \($0.panel.seats.experts) \($0.panel.language) \($0.cost)"
    }
  }

  private func inside(_ id: AuditID, of snapshot: Snapshot, on today: Day) throws -> [String] {
    try snapshot.ranking(of: id, on: today).prefix(20).map {
      "\($0.start) \($0.experts) \($0.language.map(\.text) ?? "-") \($0.cost)"
    }
  }

  private func expectSame(
    _ ids: [AuditID], in network: Network, on today: Day = Sample.moment.today
  ) throws {
    for id in ids {
      let inside = try inside(id, of: network.snapshot, on: today)
      #expect(try outside(id, of: network.snapshot, on: today) == inside, "\(id)")
    }
  }

  @Test(
    "rankings outside equal those inside, with panels assigned, broken and retired from",
    arguments: ["replan-100", "disrupted-100"])
  func sameRanking(name: String) async throws {
    let network = try await Sample.imported(name)
    let open = network.snapshot.state.audits.values.filter { $0.panel == nil }.map(\.audit.id)
      .sorted()
    var assigned = 0
    for id in open.dropLast(6) where await network.refused(.assignPanel(id, nil, note: "")) == nil {
      assigned += 1
    }
    #expect(assigned >= 4)
    let standing = network.snapshot.state.audits.values.filter { $0.panel != nil }
      .map(\.audit.id).sorted()
    let chosen = try (open.suffix(6) + standing.prefix(3)).filter {
      try !inside($0, of: network.snapshot, on: Sample.moment.today).isEmpty
    }
    #expect(chosen.count >= 5)
    try expectSame(chosen, in: network)

    let entry = try network.snapshot.state.audit(standing[5])
    let panel = try #require(entry.panel)
    try await network.updateAudit(standing[5]) { $0.objections.formUnion(panel.experts) }
    let retired = try #require(network.snapshot.state.audit(standing[6]).panel?.experts.min())
    try await network.run(.retireExpert(retired))
    let broken = network.snapshot.planning(on: Sample.moment.today).broken
    #expect(broken.isSuperset(of: [standing[5], standing[6]]))
    try expectSame(chosen, in: network)
  }

  @Test("a broken panel becomes absences with the rest around, and one audit less")
  func broken() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await network.updateAudit("A") { $0.objections = ["E1"] }
    let export = try network.snapshot.export("B", on: Sample.moment.today)
    #expect(export.problem.audits.map(\.id) == ["B"])
    let away = day("2027-03-08")...day("2027-03-11")
    #expect(export.problem.unavailable == ["E1": [away], "E2": [away]])
    #expect(export.problem.experts.map(\.maxAudits) == [1, 1, 2, 2, 2])
    #expect(
      export.leftOut == ["A has a panel that breaks a rule; its days are absences of its experts"])
    try expectSame(["A", "B"], in: network)
  }

  @Test("what the panels that stand need is not taken from them by a broken one beside them")
  func overbooked() async throws {
    let network = try await SmallProblem { $0.audits.append(SmallProblem.audit("Z", of: "F")) }
      .network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    let next = PanelChoice(experts: ["E2", "E3"], start: day("2027-03-12"))
    try await network.updatePolicy { $0.restDays = 0 }
    try await network.updateAudit("B") { $0.renewal = true }
    try await network.run(.assignPanel("B", next, note: "a test"))
    try await network.updatePolicy { $0.restDays = 5 }
    try await network.updateExpert("E2") { $0.maxAudits = 1 }
    #expect(network.standingBreaches(of: "A") == [.busy, .capacity])
    #expect(network.standingBreaches(of: "B") == [.busy, .capacity])
    try expectSame(["A", "B", "Z"], in: network)
  }

  @Test("a retired expert is left out with all that names them, and each is listed")
  func retired() async throws {
    let network = try await SmallProblem { small in
      small.audits[0].objections = ["E4"]
      small.audits[0].recusals = ["E4", "E5"]
      small.audits[1].bids = ["E4": 0, "E1": 3]
      small.audits[1].waivers = [.expert(.rotation, "E4"), .panel(.noLead)]
      small.unavailable = ["E4": [day("2027-03-10")...day("2027-03-10")]]
      small.interests = [
        Interest(expert: "E4", organisation: "X", kind: "family"),
        Interest(expert: "E1", organisation: "X", kind: "family"),
      ]
      small.relations = Set([Relation("E4", "E1"), Relation("E2", "E3")].compactMap { $0 })
      small.history = [HeldAudit(cluster: "C", date: day("2020-01-07"), experts: ["E4", "E1"])]
      small.current["B"] = CurrentPanel(
        start: day("2027-04-20"), experts: ["E4", "E1"], pinned: false)
    }.network()
    try await network.run(.retireExpert("E4"))
    let export = try network.snapshot.export(nil, on: Sample.moment.today)
    let problem = try Problem.read(export.problem.write())
    #expect(problem == export.problem)
    #expect(problem.experts.map(\.id) == ["E1", "E2", "E3", "E5"])
    #expect(problem.audits[0].objections == [])
    #expect(problem.audits[0].recusals == ["E5"])
    #expect(problem.audits[1].bids == ["E1": 3])
    #expect(problem.audits[1].waivers == [.panel(.noLead)])
    #expect(problem.interests.map(\.expert) == ["E1"])
    #expect(problem.relations == Set([Relation("E2", "E3")].compactMap { $0 }))
    #expect(problem.current == [:])
    #expect(problem.history.count == 1, "an expert in it may have left")
    #expect(
      export.leftOut == [
        "E4 is retired; left out: an objection to A", "E4 is retired; left out: a recusal from A",
        "E4 is retired; left out: a bid for B", "E4 is retired; left out: a waiver of B",
        "E4 is retired; left out: an interest", "E4 is retired; left out: a relation",
        "B has a panel with a retired expert; the panel is left out",
      ])
  }

  @Test("a pinned panel that breaks a rule keeps no export from being read")
  func brokenPin() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await network.run(.pinPanel("A"))
    let pinned = try network.snapshot.export(nil, on: Sample.moment.today)
    #expect(pinned.problem.current["A"]?.pinned == true)
    try await network.updateAudit("A") { $0.objections = ["E1"] }
    let export = try network.snapshot.export(nil, on: Sample.moment.today)
    #expect(try Problem.read(export.problem.write()) == export.problem)
    #expect(export.problem.current["A"]?.pinned == false)
    #expect(export.leftOut == ["A has a pinned panel that breaks a rule; it is not pinned here"])
    try expectSame(["A", "B"], in: network)
  }

  @Test("an audit that cannot be planned is refused with its reason")
  func refused() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.withdrawAudit("B", reason: "merged"))
    for (id, expected) in [
      ("NONE", "not found: audit NONE"), ("B", "not now: audit B: it is withdrawn"),
    ] as [(AuditID, String)] {
      let refused = await refusal { _ = try network.snapshot.export(id, on: Sample.moment.today) }
      #expect(refused?.summary == expected)
    }
  }
}
