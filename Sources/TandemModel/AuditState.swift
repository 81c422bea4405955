/// How far an audit has come, on its way from a request to a label.
public enum AuditState: String, Hashable, Sendable, CaseIterable {
  /// Requested by a partner or the coordinator.
  case submitted
  /// Checked and taken into planning.
  case admitted
  /// A panel is assigned.
  case proposed
  /// The experts of its panel are asked.
  case invited
  /// They all accepted.
  case confirmed
  /// It took place.
  case held
  /// Its label is awarded or refused.
  case decided
  /// Taken back by whoever asked for it; it is in no plan.
  case withdrawn
  /// Called off by the coordinator; it is in no plan.
  case cancelled

  /// Whether planning looks at it: to find it a panel, or as one that was held.
  public var isTakenIn: Bool {
    switch self {
    case .admitted, .proposed, .invited, .confirmed, .held, .decided: true
    case .submitted, .withdrawn, .cancelled: false
    }
  }

  /// Whether it is in no plan any more, and will not take place.
  public var isCalledOff: Bool { self == .withdrawn || self == .cancelled }

  /// Whether nothing can become of it any more, but for its decision.
  public var isOver: Bool {
    switch self {
    case .held, .decided, .withdrawn, .cancelled: true
    case .submitted, .admitted, .proposed, .invited, .confirmed: false
    }
  }
}
