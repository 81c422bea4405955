import TandemModel

/// What an organisation is known by.
public struct OrganisationProfile: Hashable, Sendable, Identifiable {
  public let id: OrganisationID
  /// Its names now, in whichever languages; the first is shown.
  public var names: [OrganisationName]
  /// The names that it bore before.
  public var formerNames: [OrganisationName]
  /// Where it has its seat, where known.
  public var country: Country?
  public var identifiers: Set<Identifier>
  public var domains: Set<WebDomain>
  /// Nil: not known, and then it is its own group.
  public var ownership: Ownership?

  public init(
    id: OrganisationID, names: [OrganisationName], formerNames: [OrganisationName] = [],
    country: Country? = nil, identifiers: Set<Identifier> = [], domains: Set<WebDomain> = [],
    ownership: Ownership? = nil
  ) {
    self.id = id
    self.names = names
    self.formerNames = formerNames
    self.country = country
    self.identifiers = identifiers
    self.domains = domains
    self.ownership = ownership
  }
}
