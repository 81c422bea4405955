import TandemModel

/// An organisation as somebody submitted or declared it: to be resolved.
public struct NameQuery: Hashable, Sendable {
  /// Usually one; more where it was given in several languages.
  public var names: [OrganisationName]
  public var country: Country?
  public var identifiers: Set<Identifier>
  public var domains: Set<WebDomain>

  public init(
    names: [OrganisationName], country: Country? = nil, identifiers: Set<Identifier> = [],
    domains: Set<WebDomain> = []
  ) {
    self.names = names
    self.country = country
    self.identifiers = identifiers
    self.domains = domains
  }

  /// A bare name. Throws as ``OrganisationName`` does.
  public init(_ name: String, country: Country? = nil) throws(Fault) {
    self.init(names: [try OrganisationName(name)], country: country)
  }
}
