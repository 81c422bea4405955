/// What a plan is worth under the rules of its problem.
public struct PlanVerdict: Sendable {
  /// In the order of the plan's panels, then what is missing, then what is claimed.
  public let findings: [PlanFinding]
  /// What the plan is worth; nil when it breaks a rule.
  public let objective: Objective?

  /// Whether the plan breaks no rule, its objective is right, and its bound not above it.
  public var isValid: Bool { !findings.contains(where: \.refutes) }
}
