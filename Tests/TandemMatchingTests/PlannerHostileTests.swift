import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The planner meets hostile problems")
struct PlannerHostileTests {
  private func proven(_ problem: Problem) throws -> Plan {
    let indexed = IndexedProblem(problem)
    let result = try Planner(indexed).plan()
    #expect(PlanVerifier(indexed).verdict(on: result.plan).objective == result.plan.objective)
    if let certificate = result.certificate {
      #expect(CertificateChecker(indexed).check(certificate, of: result.plan) == .proven)
    }
    #expect(result.plan.optimal == (result.certificate != nil))
    #expect(result.plan.optimal)
    return result.plan
  }

  @Test("without experts")
  func noExperts() throws {
    let problem = PlannerSample.changed(
      try RulesReference.problem("tiny-01"), experts: [], relations: [])
    let plan = try proven(problem)
    #expect(plan.panels.isEmpty)
    #expect(plan.objective.unfilled == problem.audits.reduce(0) { $0 + $1.priority })
  }

  @Test("without audits")
  func noAudits() throws {
    let plan = try proven(
      PlannerSample.changed(try RulesReference.problem("tiny-01"), audits: []))
    #expect(plan.objective == Objective(unfilled: 0, cost: 0))
  }

  @Test("whose windows hold no day on which an audit can begin")
  func noDays() throws {
    let read = try RulesReference.problem("tiny-01")
    let audits = read.audits.map { audit in
      var audit = audit
      var day = read.horizon.lowerBound
      while day.weekday != 6 { day = day.adding(1) }
      audit.window = day...day.adding(1)
      return audit
    }
    #expect(try proven(PlannerSample.changed(read, audits: audits)).panels.isEmpty)
  }

  @Test("with one expert for all")
  func oneExpert() throws {
    let read = try RulesReference.problem("year-060")
    let experts = Array(read.experts.prefix(1))
    let plan = try proven(PlannerSample.changed(read, experts: experts, relations: []))
    #expect(plan.panels.count <= experts[0].maxAudits)
  }

  @Test("in which everybody is related to everybody")
  func allRelated() throws {
    let read = try RulesReference.problem("tiny-02")
    var relations: Set<Relation> = []
    for one in read.experts {
      for other in read.experts {
        if let relation = Relation(one.id, other.id) { relations.insert(relation) }
      }
    }
    let plan = try proven(PlannerSample.changed(read, relations: relations))
    #expect(plan.panels.allSatisfy { $0.experts.count == 1 })
  }

  @Test("with weights and priorities of 1,000,000 each", arguments: RulesReference.instances)
  func heavy(_ instance: String) throws {
    let read = try RulesReference.problem(instance)
    let audits = read.audits.map { audit in
      var audit = audit
      audit.priority = 1_000_000
      return audit
    }
    _ = try proven(
      PlannerSample.changed(read, audits: audits, costs: Costs { _ in Costs.limit }))
  }

  @Test("with weights of all sizes", arguments: UInt64(1)...20)
  func uneven(_ seed: UInt64) throws {
    var chance = RulesChance(state: seed)
    let read = try PlannerSample.problem(seed: seed)
    let problem = PlannerSample.changed(
      read, costs: Costs { _ in Int.random(in: 0...Costs.limit, using: &chance) })
    var search = PlannerExhaustive(problem)
    let indexed = IndexedProblem(problem)
    let result = try Planner(indexed).plan()
    #expect(result.plan.objective == search.solve(), "seed \(seed)")
    #expect(result.plan.optimal, "seed \(seed)")
  }
}
