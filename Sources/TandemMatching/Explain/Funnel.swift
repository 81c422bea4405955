import TandemModel

/// How many experts, and then panels of them, are left of all after each rule.
public struct Funnel: Hashable, Sendable {
  /// One rule, and how many are left when it and all before it have been asked.
  public struct Step: Hashable, Sendable {
    public let rule: Rule
    public let left: Int
  }

  /// All experts of the problem.
  public let experts: Int
  /// In the order of ``Rule/ofExpert``.
  public let expertSteps: [Step]
  /// The panels of the right size that the experts who are left can form.
  public let panels: Int
  /// In the order of ``Rule/ofPanel``.
  public let panelSteps: [Step]
}

/// Why an audit has no panel: where experts and panels are lost, on each start and on all of them.
/// What is waived removes nobody, and that the audit is pinned is not looked at.
public struct WhyUnfilled: Hashable, Sendable {
  /// The funnel of one valid start.
  public struct OnStart: Hashable, Sendable {
    public let start: Day
    public let funnel: Funnel
  }

  /// An expert, or a panel, is left here after a rule when on some start they are left after all
  /// rules up to it. Nobody is when the audit has no valid start.
  public let whole: Funnel
  /// Ascending; empty when the audit has no valid start.
  public let starts: [OnStart]
}

extension AuditCase {
  /// Why the audit has no panel beside those that stand; for one that could have one it says how
  /// many are left to choose from.
  public func whyUnfilled() -> WhyUnfilled {
    var count = FunnelCount(of: self)
    return count.answer()
  }
}
