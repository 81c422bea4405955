import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Assigning panels, and what facts that come later do to them.
@Suite struct PanelTests {
  static let best = PanelChoice(experts: ["E0094", "E0118"], start: day("2023-02-08"))

  @Test("the best panel of OptoNet is that of the reference, and is assigned without a choice")
  func assignsBest() async throws {
    let network = try await Sample.imported("optonet")
    let first = try #require(
      try network.snapshot.ranking(of: Sample.audit, on: Sample.moment.today).first { _ in true })
    #expect(first.experts == Self.best.experts)
    #expect(first.start == Self.best.start)
    #expect(first.language == "de")
    #expect(first.cost == 13)
    try await network.run(.assignPanel(Sample.audit, nil, note: ""))
    let entry = try network.snapshot.state.audit(Sample.audit)
    #expect(entry.state == .proposed)
    #expect(entry.panel?.experts == Set(Self.best.experts))
    #expect(entry.panel?.start == Self.best.start)
  }

  @Test("a panel that breaks a rule is refused with the rule and its evidence")
  func refusesBroken() async throws {
    let network = try await Sample.imported("optonet")
    let choice = PanelChoice(experts: ["E0009", "E0118"], start: day("2023-02-08"))
    let refused = await refusal {
      try await network.run(.assignPanel(Sample.audit, choice, note: "a test"))
    }
    guard case .broken(Sample.audit, let breaches) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(breaches.map(\.rule) == [.interest])
    #expect(breaches[0].sentence.contains("M010"))
    #expect(try network.snapshot.state.audit(Sample.audit).panel == nil)
  }

  @Test(
    "a fact that comes later breaks the standing panel, and taking it back mends it",
    arguments: [Rule.interest, .unavailable, .related, .objection, .capacity])
  func laterFact(rule: Rule) async throws {
    let network = try await Sample.imported("optonet")
    try await network.run(.assignPanel(Sample.audit, Self.best, note: "a test"))
    func breaches() -> [Rule] {
      let finding = network.snapshot.state.standingPanel(of: Sample.audit, on: Sample.moment.today)
      return finding?.breaches.map(\.rule) ?? [.pinned]
    }
    #expect(breaches() == [])
    switch rule {
    case .interest:
      let interest = Interest(expert: "E0094", organisation: "OPTONET", kind: "family")
      try await network.run(.createInterest("I", interest))
      #expect(breaches() == [.interest])
      try await network.run(.deleteInterest("I"))
    case .unavailable:
      let days = day("2023-02-09")...day("2023-02-09")
      try await network.run(.createAbsence("U", Absence(expert: "E0118", days: days)))
      #expect(breaches() == [.unavailable])
      try await network.run(.deleteAbsence("U"))
    case .related:
      try await network.run(.createRelation("P", try #require(Relation("E0118", "E0094"))))
      #expect(breaches() == [.related])
      try await network.run(.deleteRelation("P"))
    case .objection:
      let entry = try network.snapshot.state.audit(Sample.audit)
      var audit = entry.audit
      audit.objections.insert("E0094")
      try await network.run(
        .updateAudit(audit, contact: entry.contact, readAt: entry.revision))
      #expect(breaches() == [.objection])
      try await network.run(
        .updateAudit(
          entry.audit, contact: entry.contact,
          readAt: try network.snapshot.state.audit(Sample.audit).revision))
    default:
      try await network.run(.retireExpert("E0094"))
      #expect(breaches() == [.capacity])
      return
    }
    #expect(breaches() == [])
  }

  @Test("a member that the cluster registers later counts for independence")
  func laterMember() async throws {
    let network = try await Sample.imported("optonet")
    try await network.run(.assignPanel(Sample.audit, Self.best, note: "a test"))
    try await network.run(.createOrganisation(Organisation(id: "LATE")))
    try await network.run(
      .createInterest("I", Interest(expert: "E0094", organisation: "LATE", kind: "family")))
    var cluster = try network.snapshot.state.organisation("OPTONET")
    cluster.value.members.insert("LATE")
    try await network.run(.updateOrganisation(cluster.value, readAt: cluster.revision))
    let finding = network.snapshot.state.standingPanel(of: Sample.audit, on: Sample.moment.today)
    #expect(finding?.breaches.map(\.rule) == [.interest])
  }

  @Test("an audit has one panel at a time; pinning, unpinning and unassigning follow its state")
  func states() async throws {
    let network = try await Sample.imported("optonet")
    func isNotNow(_ command: Command) async -> Bool {
      if case .notNow = await refusal({ try await network.run(command) }) { true } else { false }
    }
    #expect(await isNotNow(.pinPanel(Sample.audit)))
    #expect(await isNotNow(.unassignPanel(Sample.audit, reason: "x")))
    try await network.run(.assignPanel(Sample.audit, Self.best, note: "a test"))
    #expect(await isNotNow(.assignPanel(Sample.audit, nil, note: "")))
    #expect(await isNotNow(.unpinPanel(Sample.audit)))
    try await network.run(.pinPanel(Sample.audit))
    #expect(await isNotNow(.pinPanel(Sample.audit)))
    #expect(try network.snapshot.state.audit(Sample.audit).panel?.pinned == true)
    try await network.run(.unpinPanel(Sample.audit))
    try await network.run(.unassignPanel(Sample.audit, reason: "E0094 is ill"))
    #expect(try network.snapshot.state.audit(Sample.audit).state == .admitted)
    try await network.run(.withdrawAudit(Sample.audit, reason: "not ready"))
    #expect(await isNotNow(.assignPanel(Sample.audit, nil, note: "")))
    #expect(await isNotNow(.withdrawAudit(Sample.audit, reason: "again")))
  }

  @Test("a start before today is outside the window")
  func past() async throws {
    let network = try await Sample.imported("optonet")
    let today = day("2023-02-10")
    let finding = try network.snapshot.check(Self.best, for: Sample.audit, on: today)
    #expect(finding.breaches.map(\.rule) == [.window])
    let starts = try network.snapshot.ranking(of: Sample.audit, on: today).prefix(200).map(\.start)
    #expect(starts.allSatisfy { $0 >= today })
    #expect(throws: Refusal.self) {
      try network.snapshot.ranking(of: Sample.audit, on: day("2023-03-18"))
    }
  }
}
