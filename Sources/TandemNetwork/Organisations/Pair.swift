import TandemModel

/// Two different things of one kind, in the order of their ids.
public struct Pair<Subject>: Hashable, Sendable, Comparable {
  public let one: ID<Subject>
  public let other: ID<Subject>

  /// Nil when the two are the same.
  public init?(_ first: ID<Subject>, _ second: ID<Subject>) {
    guard first != second else { return nil }
    one = min(first, second)
    other = max(first, second)
  }

  public static func < (first: Pair, second: Pair) -> Bool {
    (first.one, first.other) < (second.one, second.other)
  }
}

public typealias OrganisationPair = Pair<Organisation>
public typealias ExpertPair = Pair<Expert>

/// Two organisations, or two experts, were found to be alike: a person is to say whether they are the
/// same.
public struct Doubt: Hashable, Sendable {
  /// Why, without a full stop; of experts it names nobody.
  public var reason: String
  /// How alike they are, of 100; 100 where only a contradiction stands against it.
  public var likeness: Int
  public var origin: Origin
}
