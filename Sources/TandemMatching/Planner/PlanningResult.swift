/// What planning came to.
public struct PlanningResult: Hashable, Sendable {
  /// The best plan found, which is valid; its bound is the best that was proven.
  public let plan: Plan
  /// The proof that no plan is better; nil when there was none in time.
  public let certificate: Certificate?
}

/// The planner made a plan that breaks a rule or miscounts: a defect of the planner, never of its
/// input. The plan is not handed out.
public struct PlanningDefect: Error, Hashable, Sendable {
  /// What is wrong, in one English sentence with its full stop.
  public let reason: String
}
