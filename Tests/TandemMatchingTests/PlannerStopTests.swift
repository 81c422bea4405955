import Synchronization
import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("A planner that is stopped or watched")
struct PlannerStopTests {
  @Test("shows bounds that only rise below objectives that only fall")
  func progress() throws {
    for instance in ["year-100", "hard-5003", "hard-5012", "tiny-03"] {
      var last: PlanProgress?
      let result = try Planner(try RulesReference.problem(instance)).plan(progress: { step in
        #expect(step.bound <= step.objective)
        if let last {
          #expect(step.objective <= last.objective)
          #expect(step.bound >= last.bound)
        }
        last = step
      })
      let end = try #require(last)
      #expect(end.objective == result.plan.objective)
    }
  }

  @Test(
    "after some checks gives a valid plan with a true bound",
    arguments: [0, 1, 5, 50, 200, 400, 800, 2000])
  func stopped(after checks: Int) throws {
    for instance in ["year-060", "hard-5003", "disrupted-100"] {
      let indexed = IndexedProblem(try RulesReference.problem(instance))
      let count = Atomic(0)
      let result = try Planner(indexed).plan(shouldStop: {
        count.add(1, ordering: .relaxed).newValue > checks
      })
      #expect(PlanVerifier(indexed).verdict(on: result.plan).objective == result.plan.objective)
      let optimum = try PlannerSample.optimum(of: instance)
      #expect(result.plan.objective >= optimum)
      #expect(try #require(result.plan.bound) <= optimum)
      #expect(result.plan.optimal == (result.plan.bound == result.plan.objective))
    }
  }

  @Test("keeps pinned panels however early it is stopped")
  func pinned() throws {
    let problem = try RulesReference.problem("disrupted-100")
    let result = try Planner(problem).plan(shouldStop: { true })
    let pinned = problem.pinnedPanels
    #expect(!pinned.isEmpty)
    #expect(result.plan.panels.count == pinned.count)
  }

  @Test("before the linear program is solved has a bound of weight and of cost all the same")
  func boundFromFirstPrices() throws {
    for instance in ["year-100", "year-150", "season-250"] {
      let isSolving = Atomic(false)
      let result = try Planner(try RulesReference.problem(instance)).plan(
        shouldStop: { isSolving.load(ordering: .relaxed) },
        progress: { step in
          if step.bound.cost > 0 { isSolving.store(true, ordering: .relaxed) }
        })
      let bound = try #require(result.plan.bound)
      #expect(bound.unfilled > 0 && bound.cost > 0)
      #expect(bound <= (try PlannerSample.optimum(of: instance)))
    }
  }

  @Test("keeps only pinned panels when it is stopped before anything is ready")
  func nothingReady() throws {
    for instance in ["disrupted-100", "year-060"] {
      let problem = try RulesReference.problem(instance)
      let result = try Planner(problem).plan(shouldStop: { true })
      #expect(result.plan.panels.map(\.audit) == problem.pinnedPanels.keys.sorted())
      #expect(PlanVerifier(problem).verdict(on: result.plan).isValid)
      #expect(result.certificate == nil)
    }
  }
}
