/// Lets one rule pass for one audit.
public enum Waiver: Hashable, Sendable {
  /// HOME_COUNTRY, INTEREST, ROTATION or UNAVAILABLE of one expert.
  case expert(Rule, ExpertID)
  /// SHARED_ORGANISATION, RELATED or SAME_COUNTRY of two experts, in the order of their ids.
  case pair(Rule, ExpertID, ExpertID)
  /// NO_LEAD or NATIONALS.
  case panel(Rule)
  /// The window is that many days wider at both ends, 1…28.
  case window(days: Int)

  /// The rules that ``expert(_:_:)`` may name.
  public static let ofExpert: Set<Rule> = [.homeCountry, .interest, .rotation, .unavailable]
  /// The rules that ``pair(_:_:_:)`` may name.
  public static let ofPair: Set<Rule> = [.sharedOrganisation, .related, .sameCountry]
  /// The rules that ``panel(_:)`` may name.
  public static let ofPanel: Set<Rule> = [.noLead, .nationals]
  /// How many days a WINDOW may have.
  public static let windowDays = 1...28

  public var rule: Rule {
    switch self {
    case .expert(let rule, _), .pair(let rule, _, _), .panel(let rule): rule
    case .window: .window
    }
  }

  /// The experts it is for; empty when it is for any panel.
  public var experts: [ExpertID] {
    switch self {
    case .expert(_, let expert): [expert]
    case .pair(_, let one, let other): [one, other]
    case .panel, .window: []
    }
  }
}

extension Waiver {
  /// How much it asks for: of two ways to fill an audit the one that weighs less is the better.
  public var weight: Int {
    switch self {
    // One for each started week.
    case .window(let days): (days + 6) / 7
    case .expert(let rule, _), .pair(let rule, _, _), .panel(let rule): rule.waiverWeight
    }
  }
}

extension Rule {
  fileprivate var waiverWeight: Int {
    switch self {
    case .unavailable, .sameCountry: 1
    case .homeCountry, .nationals, .noLead: 2
    case .rotation: 3
    case .sharedOrganisation, .related: 5
    case .interest: 8
    // A WINDOW weighs by its days, and the others cannot be waived.
    case .window, .notAccredited, .language, .objection, .recusal, .size, .noCommonLanguage,
      .busy, .capacity, .pinned:
      0
    }
  }
}

extension Waiver: Comparable {
  /// By the rule's code, then by the experts' ids, then by the days.
  public static func < (one: Waiver, other: Waiver) -> Bool {
    if one.rule != other.rule { return one.rule.rawValue < other.rule.rawValue }
    if one.experts != other.experts {
      return one.experts.lexicographicallyPrecedes(other.experts)
    }
    guard case .window(let days) = one, case .window(let others) = other else { return false }
    return days < others
  }
}
