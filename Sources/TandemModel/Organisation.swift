/// An organisation: a cluster, a member of one, or any other that an expert has a tie to.
public struct Organisation: Hashable, Sendable, Identifiable {
  public let id: OrganisationID
  /// Its names now, in whichever languages; the first is shown. May be empty.
  public var names: [OrganisationName]
  /// The names that it bore before.
  public var formerNames: [OrganisationName]
  /// Where it has its seat, where known.
  public var country: Country?
  public var identifiers: Set<Identifier>
  public var domains: Set<WebDomain>
  /// Organisations of one group (one ultimate owner) count as one. Nil: its own group.
  public var group: OrganisationID?
  /// Where the group is said: a register, an annual report, the organisation itself. May be empty.
  public var groupSource: String
  /// The day of which that source speaks, where known.
  public var groupDate: Day?
  /// Whether it is a cluster organisation, which audits are of.
  public var isCluster: Bool
  /// The organisations that belong to the cluster, besides those that an audit's request names.
  public var members: Set<OrganisationID>

  public init(
    id: OrganisationID, names: [OrganisationName] = [], formerNames: [OrganisationName] = [],
    country: Country? = nil, identifiers: Set<Identifier> = [], domains: Set<WebDomain> = [],
    group: OrganisationID? = nil, groupSource: String = "", groupDate: Day? = nil,
    isCluster: Bool = false, members: Set<OrganisationID> = []
  ) {
    self.id = id
    self.names = names
    self.formerNames = formerNames
    self.country = country
    self.identifiers = identifiers
    self.domains = domains
    self.group = group
    self.groupSource = groupSource
    self.groupDate = groupDate
    self.isCluster = isCluster
    self.members = members
  }

  /// The name that is shown; empty where none is known.
  public var name: String { names.first?.text ?? "" }
}
