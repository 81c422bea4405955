/// One request: a cluster, a label, a window of days, languages, sectors.
public struct Audit: Hashable, Sendable {
  public var id: AuditID
  public var cluster: OrganisationID
  /// Where it takes place.
  public var country: Country
  public var label: Label
  /// At least one, each once, the best first.
  public var languages: [Language]
  /// The organisations that belong to the cluster.
  public var members: Set<OrganisationID>
  public var sectors: Set<Sector>
  /// Earliest first day and latest last day.
  public var window: ClosedRange<Day>
  /// What leaving it open weighs, 1…1,000,000.
  public var priority: Int
  /// Experts to whom the cluster has objected.
  public var objections: Set<ExpertID>
  /// Experts who have recused themselves.
  public var recusals: Set<ExpertID>
  /// 0 keen, 1 none given, 2 reluctant, 3 very reluctant.
  public var bids: [ExpertID: Int]
  /// The start that the cluster would like best.
  public var preferred: Day?
  public var renewal: Bool
  /// Held by video: nobody travels.
  public var remote: Bool
  /// The rules that may be broken, in the order given.
  public var waivers: [Waiver]

  public init(
    id: AuditID, cluster: OrganisationID, country: Country, label: Label, languages: [Language],
    members: Set<OrganisationID> = [], sectors: Set<Sector>, window: ClosedRange<Day>,
    priority: Int, objections: Set<ExpertID> = [], recusals: Set<ExpertID> = [],
    bids: [ExpertID: Int] = [:], preferred: Day? = nil, renewal: Bool = false,
    remote: Bool = false, waivers: [Waiver] = []
  ) {
    self.id = id
    self.cluster = cluster
    self.country = country
    self.label = label
    self.languages = languages
    self.members = members
    self.sectors = sectors
    self.window = window
    self.priority = priority
    self.objections = objections
    self.recusals = recusals
    self.bids = bids
    self.preferred = preferred
    self.renewal = renewal
    self.remote = remote
    self.waivers = waivers
  }
}
