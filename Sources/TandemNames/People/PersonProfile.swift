import TandemModel

/// What an expert is known by, to find who was entered twice.
public struct PersonProfile: Hashable, Sendable, Identifiable {
  public let id: ExpertID
  public var person: Person
  /// Where they live, where known.
  public var country: Country?

  public init(id: ExpertID, person: Person, country: Country? = nil) {
    self.id = id
    self.person = person
    self.country = country
  }
}
