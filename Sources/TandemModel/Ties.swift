/// A tie of an expert to an organisation.
public struct Interest: Hashable, Sendable {
  public var expert: ExpertID
  public var organisation: OrganisationID
  public var kind: InterestKind
  /// Its last day; nil while it lasts.
  public var until: Day?

  public init(
    expert: ExpertID, organisation: OrganisationID, kind: InterestKind, until: Day? = nil
  ) {
    self.expert = expert
    self.organisation = organisation
    self.kind = kind
    self.until = until
  }
}

/// A declared relation between two different experts, in the order of their ids.
public struct Relation: Hashable, Sendable {
  public let one: ExpertID
  public let other: ExpertID

  /// Nil when the two are the same.
  public init?(_ first: ExpertID, _ second: ExpertID) {
    guard first != second else { return nil }
    one = min(first, second)
    other = max(first, second)
  }
}

/// Days on which an expert cannot serve.
public struct Absence: Hashable, Sendable {
  public var expert: ExpertID
  /// Its first and last day.
  public var days: ClosedRange<Day>

  public init(expert: ExpertID, days: ClosedRange<Day>) {
    self.expert = expert
    self.days = days
  }
}

/// An audit that was held: which cluster, when it began, who served. An expert in it may have left.
public struct HeldAudit: Hashable, Sendable {
  public var cluster: OrganisationID
  public var date: Day
  public var experts: Set<ExpertID>

  public init(cluster: OrganisationID, date: Day, experts: Set<ExpertID>) {
    self.cluster = cluster
    self.date = date
    self.experts = experts
  }
}
