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
