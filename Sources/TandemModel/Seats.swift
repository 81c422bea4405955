/// The experts of one panel: one, or two different ones in the order of their ids.
public struct Seats: Hashable, Sendable {
  public let experts: [ExpertID]

  public init(_ expert: ExpertID) { experts = [expert] }

  /// Nil when there are not one or two of them, or one twice.
  public init?(_ experts: some Collection<ExpertID>) {
    guard (1...2).contains(experts.count), Set(experts).count == experts.count else { return nil }
    self.experts = experts.sorted()
  }
}

extension Seats: Comparable {
  public static func < (one: Seats, other: Seats) -> Bool {
    one.experts.lexicographicallyPrecedes(other.experts)
  }
}

/// Who carries out an audit together, from which day, in which language.
public struct Panel: Hashable, Sendable {
  public var start: Day
  public var seats: Seats
  public var language: Language

  public init(start: Day, seats: Seats, language: Language) {
    self.start = start
    self.seats = seats
    self.language = language
  }
}
