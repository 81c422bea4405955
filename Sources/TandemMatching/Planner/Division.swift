extension PlanSearch {
  /// Keeps the panels that a solution is decided about, and plans the other audits as a problem of
  /// their own. False when told to stop; nil when the solution is decided about too few.
  func divideAndPlan(_ solution: MasterProgram.Solution) -> Bool? {
    var kept = Draft(model)
    let chosen = choose(solution, &kept)
    guard chosen.count * 4 > model.audits.count - model.pinned.count else { return nil }
    var part = model
    for position in chosen {
      let column = master.columns[position]
      part.pinned[Int(column.audit)] = column
    }
    var construction = Construction(part, precheck, stop)
    construction.complete(&kept)
    construction.improve(&kept, rounds: 3)
    take(kept)
    guard !stop.isSet else { return false }
    guard let search = PlanSearch(part, from: kept, precheck, stop, report: { _, _, _ in }) else {
      return nil
    }
    search.improvementRounds = 0
    search.deepest = 0
    search.master.add(
      zip(master.columns, solution.panels).filter {
        $1 > MasterProgram.Solution.tolerance && part.pinned[Int($0.audit)] == nil
      }.map { $0.0 })
    _ = search.prove()
    take(search.best)
    return !stop.isSet
  }
}
