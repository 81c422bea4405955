import TandemModel

/// Panels for a set of audits, as somebody states them: the value of a `tandem-plan/1` file.
///
/// Nothing in it is known to be valid.
public struct Plan: Hashable, Sendable {
  /// One panel of a plan, of any size, for an audit that may not exist.
  public struct Entry: Hashable, Sendable {
    public var audit: AuditID
    public var start: Day
    public var experts: [ExpertID]
    public var language: Language

    public init(audit: AuditID, start: Day, experts: [ExpertID], language: Language) {
      self.audit = audit
      self.start = start
      self.experts = experts
      self.language = language
    }
  }

  public var panels: [Entry]
  /// What the plan claims to be worth.
  public var objective: Objective
  /// What no plan can be better than, as claimed.
  public var bound: Objective?
  /// Whether the plan claims that nothing is better.
  public var optimal: Bool

  public init(panels: [Entry], objective: Objective, bound: Objective?, optimal: Bool) {
    self.panels = panels
    self.objective = objective
    self.bound = bound
    self.optimal = optimal
  }
}

/// The two numbers by which plans are compared, the first one first; smaller is better.
public struct Objective: Hashable, Sendable, Comparable {
  /// The sum of the priorities of the audits without a panel.
  public var unfilled: Int
  public var cost: Int

  public init(unfilled: Int, cost: Int) {
    self.unfilled = unfilled
    self.cost = cost
  }

  public static func < (one: Objective, other: Objective) -> Bool {
    (one.unfilled, one.cost) < (other.unfilled, other.cost)
  }
}
