import TandemModel

/// Finds the plan that leaves the least weight open and then costs the least, and proves it.
public struct Planner: Sendable {
  private let indexed: IndexedProblem

  public init(_ indexed: IndexedProblem) { self.indexed = indexed }

  public init(_ problem: Problem) { self.init(IndexedProblem(problem)) }

  /// Plans until the best plan is proven or `shouldStop` answers true, which ends planning within
  /// some hundredths of a second. It is asked often, from several threads.
  ///
  /// `progress` is told of each better plan and bound. The same problem gives the same answer on any
  /// machine, unless it is stopped.
  public func plan(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping (PlanProgress) -> Void = { _ in }
  ) -> PlanningResult {
    let stop = StopSignal(shouldStop)
    let model = PlanningModel(indexed)
    func report(_ phase: PlanProgress.Phase, _ draft: Draft, _ bound: Objective) {
      progress(
        PlanProgress(
          phase: phase, filled: draft.filledCount, objective: draft.objective, bound: bound))
    }
    var construction = Construction(model, stop)
    var first = construction.firstDraft()
    report(.constructing, first, Objective(unfilled: 0, cost: 0))
    construction.improve(&first, rounds: 4)
    guard let search = PlanSearch(model, from: first, stop, report: report) else {
      fatalError()
    }
    let proof = search.prove()
    return PlanningResult(objective: search.best.objective, bound: search.bound, optimal: proof != nil, columns: search.master.columns.count, rows: search.master.rows.count)
  }
}
public struct PlanningResult: Sendable {
  public var objective: Objective
  public var bound: Objective
  public var optimal: Bool
  public var columns: Int
  public var rows: Int
}
