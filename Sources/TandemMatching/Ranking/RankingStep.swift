/// A step of the search for the best panels, with a lower bound of the cost of all that comes of it;
/// that of a panel is exact.
struct RankingStep: Sendable {
  enum Kind: Sendable {
    /// A lane that is still closed on a start, which is the `order`-th cheapest.
    case start(lane: Int, order: Int)
    /// A first member of a lane and their partner.
    case pair(lane: Int, PairOfLane)
    /// A valid panel and the place of its language.
    case panel(SeatedCandidates, place: Int)
  }

  let cost: Int
  let start: Int
  let kind: Kind

  private var panel: SeatedCandidates? {
    if case .panel(let members, _) = kind { members } else { nil }
  }
}

extension RankingStep: Comparable {
  /// At one cost and start all that may still lead to a panel comes before the panels, so that these
  /// come in the order of their ids.
  static func < (one: RankingStep, other: RankingStep) -> Bool {
    if one.cost != other.cost { return one.cost < other.cost }
    if one.start != other.start { return one.start < other.start }
    guard let ours = one.panel else { return other.panel != nil }
    guard let theirs = other.panel else { return false }
    return ours < theirs
  }

  static func == (one: RankingStep, other: RankingStep) -> Bool { !(one < other) && !(other < one) }
}

/// A first member of a lane by their row, and a partner by their place among the row's partners.
struct PairOfLane: Sendable {
  let row: Int
  /// Nil on a panel of one.
  let partner: Int?
  /// Whether no partner of the row comes before: then the pair leads on to the next row, too.
  let isFirst: Bool
}

/// The members of a panel by their places in the list of candidates, ascending.
struct SeatedCandidates: Hashable, Comparable, Sendable {
  let one: Int
  /// Nil on a panel of one.
  let other: Int?

  init(_ first: Int, _ second: Int?) {
    one = second.map { min(first, $0) } ?? first
    other = second.map { max(first, $0) }
  }

  static func < (one: SeatedCandidates, other: SeatedCandidates) -> Bool {
    (one.one, one.other ?? -1) < (other.one, other.other ?? -1)
  }
}
