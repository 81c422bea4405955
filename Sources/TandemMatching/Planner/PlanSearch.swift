import TandemModel

/// The search for the best plan: column generation, cuts, dives and branching over one master program.
final class PlanSearch {
  let model: PlanningModel
  let precheck: Precheck
  let stop: StopSignal
  let master: MasterProgram
  let scale: Int
  private(set) var best: Draft
  /// What no plan can be better than.
  private(set) var bound: Objective
  private let report: (PlanProgress.Phase, Draft, Objective) -> Void
  var phase = PlanProgress.Phase.constructing
  /// How often the first plan is improved audit by audit before the program is solved.
  var improvementRounds = 4
  /// The audits that the program restricts now.
  var restricted: Set<Int> = []
  /// The prices that proved the best bound on cost so far, which smoothing keeps near to.
  var centre: Centre?
  /// How deep the search may branch: no certificate holds a deeper proof.
  var deepest = Certificate.depthLimit

  init?(
    _ model: PlanningModel, from first: Draft, _ precheck: Precheck, _ stop: StopSignal,
    report: @escaping (PlanProgress.Phase, Draft, Objective) -> Void
  ) {
    let numbers = Magnitudes(model, first)
    guard
      let master = MasterProgram(
        model, weightCost: numbers.weightCost, costUnit: numbers.costUnit)
    else { return nil }
    self.model = model
    self.precheck = precheck
    self.stop = stop
    self.master = master
    self.report = report
    scale = numbers.scale
    best = first
    bound = Objective(unfilled: 0, cost: 0)
    report(phase, best, bound)
  }

  /// Whether so many audits are to be planned that the linear program takes most of the time.
  var isLarge: Bool { model.audits.count - model.pinned.count > 1000 }

  /// Takes a plan if it is better than the best one so far, unless it is told to stop before the plan's
  /// panels are looked at.
  func take(_ draft: Draft) {
    guard draft.objective < best.objective, precheck.look(at: draft, in: model, stop) else {
      return
    }
    best = draft
    report(phase, best, bound)
  }

  /// Takes what was proven for all plans.
  func raiseBound(to proven: Objective) {
    let raised = min(proven, best.objective)
    guard bound < raised else { return }
    bound = raised
    report(phase, best, bound)
  }

  /// Whether a part that proves that much can hold no better plan.
  func isBeaten(weight: Int, cost: Int?) -> Bool {
    if weight != best.unfilled { return weight > best.unfilled }
    return cost.map { $0 >= best.cost } ?? false
  }
}

/// How large the numbers of a problem get, and the scales that keep them exact.
private struct Magnitudes {
  let scale: Int
  let costUnit: Int
  let weightCost: Double

  init(_ model: PlanningModel, _ first: Draft) {
    let costs = model.problem.policy.costs
    var unit = 0
    for row in Costs.Row.allCases { unit = greatestCommonDivisor(unit, costs[row]) }
    costUnit = max(1, unit)
    // Filling an audit must pay however many others have to move: four times what a whole plan costs
    // is far more than any such chain, and a bound that needs more asks for it.
    let panels = first.cost / costUnit + model.audits.count
    var weight = 16.0
    while weight < 4 * Double(panels), weight < 0x1p40 { weight *= 2 }
    weightCost = weight
    // The finer, the closer a bound comes to the linear program's; prices must stay below 2⁵³.
    let priority = Double(model.audits.map(\.priority).max() ?? 1)
    var scale = 1 << 20
    while scale > 1, Double(scale) * Double(costUnit) * weight * priority > 0x1p52 { scale /= 2 }
    self.scale = scale
  }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
  var (one, other) = (one, other)
  while other != 0 { (one, other) = (other, one % other) }
  return one
}
