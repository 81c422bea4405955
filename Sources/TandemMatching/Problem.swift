import TandemModel

/// What a planner needs to know, and nothing else: the value of a `tandem-problem/1` file.
public struct Problem: Hashable, Sendable {
  /// The first and last day that any audit of the problem may touch.
  public var horizon: ClosedRange<Day>
  public var policy: Policy
  /// In the order of their ids, each once.
  public private(set) var experts: [Expert]
  /// In the order of their ids, each once.
  public private(set) var audits: [Audit]
  /// Days on which an expert cannot serve; intervals may overlap.
  public var unavailable: [ExpertID: [ClosedRange<Day>]]
  /// The panels that audits have already.
  public var current: [AuditID: CurrentPanel]
  /// The group of each organisation that is not its own; followed one step.
  public var groups: [OrganisationID: OrganisationID]
  public var interests: [Interest]
  public var relations: Set<Relation>
  /// A row that stands twice counts twice.
  public var history: [HeldAudit]
  public var travel: TravelTable
  public var closures: Closures

  public init(
    horizon: ClosedRange<Day>, policy: Policy, experts: [Expert], audits: [Audit],
    unavailable: [ExpertID: [ClosedRange<Day>]] = [:], current: [AuditID: CurrentPanel] = [:],
    groups: [OrganisationID: OrganisationID] = [:], interests: [Interest] = [],
    relations: Set<Relation> = [], history: [HeldAudit] = [], travel: TravelTable = [:],
    closures: Closures = [:]
  ) {
    self.horizon = horizon
    self.policy = policy
    self.experts = experts.sorted { $0.id < $1.id }
    self.audits = audits.sorted { $0.id < $1.id }
    self.unavailable = unavailable
    self.current = current
    self.groups = groups
    self.interests = interests
    self.relations = relations
    self.history = history
    self.travel = travel
    self.closures = closures
  }
}

/// The panel that an audit has already, as it was given: it need not be valid unless it is pinned.
public struct CurrentPanel: Hashable, Sendable {
  public var start: Day
  /// Each once; any number of them.
  public var experts: Set<ExpertID>
  /// Whether planning must leave it exactly as it is.
  public var pinned: Bool

  public init(start: Day, experts: Set<ExpertID>, pinned: Bool) {
    self.start = start
    self.experts = experts
    self.pinned = pinned
  }
}
