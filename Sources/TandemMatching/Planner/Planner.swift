import TandemModel

/// Finds the plan that leaves the least weight open and then costs the least, and proves it.
///
/// A first plan is made audit by audit. Then a linear program over panels, which are found as they are
/// needed, gives a bound; diving into its solution gives plans, cuts raise the bound, and what is still
/// left between the two is split. The proof can be written as a ``Certificate``.
public struct Planner: Sendable {
  private let indexed: IndexedProblem

  public init(_ indexed: IndexedProblem) { self.indexed = indexed }

  public init(_ problem: Problem) { self.init(IndexedProblem(problem)) }

  /// Plans until the best plan is proven or `shouldStop` answers true, which ends planning within
  /// some hundredths of a second with the best so far. It is asked often, from several threads.
  ///
  /// `progress` is told of each better plan and bound, on the calling thread. The same problem gives
  /// the same plan on any machine, unless planning is stopped. This blocks its thread: call it from
  /// one of its own.
  ///
  /// Throws when the plan does not pass the check that each plan goes through at last, which only a
  /// defect of the planner can bring about.
  public func plan(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: (PlanProgress) -> Void = { _ in }
  ) throws(PlanningDefect) -> PlanningResult {
    let stop = StopSignal(shouldStop)
    guard let model = PlanningModel(indexed, stop) else {
      return PlanningResult(plan: try checked(pinnedPanels()), certificate: nil)
    }
    return try withoutActuallyEscaping(progress) { progress throws(PlanningDefect) in
      let report = { (phase: PlanProgress.Phase, draft: Draft, bound: Objective) in
        progress(
          PlanProgress(
            phase: phase, filled: draft.filledCount, objective: draft.objective, bound: bound))
      }
      var construction = Construction(model, stop)
      var first = construction.firstDraft()
      report(.constructing, first, Objective(unfilled: 0, cost: 0))
      construction.improve(&first, rounds: 4)
      guard let search = PlanSearch(model, from: first, stop, report: report) else {
        return try result(of: first, bound: Objective(unfilled: 0, cost: 0), nil, in: model)
      }
      let proof = search.prove()
      return try result(of: search.best, bound: search.bound, proof, in: model)
    }
  }

  /// The plan by names, after the check that it breaks no rule and is worth what it says.
  private func result(
    of draft: Draft, bound: Objective, _ proof: Proof?, in model: PlanningModel
  ) throws(PlanningDefect) -> PlanningResult {
    let bound = proof == nil ? bound : draft.objective
    let plan = draft.plan(in: model, bound: bound, isProven: bound == draft.objective)
    return PlanningResult(
      plan: try checked(plan), certificate: proof.map { Certificate($0.part(in: model)) })
  }

  private func checked(_ plan: Plan) throws(PlanningDefect) -> Plan {
    let verdict = PlanVerifier(indexed).verdict(on: plan)
    guard verdict.findings.isEmpty else {
      throw PlanningDefect(reason: verdict.findings.map(\.sentence).joined(separator: " "))
    }
    return plan
  }

  /// The plan that there is before anything is planned: the pinned panels stand, all else is open.
  private func pinnedPanels() -> Plan {
    let panels = indexed.problem.audits.compactMap { audit -> Plan.Entry? in
      guard let current = indexed.problem.current[audit.id], current.pinned,
        let seats = Seats(current.experts),
        let auditCase = AuditCase(audit.id, in: indexed, beside: Engagements()),
        let language = auditCase.language(of: seats)
      else { return nil }
      return Plan.Entry(
        audit: audit.id, start: current.start, experts: seats.experts, language: language)
    }
    return Plan(
      panels: panels, objective: PlanVerifier(indexed).objective(of: panels),
      bound: Objective(unfilled: 0, cost: 0), optimal: false)
  }
}
