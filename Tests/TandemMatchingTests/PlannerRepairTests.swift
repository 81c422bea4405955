import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("A repair")
struct PlannerRepairTests {
  private func planned() throws -> (Problem, Plan) {
    var problem = try RulesReference.problem("year-060")
    let plan = try Planner(problem).plan().plan
    for entry in plan.panels {
      problem.current[entry.audit] = CurrentPanel(
        start: entry.start, experts: Set(entry.experts), pinned: false)
    }
    return (problem, plan)
  }

  @Test("moves nothing but the audits that it frees")
  func freesOnlyNamed() throws {
    var (problem, plan) = try planned()
    let freed = try #require(plan.panels.first)
    let expert = try #require(freed.experts.first)
    problem.unavailable[expert, default: []].append(freed.start...freed.start)
    let repaired = try Planner(problem.repair(freeing: [freed.audit])).plan()
    #expect(repaired.plan.optimal)
    let before = Set(plan.panels.filter { $0.audit != freed.audit })
    #expect(Set(repaired.plan.panels.filter { $0.audit != freed.audit }) == before)
    #expect(!repaired.plan.panels.contains(freed))
  }

  @Test("names the panels that cannot stay as they are")
  func broken() throws {
    var (problem, plan) = try planned()
    let panel = try #require(plan.panels.first)
    let expert = try #require(panel.experts.first)
    problem.unavailable[expert, default: []].append(panel.start...panel.start)
    #expect(throws: Problem.RepairRefusal.broken([panel.audit])) {
      try problem.repair(freeing: [])
    }
  }

  @Test("names the audits that there are not")
  func unknown() throws {
    let (problem, _) = try planned()
    #expect(throws: Problem.RepairRefusal.unknown(["nobody"])) {
      try problem.repair(freeing: ["nobody"])
    }
  }
}
