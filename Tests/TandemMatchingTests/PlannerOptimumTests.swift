import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The planner finds and proves the best plan")
struct PlannerOptimumTests {
  static let large = [
    "optonet", "year-060", "year-100", "year-150", "short-of-experts", "replan-100",
    "disrupted-100", "hard-5003", "hard-5012", "hard-5031", "season-250", "hard-5010",
  ]

  @Test("of every shared instance", arguments: RulesReference.instances + large)
  func shared(_ instance: String) throws {
    let indexed = IndexedProblem(try RulesReference.problem(instance))
    let result = try Planner(indexed).plan()
    #expect(result.plan.objective == (try PlannerSample.optimum(of: instance)))
    #expect(result.plan.optimal)
    #expect(result.plan.bound == result.plan.objective)
    let certificate = try #require(result.certificate)
    #expect(CertificateChecker(indexed).check(certificate, of: result.plan) == .proven)
    #expect(try Certificate.read(certificate.write()) == certificate)
  }

  @Test("of 500 random tiny problems, as an exhaustive search does", arguments: 0..<20)
  func random(_ part: Int) throws {
    for seed in UInt64(part * 25 + 1)...UInt64(part * 25 + 25) {
      let problem = try PlannerSample.problem(seed: seed)
      var search = PlannerExhaustive(problem)
      let expected = search.solve()
      let indexed = IndexedProblem(problem)
      let result = try Planner(indexed).plan()
      #expect(result.plan.objective == expected, "seed \(seed)")
      #expect(result.plan.optimal, "seed \(seed)")
      let certificate = try #require(result.certificate, "seed \(seed)")
      let verdict = CertificateChecker(indexed).check(certificate, of: result.plan)
      #expect(verdict == .proven, "seed \(seed)")
    }
  }

  @Test("the same plan each time")
  func deterministic() throws {
    let problem = try RulesReference.problem("hard-5003")
    let first = try Planner(problem).plan()
    #expect(try Planner(problem).plan() == first)
  }

  @Test("with panels whose costs the rules agree with")
  func pricing() throws {
    for seed in UInt64(1)...40 {
      let indexed = IndexedProblem(try PlannerSample.problem(seed: seed))
      let model = try #require(PlanningModel(indexed, StopSignal { false }))
      var pricing = Pricing(model)
      let free = Prices.free(experts: model.roster.count)
      for audit in model.audits.indices {
        let auditCase = model.audits[audit].auditCase
        let query = Pricing.Query(audit: audit, prices: free, limit: .max, wanted: 1)
        let found = pricing.panels(query).panels.first?.column
        let unloaded = Array(PanelRanking(of: auditCase).lazy.prefix(1)).first
        guard let found else {
          #expect(unloaded == nil || indexed.records.contains { $0.expert.maxAudits == 0 })
          continue
        }
        let experts = found.members.map { indexed.records[$0].id }
        let seats = try #require(Seats(experts))
        let start = model.day(Int(found.start))
        let breaches = auditCase.breaches(of: experts, on: start)
        #expect(breaches.allSatisfy { $0.rule == .capacity }, "seed \(seed)")
        let rows = auditCase.costRows(of: seats, on: start).filter { $0.row != .load }
        #expect(found.cost == rows.reduce(0) { $0 + $1.amount }, "seed \(seed)")
      }
    }
  }
}
