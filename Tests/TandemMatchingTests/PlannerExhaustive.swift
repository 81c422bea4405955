@testable import TandemMatching
@testable import TandemModel

/// The best plan of a tiny problem, by trying every panel of every audit: no bound but the sum of what
/// each audit costs at the least.
struct PlannerExhaustive {
  private struct Choice {
    let experts: [Int]
    let days: Range<Int>
    let cost: Int
  }

  private var choices: [[Choice]] = []
  private let mayStayOpen: [Bool]
  private let priorities: [Int]
  private let capacities: [Int]
  private let priorLoads: [Int]
  private let loadWeight: Int
  private var taken: [[Range<Int>]]
  private var best = Objective(unfilled: .max, cost: .max)

  init(_ problem: Problem) {
    let indexed = IndexedProblem(problem)
    priorities = problem.audits.map(\.priority)
    mayStayOpen = problem.audits.map { problem.current[$0.id]?.pinned != true }
    capacities = problem.experts.map(\.maxAudits)
    priorLoads = problem.experts.map(\.priorLoad)
    loadWeight = problem.policy.costs[.load]
    taken = problem.experts.map { _ in [] }
    for audit in problem.audits {
      guard let auditCase = AuditCase(audit.id, in: indexed, standing: [:]) else { continue }
      choices.append(Self.choices(of: auditCase))
    }
  }

  private static func choices(of auditCase: AuditCase) -> [Choice] {
    let experts = auditCase.problem.experts
    var panels: [[Int]] = experts.indices.map { [$0] }
    if auditCase.labelPolicy.panel == 2 {
      panels = experts.indices.flatMap { one in (one + 1..<experts.count).map { [one, $0] } }
    }
    var choices: [Choice] = []
    for start in auditCase.starts {
      for panel in panels {
        let ids = panel.map { experts[$0].id }
        guard let seats = Seats(ids),
          auditCase.breaches(of: ids, on: start).allSatisfy({ $0.rule == .capacity })
        else { continue }
        let rows = auditCase.costRows(of: seats, on: start).filter { $0.row != .load }
        let first = Int(start.ordinal)
        choices.append(
          Choice(
            experts: panel,
            days: first..<first + auditCase.length + auditCase.policy.restDays,
            cost: rows.reduce(0) { $0 + $1.amount }))
      }
    }
    return choices.sorted { $0.cost < $1.cost }
  }

  /// Nil when no plan keeps the pinned panels.
  mutating func solve() -> Objective? {
    visit(0, Objective(unfilled: 0, cost: 0))
    return best.unfilled == .max ? nil : best
  }

  private mutating func visit(_ audit: Int, _ sum: Objective) {
    guard sum < best else { return }
    guard audit < choices.count else {
      best = sum
      return
    }
    for choice in choices[audit] {
      guard sum.unfilled < best.unfilled || sum.cost + choice.cost < best.cost else { break }
      let isFree = choice.experts.allSatisfy { expert in
        taken[expert].count < capacities[expert]
          && !taken[expert].contains { $0.overlaps(choice.days) }
      }
      guard isFree else { continue }
      var cost = choice.cost
      for expert in choice.experts {
        cost += loadWeight * (priorLoads[expert] + taken[expert].count)
        taken[expert].append(choice.days)
      }
      visit(audit + 1, Objective(unfilled: sum.unfilled, cost: sum.cost + cost))
      for expert in choice.experts { taken[expert].removeLast() }
    }
    if mayStayOpen[audit] {
      visit(audit + 1, Objective(unfilled: sum.unfilled + priorities[audit], cost: sum.cost))
    }
  }
}
