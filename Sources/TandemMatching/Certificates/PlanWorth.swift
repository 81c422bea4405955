import TandemModel

extension Plan {
  /// What a plan is worth, if it is valid.
  enum Worth: Hashable, Sendable {
    case valid(Objective)
    /// The first thing that is wrong with it.
    case refused(String)
  }

  /// Checks every panel beside all others, and counts what the plan is worth; what it claims is not
  /// looked at.
  func worth(in indexed: IndexedProblem) -> Worth {
    let problem = indexed.problem
    var standing: [AuditID: CurrentPanel] = [:]
    var audits: [ExpertID: [AuditID]] = [:]
    for entry in panels {
      guard problem.audit(entry.audit) != nil else {
        return .refused("The problem has no audit \(entry.audit).")
      }
      if let stranger = entry.experts.first(where: { indexed.record(of: $0) == nil }) {
        return .refused("The problem has no expert \(stranger).")
      }
      let panel = CurrentPanel(start: entry.start, experts: Set(entry.experts), pinned: false)
      guard standing.updateValue(panel, forKey: entry.audit) == nil else {
        return .refused("\(entry.audit) has two panels.")
      }
      for expert in panel.experts { audits[expert, default: []].append(entry.audit) }
    }
    for audit in problem.audits where standing[audit.id] == nil {
      if problem.current[audit.id]?.pinned == true {
        return .refused("\(audit.id) is pinned and has no panel.")
      }
    }
    let (standingPanels, auditsOf) = (standing, audits)
    let checked = inParallel(panels.count) {
      panels[$0].checked(in: indexed, beside: standingPanels, auditsOf)
    }
    var cost = 0
    for result in checked {
      switch result {
      case .failure(let refusal): return .refused(refusal.reason)
      case .success(let panelCost): cost += panelCost
      }
    }
    for (expert, audits) in audits {
      guard let record = indexed.record(of: expert) else { continue }
      for step in audits.indices {
        cost += problem.policy.costs[.load] * (record.expert.priorLoad + step)
      }
    }
    var unfilled = 0
    for audit in problem.audits where standing[audit.id] == nil { unfilled += audit.priority }
    return .valid(Objective(unfilled: unfilled, cost: cost))
  }
}

extension Plan.Entry {
  struct Refusal: Error {
    let reason: String
  }

  /// The panel's cost without load, if it breaks no rule beside the others.
  fileprivate func checked(
    in indexed: IndexedProblem, beside standing: [AuditID: CurrentPanel],
    _ audits: [ExpertID: [AuditID]]
  ) -> Result<Int, Refusal> {
    // Only panels with a common member can be in each other's way.
    let others = Set(experts.flatMap { audits[$0] ?? [] })
    let beside = standing.filter(keysIn: others)
    guard let auditCase = AuditCase(audit, in: indexed, standing: beside) else {
      return .failure(Refusal(reason: "The problem has no audit \(audit)."))
    }
    if let breach = auditCase.breaches(of: experts, on: start).first {
      return .failure(Refusal(reason: "\(audit): \(breach.sentence)"))
    }
    guard let seats = Seats(experts), auditCase.language(of: seats) == language else {
      return .failure(
        Refusal(reason: "\(audit): \(language) is not the language that its panel works in."))
    }
    let rows = auditCase.costRows(of: seats, on: start).filter { $0.row != .load }
    return .success(rows.reduce(0) { $0 + $1.amount })
  }
}

extension [AuditID: CurrentPanel] {
  fileprivate func filter(keysIn keys: Set<AuditID>) -> [AuditID: CurrentPanel] {
    var kept: [AuditID: CurrentPanel] = [:]
    for key in keys { kept[key] = self[key] }
    return kept
  }
}
