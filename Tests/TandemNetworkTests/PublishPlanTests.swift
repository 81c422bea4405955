import Foundation
import Synchronization
import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Plans that are published, and those that come too late.
@Suite struct PublishPlanTests {
  private static let today = Sample.moment.today

  /// A plan of a scope as it is now, proven.
  private func made(_ network: Network, _ scope: PlanScope = .all) throws -> PublishedPlan {
    let snapshot = network.snapshot
    let problem = try snapshot.export(scope, on: Self.today).problem
    let result = try Planner(problem).plan()
    #expect(result.plan.optimal)
    return PublishedPlan(
      result.plan, of: problem, scope, madeFrom: snapshot.revision, on: Self.today,
      certificate: try #require(result.certificate).write())
  }

  @Test("every audit of a plan gets its panel, and one record says all of it")
  func publishes() async throws {
    let network = try await SmallProblem().network()
    let plan = try made(network)
    #expect(plan.panels.count == 2 && plan.unfilled.isEmpty)
    let before = network.snapshot.revision
    let outcome = try await network.run(.publishPlan(plan), by: "clara")
    #expect(outcome.revision == before + 1)
    #expect(outcome.effects(on: Self.today).isEmpty)
    for (id, panel) in plan.panels {
      let entry = try network.snapshot.state.audit(id)
      #expect(entry.state == .proposed)
      #expect(entry.panel?.experts == panel.experts && entry.panel?.start == panel.start)
      #expect(entry.panel?.decision.isPlanned == true)
      #expect(
        network.snapshot.state.standingPanel(of: id, on: Self.today)?.breaches.isEmpty == true)
    }
    let entry = try #require(network.snapshot.state.plans.last)
    #expect(entry.origin.actor == "clara" && entry.changed == ["A", "B"] && entry.isOptimal)
    #expect(try network.publishedPlan(at: outcome.revision) == plan)
    #expect(try network.publishedPlan(at: before) == nil)
  }

  @Test("a plan that changes nothing leaves each decision as it was")
  func unchanged() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.publishPlan(try made(network)))
    let before = network.snapshot.state
    try await network.run(.publishPlan(try made(network)))
    let after = network.snapshot.state
    #expect(after.plans.last?.changed == [])
    for id in before.audits.keys { #expect(after.audits[id] == before.audits[id]) }
  }

  @Test("a plan leaves an audit without a panel that nobody may serve on any more")
  func loses() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.publishPlan(try made(network)))
    let entry = try network.snapshot.state.audit("A")
    var audit = entry.audit
    audit.objections = ["E1", "E2", "E3", "E4", "E5"]
    try await network.run(.updateAudit(audit, contact: entry.contact, readAt: entry.revision))
    let plan = try made(network)
    #expect(plan.unfilled == ["A"])
    try await network.run(.publishPlan(plan))
    #expect(try network.snapshot.state.audit("A").panel == nil)
    #expect(try network.snapshot.state.audit("A").state == .admitted)
  }

  @Test(
    "a plan is outdated by what changed for its audits, and nothing is stored",
    arguments: ["policy", "withdrawn", "assigned", "interest", "relation", "busy"])
  func outdated(by change: String) async throws {
    let network = try await SmallProblem().network()
    let plan = try made(network)
    let panel = try #require(plan.panels["A"])
    let experts = panel.experts.sorted()
    let expected: String
    switch change {
    case "policy":
      try await network.updatePolicy { $0.restDays = 2 }
      expected = #"outdated: ["policy"] "#
    case "withdrawn":
      try await network.run(.withdrawAudit("A", reason: "merged"))
      expected = #"outdated: ["A"] "#
    case "assigned":
      try await network.run(.assignPanel("A", nil, note: ""))
      try await network.run(.unassignPanel("A", reason: "a test"))
      expected = #"outdated: ["A"] "#
    case "interest":
      let interest = Interest(expert: experts[0], organisation: "C", kind: "employment")
      try await network.run(.createInterest("I", interest))
      expected = #"outdated: ["A"] INTEREST"#
    case "relation":
      try await network.run(
        .createRelation("R", try #require(Relation(experts[0], experts[1]))))
      let both = plan.panels["B"]?.experts == panel.experts
      expected = both ? #"outdated: ["A", "B"] RELATED RELATED"# : #"outdated: ["A"] RELATED"#
    default:
      try await network.run(
        .createAbsence("U", Absence(expert: experts[1], days: panel.start...panel.start)))
      expected = #"outdated: ["A"] UNAVAILABLE"#
    }
    let before = network.snapshot.revision
    #expect(await network.refused(.publishPlan(plan)) == expected)
    #expect(network.snapshot.revision == before)
  }

  @Test("a plan holds when what changed since has nothing to do with the audits that it changes")
  func holds() async throws {
    let network = try await SmallProblem().network()
    let plan = try made(network)
    try await network.run(.createExpert(SmallProblem.expert("E9", "FR", lead: true), Person()))
    #expect(await network.refused(.publishPlan(plan)) == nil)
    var late = plan
    late.madeFrom = network.snapshot.revision + 1
    #expect(await network.refused(.publishPlan(late)) == "invalid made_from")
  }

  @Test(
    "a plan that is published late changes nothing that was held, and begins nothing before today")
  func late() async throws {
    let clock = Mutex(Moment(time: 1_668_500_000_000, today: day("2027-02-01")))
    let network = Network(
      journal: MemoryJournal(), replay: Replay(), clock: { _ in clock.withLock { $0 } })
    try await network.run(
      .importProblem(try SmallProblem().file(), withoutAudits: false))
    func made(_ scope: PlanScope) throws -> PublishedPlan {
      let problem = try network.snapshot.export(scope, on: network.now.today).problem
      let result = try Planner(problem).plan()
      return PublishedPlan(
        result.plan, of: problem, scope, madeFrom: network.snapshot.revision,
        on: network.now.today, certificate: nil)
    }
    let plan = try made(.all)
    let start = try #require(plan.panels["A"]?.start)
    var early = plan
    early.on = day("2027-02-02")
    #expect(await network.refused(.publishPlan(early)) == "invalid planned_on")
    clock.withLock { $0.today = start.adding(1) }
    #expect(await network.refused(.publishPlan(plan))?.hasPrefix("outdated: [\"A\"") == true)
    clock.withLock { $0.today = start }
    #expect(await network.refused(.publishPlan(plan)) == nil)
    var without = plan
    without.madeFrom = network.snapshot.revision
    without.panels["A"] = nil
    without.unfilled = ["A"]
    clock.withLock { $0.today = start.adding(30) }
    #expect(await network.refused(.publishPlan(without)) == "outdated: [\"A\"] ")
    let held = "not now: audit A: it was held from \(start) on"
    #expect(await network.refused(.withdrawAudit("A", reason: "x")) == held)
    #expect(await network.refused(.unassignPanel("A", reason: "x")) == held)
  }

  @Test("an audit that has begun stays as it is in every plan, and is planned in no past")
  func begun() async throws {
    let clock = Mutex(Moment(time: 1_668_500_000_000, today: day("2027-02-01")))
    let network = Network(
      journal: MemoryJournal(), replay: Replay(), clock: { _ in clock.withLock { $0 } })
    try await network.run(
      .importProblem(try SmallProblem().file(), withoutAudits: false))
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    // The second of its two days.
    clock.withLock { $0.today = SmallProblem.choice.start.adding(1) }
    for scope in [PlanScope.all, PlanScope(audits: ["A", "B"]), PlanScope(audits: ["A"])] {
      let problem = try network.snapshot.export(scope, on: network.now.today).problem
      #expect(problem.current["A"]?.pinned == true)
      #expect(problem.current["A"]?.start == SmallProblem.choice.start)
    }
    try await network.run(.retireExpert("E1"))
    let problem = try network.snapshot.export(.all, on: network.now.today).problem
    let audit = try #require(problem.audits.first { $0.id == "A" })
    #expect(audit.window.lowerBound == network.now.today)
    #expect(problem.current["A"] == nil)
  }

  @Test("only the named audits are planned, beside the panels that stand")
  func only() async throws {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    let before = try network.snapshot.state.audit("A")
    let plan = try made(network, PlanScope(audits: ["B"]))
    #expect(plan.audits == ["B"])
    try await network.run(.publishPlan(plan))
    #expect(try network.snapshot.state.audit("A") == before)
    #expect(try network.snapshot.state.audit("B").panel?.decision.isPlanned == true)
    #expect(
      await refusal { _ = try self.made(network, PlanScope(audits: ["Z"])) }?.summary
        == "not found: audit Z")
  }

  @Test("a repair keeps a panel that costs less to keep than to change; a new plan does not")
  func repair() async throws {
    let network = try await SmallProblem().network()
    // Two weeks after its first day, with experts who are not the cheapest.
    let best = try #require(
      try network.snapshot.ranking(of: "A", on: Self.today).first { _ in true })
    let kept = try #require(
      try network.snapshot.ranking(of: "A", on: Self.today).first {
        Set($0.experts) != Set(best.experts)
      })
    try await network.updatePolicy { policy in
      policy.costs[.change] = 100
      policy.costs[.move] = 100
    }
    let choice = PanelChoice(experts: kept.experts, start: kept.start)
    try await network.run(.assignPanel("A", choice, note: "a test"))
    let problem = try network.snapshot.export(
      PlanScope(audits: ["A"], repair: true), on: Self.today
    ).problem
    try Data(problem.write()).write(to: URL(fileURLWithPath: "/tmp/repair.json"))
    let repaired = try made(network, PlanScope(audits: ["A"], repair: true))
    #expect(repaired.panels["A"]?.experts == Set(kept.experts))
    #expect(repaired.panels["A"]?.start == kept.start)
    let anew = try made(network, PlanScope(audits: ["A"]))
    #expect(anew.objective.cost <= repaired.objective.cost)
    #expect(anew.panels["A"]?.experts == Set(best.experts))
  }

  @Test("a pinned panel stays in every plan")
  func pinned() async throws {
    let network = try await SmallProblem().network()
    let ranking = try network.snapshot.ranking(of: "A", on: Self.today)
    let last = try #require(Array(ranking.prefix(20)).last)
    let choice = PanelChoice(experts: last.experts, start: last.start)
    try await network.run(.assignPanel("A", choice, note: "a test"))
    try await network.run(.pinPanel("A"))
    for scope in [PlanScope.all, PlanScope(audits: ["A", "B"]), PlanScope(repair: true)] {
      let plan = try made(network, scope)
      #expect(plan.panels["A"]?.start == last.start)
      #expect(plan.panels["A"]?.pinned == true)
    }
  }

  @Test("a plan's record is checked with its problem, panels and proof, from whatever revision")
  func record() async throws {
    let journal = MemoryJournal()
    let network = try await SmallProblem().network(journal)
    let plan = try made(network)
    try await network.run(.createExpert(SmallProblem.expert("E9", "FR", lead: true), Person()))
    try await network.run(.publishPlan(plan))
    try await network.run(.unassignPanel("B", reason: "a test"))
    try await network.run(.publishPlan(try made(network, PlanScope(audits: ["B"]))))
    for audit in [nil, "A", "B"] as [AuditID?] {
      let file = try RecordSample.file(network, of: audit)
      let check = try RecordCheck.check(file, expecting: network.snapshot.head)
      #expect(check.decisions == (audit == "A" ? 1 : 3))
    }
    let decisions = try RecordSample.decisions(try RecordSample.file(network))
    #expect(decisions[0]["decision"] as? String == "plan published")
    #expect(decisions[0]["audits"] as? [String] == ["A", "B"])
    #expect(decisions[0]["made_from"] as? Int == plan.madeFrom)
    #expect((decisions[0]["certificate"] as? String)?.contains("tandem-certificate/1") == true)
    let again = try Sample.network(journal)
    #expect(again.snapshot.state.differences(from: network.snapshot.state) == [])
    #expect(again.snapshot.state.plans == network.snapshot.state.plans)
  }

  @Test("a record whose plan claims more than its proof shows is refused at the proof")
  func forgedProof() async throws {
    let network = try await SmallProblem().network()
    var plan = try made(network)
    // As only somebody with the journal could write it: the server checks a proof before it is kept.
    let nothing = #"{"scale":1,"experts":{},"days":[],"cuts":[]}"#
    plan.certificate = Array(
      #"{"format":"tandem-certificate/1","proof":{"weight":\#(nothing)}}"#.utf8)
    try await network.run(.publishPlan(plan))
    do {
      _ = try RecordCheck.check(try RecordSample.file(network))
      Issue.record("it is not refused")
    } catch let faults as Faults {
      #expect(faults.faults.allSatisfy { $0.place.contains("certificate") || $0.place.isEmpty })
    }
  }
}
