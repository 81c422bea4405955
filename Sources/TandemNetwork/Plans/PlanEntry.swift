import TandemMatching
import TandemModel

/// What the network keeps at hand of a published plan; the whole of it is in its record.
public struct PlanEntry: Hashable, Sendable {
  public let origin: Origin
  public let madeFrom: Int
  public let on: Day
  public let scope: PlanScope
  public let filled: Int
  public let unfilled: Int
  public let objective: Objective
  /// Whether a proof is kept that no plan is better.
  public let isOptimal: Bool
  /// The audits that it gave another panel, or none.
  public let changed: Set<AuditID>

  init(_ plan: PublishedPlan, changing audits: Set<AuditID>, from origin: Origin) {
    self.origin = origin
    madeFrom = plan.madeFrom
    on = plan.on
    scope = plan.scope
    filled = plan.panels.count
    unfilled = plan.unfilled.count
    objective = plan.objective
    isOptimal = plan.isOptimal
    changed = audits
  }
}

extension NetworkState {
  /// The audits whose panel the plan changes.
  func changed(by plan: PublishedPlan) -> Set<AuditID> {
    plan.audits.filter { id in
      let (standing, planned) = (audits[id]?.panel, plan.panels[id])
      return standing?.start != planned?.start || standing?.experts != planned?.experts
    }
  }

  mutating func apply(_ plan: PublishedPlan, from origin: Origin) {
    let changed = changed(by: plan)
    for id in changed {
      guard let panel = plan.panels[id] else {
        setPanel(nil, of: id, in: .admitted)
        continue
      }
      assign(
        StandingPanel(
          start: panel.start, experts: panel.experts, pinned: false, current: false,
          decision: Decision(origin: origin, policyVersion: policy.version, isPlanned: true)),
        to: id)
    }
    plans.append(PlanEntry(plan, changing: changed, from: origin))
  }
}

extension NetworkState {
  /// The day that counted as today when a panel was decided; nil where it came with a file.
  public func day(of decision: Decision) -> Day? {
    guard decision.isPlanned else { return decision.selection?.on }
    return plans.last { $0.origin.revision == decision.origin.revision }?.on
  }
}
