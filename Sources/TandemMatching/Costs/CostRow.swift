import TandemModel

/// One row of what a panel adds to the plan that stands.
public struct CostRow: Hashable, Sendable {
  public let row: Costs.Row
  /// Which member it is for; nil when it is for the panel or its start.
  public let expert: ExpertID?
  /// What the row's weight is multiplied by.
  public let units: Int
  /// Weight × units.
  public let amount: Int
}
