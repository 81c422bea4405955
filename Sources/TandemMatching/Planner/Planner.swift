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
    let verifier = PlanVerifier(indexed)
    guard let model = PlanningModel(indexed, stop) else {
      let plan = try pinnedPanels(verifier).checked(by: verifier)
      return PlanningResult(plan: plan, certificate: nil)
    }
    return try withoutActuallyEscaping(progress) { progress throws(PlanningDefect) in
      let report = { (phase: PlanProgress.Phase, draft: Draft, bound: Objective) in
        progress(
          PlanProgress(
            phase: phase, filled: draft.filledCount, objective: draft.objective, bound: bound))
      }
      let precheck = Precheck(verifier)
      var construction = Construction(model, precheck, stop)
      let first = construction.firstDraft()
      let search = PlanSearch(model, from: first, precheck, stop, report: report)
      let proof = search?.prove()
      let best = search?.best ?? first
      let bound = proof == nil ? search?.bound ?? Objective(unfilled: 0, cost: 0) : best.objective
      let plan = Plan(
        panels: precheck.panels(of: best, in: model), objective: best.objective, bound: bound,
        optimal: bound == best.objective)
      return PlanningResult(
        plan: try plan.checked(by: verifier),
        certificate: proof.map { Certificate($0.part(in: model)) })
    }
  }

  /// The plan that there is before anything is planned: the pinned panels stand, all else is open.
  private func pinnedPanels(_ verifier: PlanVerifier) -> Plan {
    let audits = indexed.problem.audits
    let panels = inParallel(audits.count) { position -> Plan.Entry? in
      let id = audits[position].id
      guard let current = indexed.problem.current[id], current.pinned,
        let seats = Seats(current.experts),
        let auditCase = AuditCase(id, in: indexed, beside: Engagements()),
        let language = auditCase.language(of: seats)
      else { return nil }
      return Plan.Entry(
        audit: id, start: current.start, experts: seats.experts, language: language)
    }.compactMap(\.self)
    return Plan(
      panels: panels, objective: verifier.objective(of: panels),
      bound: Objective(unfilled: 0, cost: 0), optimal: false)
  }
}

extension Plan {
  /// The plan, after the check that it breaks no rule and is worth what it says.
  fileprivate func checked(by verifier: PlanVerifier) throws(PlanningDefect) -> Plan {
    let verdict = verifier.verdict(on: self)
    guard verdict.findings.isEmpty else {
      throw PlanningDefect(reason: verdict.findings.map(\.sentence).joined(separator: " "))
    }
    return self
  }
}
