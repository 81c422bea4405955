import TandemModel

/// One thing that is wrong with a plan.
public struct PlanFinding: Sendable {
  public enum Fault: Sendable {
    case unknownAudit
    case unknownExpert(ExpertID)
    /// The audit has a panel already, which stands before this one.
    case audited(again: AuditID)
    /// A rule, or a start that is not valid.
    case breach(any Breach)
    /// Not all members speak it at the label's level, or the audit does not ask for it.
    case languageNotShared(Language)
    /// All members speak it, but it is not the panel's.
    case languageNotCheapest(Language, cheapest: Language)
    case objective(claimed: Objective, found: Objective)
    case boundAboveObjective(bound: Objective, objective: Objective)
    /// The plan says that nothing is better, and its bound does not say so.
    case optimalUnproven(bound: Objective?, objective: Objective)
  }

  /// The place of the panel in the plan, from 0; nil when it is about no panel of the plan.
  public let panel: Int?
  /// Nil when it is about the plan as a whole.
  public let audit: AuditID?
  public let fault: Fault

  /// Whether the plan cannot stand for it. A plan that is valid and right about what it costs may
  /// still claim more than its bound shows.
  public var refutes: Bool {
    if case .optimalUnproven = fault { false } else { true }
  }

  /// What is wrong, in one English sentence with its full stop.
  public var sentence: String {
    switch fault {
    case .unknownAudit: "The problem has no audit \(audit?.text ?? "")."
    case .unknownExpert(let expert): "The problem has no expert \(expert)."
    case .audited(let audit): "\(audit) has a panel already."
    case .breach(let breach): breach.sentence
    case .languageNotShared(let language):
      "Not all of the panel speak \(language) as well as the audit asks."
    case .languageNotCheapest(let language, let cheapest):
      "The panel works in \(cheapest), which costs less than \(language) or comes before it."
    case .objective(let claimed, let found):
      "The plan claims \(claimed.inWords) and has \(found.inWords)."
    case .boundAboveObjective(let bound, let objective):
      "The plan's bound, \(bound.inWords), lies above its objective, \(objective.inWords)."
    case .optimalUnproven(.some(let bound), let objective):
      "The plan claims to be optimal, but its bound, \(bound.inWords), lies below its objective, "
        + "\(objective.inWords)."
    case .optimalUnproven(nil, _): "The plan claims to be optimal without a bound."
    }
  }
}

extension Objective {
  fileprivate var inWords: String { "unfilled \(unfilled) and cost \(cost)" }
}
