import TandemModel

/// A valid panel with what it adds to the plan that stands.
public struct RankedPanel: Hashable, Sendable {
  public let panel: Panel
  public let cost: Int
}
