import TandemModel

/// Two different organisations, in the order of their ids.
public struct OrganisationPair: Hashable, Sendable, Comparable {
  public let one: OrganisationID
  public let other: OrganisationID

  /// Nil when the two are the same.
  public init?(_ first: OrganisationID, _ second: OrganisationID) {
    guard first != second else { return nil }
    one = min(first, second)
    other = max(first, second)
  }

  public static func < (first: OrganisationPair, second: OrganisationPair) -> Bool {
    (first.one, first.other) < (second.one, second.other)
  }
}

/// Two organisations were found to be alike: a person is to say whether they are the same.
public struct Doubt: Hashable, Sendable {
  /// Why, without a full stop.
  public var reason: String
  /// How alike they are, of 100; 100 where only a contradiction stands against it.
  public var likeness: Int
  public var origin: Origin
}
