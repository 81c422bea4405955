import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The verdict on a plan")
struct VerifyPlanTests {
  /// A1 by E1 and E2, and A2 and A3 left open, with a priority of 1 each.
  private var plan = Plan(
    panels: [
      Plan.Entry(audit: "A1", start: "2027-03-08", experts: ["E2", "E1"], language: "de")
    ],
    objective: Objective(unfilled: 2, cost: 0), bound: nil, optimal: false)
  private var sample = RulesSample()

  init() {
    plan.objective.cost = sample.auditCase.costRows(of: Seats("E1", "E2"), on: "2027-03-08")
      .reduce(0) { $0 + $1.amount }
  }

  private func sentences() -> [String] {
    PlanVerifier(sample.problem).verdict(on: plan).findings.map(\.sentence)
  }

  @Test("finds nothing in a valid plan, and what it is worth")
  func valid() {
    let verdict = PlanVerifier(sample.problem).verdict(on: plan)
    #expect(verdict.findings.isEmpty)
    #expect(verdict.isValid)
    #expect(verdict.objective == plan.objective)
    #expect(plan.objective.cost > 0)
  }

  @Test("finds an unknown audit and an unknown expert, and says so of nothing else in the panel")
  mutating func unknown() {
    plan.panels[0].audit = "A9"
    #expect(sentences() == ["The problem has no audit A9."])
    plan.panels[0].audit = "A1"
    plan.panels[0].experts = ["E9", "E1", "E8"]
    #expect(sentences() == ["The problem has no expert E9.", "The problem has no expert E8."])
  }

  @Test("finds the second panel of an audit")
  mutating func twice() {
    plan.panels.append(plan.panels[0])
    let findings = PlanVerifier(sample.problem).verdict(on: plan).findings
    #expect(findings.map(\.sentence) == ["A1 has a panel already."])
    #expect(findings.map(\.panel) == [1])
  }

  @Test("finds a language that the panel does not share, or that another one is better than")
  mutating func language() {
    plan.panels[0].language = "it"
    #expect(sentences() == ["Not all of the panel speak it as well as the audit asks."])
    plan.panels[0].language = "en"
    #expect(
      sentences() == ["The panel works in de, which costs less than en or comes before it."])
  }

  @Test("names each broken rule with its panel, audit and evidence, and then values nothing")
  mutating func rules() {
    sample.relations = Set([Relation("E1", "E2")].compactMap { $0 })
    plan.panels[0].start = "2027-03-06"
    plan.objective.cost = 0
    let verdict = PlanVerifier(sample.problem).verdict(on: plan)
    #expect(
      verdict.findings.map(\.sentence) == [
        "An audit from 2027-03-06 to 2027-03-07 takes in 2027-03-06, a Saturday.",
        "A relation is declared between E1 and E2.",
      ])
    #expect(verdict.findings.map(\.audit) == ["A1", "A1"])
    #expect(verdict.objective == nil)
    #expect(!verdict.isValid)
  }

  @Test("lets a waived rule pass")
  mutating func waived() {
    sample.relations = Set([Relation("E1", "E2")].compactMap { $0 })
    sample.audit.waivers = [.pair(.related, "E1", "E2")]
    #expect(sentences() == [])
  }

  @Test("finds two audits of an expert too close to each other at both, and on one day less not")
  mutating func busy() {
    plan.panels.append(
      Plan.Entry(audit: "A3", start: "2027-03-10", experts: ["E2"], language: "de"))
    #expect(
      sentences() == [
        "E2 audits A3 on 2027-03-10, and 1 whole day must lie between.",
        "E2 audits A1 from 2027-03-08 to 2027-03-09, and 1 whole day must lie between.",
      ])
    plan.panels[1].start = "2027-03-11"
    let verdict = PlanVerifier(sample.problem).verdict(on: plan)
    #expect(verdict.findings.map(\.sentence).count == 1)
    #expect(verdict.objective?.unfilled == 1)
    // The second audit of E2 costs one step of load more than their first.
    let alone = plan.objective.cost
    let rows = RulesSample().problem
    let first = AuditCase("A3", in: IndexedProblem(rows), standing: [:])?
      .costRows(of: Seats("E2"), on: "2027-03-11").reduce(0) { $0 + $1.amount }
    #expect(verdict.objective?.cost == alone + (first ?? 0) + 1)
  }

  @Test("finds an expert with more audits than they take on, at each of them")
  mutating func capacity() {
    sample.experts["E2"]?.maxAudits = 1
    plan.panels.append(
      Plan.Entry(audit: "A3", start: "2027-03-22", experts: ["E2"], language: "de"))
    #expect(
      sentences()
        == Array(
          repeating: "E2 would have 2 audits in the plan and takes on at most 1.", count: 2))
  }

  @Test("lets a panel of the wrong size keep nobody from another audit")
  mutating func size() {
    plan.panels.append(
      Plan.Entry(audit: "A3", start: "2027-03-08", experts: ["E1", "E2"], language: "de"))
    #expect(
      sentences() == ["A bronze panel has exactly 1 expert, and this one names E1, E2."])
  }

  @Test("finds a pinned audit that is moved, staffed otherwise or missing")
  mutating func pinned() {
    sample.current["A1"] = CurrentPanel(start: "2027-03-08", experts: ["E1", "E2"], pinned: true)
    let sentence = "A1 is pinned to E1 and E2 from 2027-03-08."
    #expect(sentences() == [])
    plan.panels[0].start = "2027-03-09"
    #expect(sentences() == [sentence])
    plan.panels[0].start = "2027-03-08"
    plan.panels[0].experts = ["E1", "E3"]
    #expect(sentences() == [sentence])
    plan.panels = []
    let findings = PlanVerifier(sample.problem).verdict(on: plan).findings
    #expect(findings.map(\.sentence) == [sentence])
    #expect(findings.map(\.audit) == ["A1"])
    #expect(findings.map(\.panel) == [nil])
  }

  @Test("finds a wrong objective and a bound above it")
  mutating func claims() {
    let right = plan.objective
    plan.bound = Objective(unfilled: 3, cost: 0)
    plan.objective.cost = right.cost + 1
    #expect(
      sentences() == [
        "The plan claims unfilled 2 and cost \(right.cost + 1) and has unfilled 2 and cost "
          + "\(right.cost).",
        "The plan's bound, unfilled 3 and cost 0, lies above its objective, unfilled 2 and cost "
          + "\(right.cost).",
      ])
  }

  @Test("finds a claim of being optimal that the bound does not show, and holds the plan for valid")
  mutating func optimal() {
    plan.optimal = true
    #expect(sentences() == ["The plan claims to be optimal without a bound."])
    plan.bound = Objective(unfilled: 1, cost: 99)
    #expect(sentences().count == 1)
    #expect(PlanVerifier(sample.problem).verdict(on: plan).isValid)
    plan.bound = plan.objective
    #expect(sentences() == [])
  }
}

extension Seats {
  /// A panel as a test writes it; two of the same are a fault of the test.
  init(_ one: ExpertID, _ other: ExpertID) {
    guard let seats = Seats([one, other]) else { preconditionFailure("\(one) twice") }
    self = seats
  }
}
