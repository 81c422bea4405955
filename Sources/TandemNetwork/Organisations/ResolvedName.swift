import TandemModel
import TandemNames

/// An organisation as somebody submitted or declared it, and what it was taken for.
public struct ResolvedName: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// A known one.
    case linked
    /// One of its own, which may be a known one: a person is to say.
    case doubt
    /// One of its own.
    case new
  }

  /// As it was given.
  public var name: String
  public var organisation: OrganisationID
  public var outcome: Outcome
  /// Why it was linked or is in doubt, without a full stop; empty for a new one.
  public var reason: String

  public init(name: String, organisation: OrganisationID, outcome: Outcome, reason: String = "") {
    self.name = name
    self.organisation = organisation
    self.outcome = outcome
    self.reason = reason
  }
}

/// An interest in an organisation that the expert names in their own words.
public struct DeclaredInterest: Hashable, Sendable {
  public var expert: ExpertID
  public var organisation: NameQuery
  public var kind: InterestKind
  /// Its last day; nil while it lasts.
  public var until: Day?

  public init(expert: ExpertID, organisation: NameQuery, kind: InterestKind, until: Day? = nil) {
    self.expert = expert
    self.organisation = organisation
    self.kind = kind
    self.until = until
  }
}
