/// How far planning has come.
public struct PlanProgress: Hashable, Sendable {
  /// What is being done.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    /// A first plan is made, audit by audit.
    case constructing
    /// The linear program is solved over all panels.
    case solving
    /// Plans are made of its solution.
    case diving
    /// What is left between plan and bound is split into parts.
    case branching
  }

  public let phase: Phase
  /// How many audits have a panel in the best plan so far.
  public let filled: Int
  /// What the best plan so far is worth; never worse than before.
  public let objective: Objective
  /// What no plan can be better than; never lower than before.
  public let bound: Objective

  public init(phase: Phase, filled: Int, objective: Objective, bound: Objective) {
    self.phase = phase
    self.filled = filled
    self.objective = objective
    self.bound = bound
  }
}
