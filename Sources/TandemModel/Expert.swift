/// A cluster expert, who can sit on panels: what matching needs to know of them.
public struct Expert: Hashable, Sendable {
  public let id: ExpertID
  /// Where they live.
  public var country: Country
  public var languages: [Language: Level]
  /// The labels that they may audit.
  public var accredited: Set<Label>
  /// The labels whose panels they may lead.
  public var lead: Set<Label>
  public var sectors: Set<Sector>
  /// How many audits they take on within a horizon, 0…10,000.
  public var maxAudits: Int
  /// How many audits count as served before the plan, 0…10,000.
  public var priorLoad: Int

  public init(
    id: ExpertID, country: Country, languages: [Language: Level], accredited: Set<Label>,
    lead: Set<Label>, sectors: Set<Sector>, maxAudits: Int, priorLoad: Int
  ) {
    self.id = id
    self.country = country
    self.languages = languages
    self.accredited = accredited
    self.lead = lead
    self.sectors = sectors
    self.maxAudits = maxAudits
    self.priorLoad = priorLoad
  }
}
