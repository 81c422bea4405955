extension PlanSearch {
  /// From this value on a column is fixed together with others in one step of a dive.
  static let nearlyWhole = 0.7

  /// Fixes the largest columns of a solution, solves and prices again, and so on until a plan is
  /// left. False when told to stop.
  func dive(from first: MasterProgram.Solution, _ node: Node) -> Bool {
    let before = phase
    phase = .diving
    defer { phase = before }
    if isLarge, node.decisions.answers.isEmpty, let isFinished = divideAndPlan(first) {
      return isFinished
    }
    var fixed: Set<Int> = []
    var solution = first
    let basis = master.program.basis
    var draft = Draft(model)
    let isStopped = !descend(&solution, &draft, &fixed, node)
    guard !isStopped else { return false }
    for column in fixed {
      master.restrict(
        Int(master.columns[column].audit),
        to: node.decisions.restrictions[Int(master.columns[column].audit)] ?? Restriction())
    }
    // From where the dive ends the way back to the optimum is long.
    master.program.basis = basis
    return true
  }

  private func descend(
    _ solution: inout MasterProgram.Solution, _ draft: inout Draft, _ fixed: inout Set<Int>,
    _ node: Node
  ) -> Bool {
    while true {
      let chosen = choose(solution, &draft)
      if chosen.isEmpty {
        finish(&draft)
        return !stop.isSet
      }
      for column in chosen {
        master.fix(column)
        fixed.insert(column)
      }
      for round in 0..<3 {
        switch master.program.solve(round == 0 ? .dual : .primal, stop) {
        case .stopped: return false
        case .failed:
          finish(&draft)
          return !stop.isSet
        case .optimal: break
        }
        solution = master.solution()
        if solution.objective >= cutoff { return true }
        if master.add(master.violatedDays(of: solution)) > 0 { continue }
        guard
          let found = price(
            master.prices(scale: scale), node.decisions, values: master.auditValues(scale: scale))
        else { return false }
        if master.add(found.columns.filter { draft.columns[Int($0.audit)] == nil }) == 0 { break }
      }
    }
  }

  /// The value of the program from which on no better plan can come.
  private var cutoff: Double {
    master.weightCost * Double(best.unfilled)
      + (Double(best.cost) - 1e-3) / Double(master.costUnit)
  }

  /// The columns to fix next, which the draft takes in: all that are nearly whole, or the largest.
  func choose(_ solution: MasterProgram.Solution, _ draft: inout Draft) -> [Int] {
    let candidates = solution.panels.indices.filter {
      solution.panels[$0] > 1e-4 && draft.columns[Int(master.columns[$0].audit)] == nil
    }.sorted { (-solution.panels[$0], $0) < (-solution.panels[$1], $1) }
    var chosen: [Int] = []
    for position in candidates {
      if !chosen.isEmpty, solution.panels[position] < Self.nearlyWhole { break }
      let column = master.columns[position]
      guard draft.columns[Int(column.audit)] == nil, draft.standing.allows(column, in: model)
      else { continue }
      draft.add(column, in: model)
      chosen.append(position)
    }
    return chosen
  }

  private func finish(_ draft: inout Draft) {
    var construction = Construction(model, precheck, stop)
    construction.complete(&draft)
    construction.improve(&draft, rounds: 3)
    take(draft)
  }
}
