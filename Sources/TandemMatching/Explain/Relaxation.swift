import TandemModel

/// Waivers that would be enough to fill an audit, and none of them can be spared.
public struct Relaxation: Hashable, Sendable {
  /// By the codes of their rules, then by the experts' ids; empty when the audit can be filled as
  /// it is. They are needed beyond those that the audit has, but a WINDOW names all its days.
  public let waivers: [Waiver]
  /// The sum of the waivers' weights.
  public let weight: Int
  /// The best panel that they allow.
  public let panel: Panel
  /// What that panel costs, with load at each member's first step.
  public let cost: Int
}

extension Relaxation: Comparable {
  /// The better one is the lesser: by weight, then by cost, then by the waivers.
  public static func < (one: Relaxation, other: Relaxation) -> Bool {
    if one.weight != other.weight { return one.weight < other.weight }
    if one.cost != other.cost { return one.cost < other.cost }
    return one.waivers.lexicographicallyPrecedes(other.waivers)
  }
}

extension AuditCase {
  /// What would have to be waived to fill the audit if it stood alone: all relaxations, or the best
  /// ones, by weight, then by cost, then by the waivers. That it is pinned is not looked at.
  ///
  /// When it can be filled as it is there is one, without a waiver; there are none when every panel
  /// breaks a rule that cannot be waived.
  public func relaxations(best count: Int = .max) -> [Relaxation] {
    let alone = alone
    // Every set of waivers has the empty one as a subset.
    var ranking = PanelRanking(of: alone)
    if let best = ranking.next() {
      let filled = Relaxation(waivers: [], weight: 0, panel: best.panel, cost: best.cost)
      return Array([filled].prefix(count))
    }
    var search = RelaxationSearch(of: alone)
    return search.relaxations(best: count)
  }
}
