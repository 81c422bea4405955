import TandemMatching
import TandemModel

/// An audit as the network knows it.
public struct AuditEntry: Hashable, Sendable {
  /// Without waivers, which are ``waivers``.
  public var audit: Audit
  /// Whom to ask at the cluster.
  public var contact: Person
  public var state: AuditState
  /// The members that were given by their names, and what these were taken for.
  public var memberNames: [ResolvedName] = []
  /// The panel assigned; nil before it is, when a seat opened, and when the audit was called off.
  public var panel: StandingPanel?
  /// What is left of the panel in which a seat opened, until there is a new one.
  public var vacancy: Vacancy?
  /// What its experts reported.
  public var reports: [ExpertID: FiledReport] = [:]
  /// What was decided of its label.
  public var verdict: Verdict?
  /// Every waiver that was given and not taken back, in the order in which they were given.
  public var waivers: [GrantedWaiver]
  /// Who stated the objections and recusals.
  public var statements: Statements
  /// What whoever submitted it calls it.
  public var reference: AuditReference?
  public var revision: Int
  /// The revision that changed its ``request`` last.
  public var requestRevision: Int

  /// That an expert was asked, who has a seat or is left of a panel in which one opened.
  public func invitation(of expert: ExpertID) -> Invitation? {
    (panel?.invitations ?? vacancy?.invitations)?[expert]
  }

  /// Who has a seat, or is left of a panel in which one opened.
  public var seated: Set<ExpertID> { panel?.experts ?? vacancy?.experts ?? [] }

  /// The waivers that hold on a day.
  public func waivers(on day: Day) -> [GrantedWaiver] {
    waivers.filter { $0.holds(on: day) }
  }
}

/// A waiver that was given for one audit.
public struct GrantedWaiver: Hashable, Sendable {
  public var waiver: Waiver
  /// Empty where it came with a file, or where one whom it is about was erased.
  public var reason: String
  /// The last day on which it holds; nil for ever, as one that came with a file.
  public var until: Day?
  public var origin: Origin

  public func holds(on day: Day) -> Bool { until.map { day <= $0 } ?? true }
}

/// A panel that was assigned. Whether it still breaks no rule is asked on reading.
public struct StandingPanel: Hashable, Sendable {
  public var start: Day
  public var experts: Set<ExpertID>
  /// Planning leaves it exactly as it is.
  public var pinned: Bool
  /// Planning pays for changing it, as once its experts are invited.
  public var current: Bool
  public var decision: Decision
  /// When the cluster was told of it.
  public var announcement: Announcement?
  /// Those of its experts who were asked.
  public var invitations: [ExpertID: Invitation] = [:]

  /// Whether all its experts accepted.
  var isConfirmed: Bool { experts.allSatisfy { invitations[$0]?.acceptance != nil } }
}

/// How a panel came to stand.
public struct Decision: Hashable, Sendable {
  public var origin: Origin
  /// The version of the policy that it was decided under.
  public var policyVersion: Int
  /// What it was chosen from; nil where it came with a file or with a plan.
  public var selection: Selection?
  /// Whether it came with a plan that was published.
  public var isPlanned = false
}

/// What was known of a choice when it was made.
public struct Selection: Hashable, Sendable {
  /// The day that counted as today.
  public var on: Day
  /// What the panel added to the plan that stood.
  public var cost: Int
  /// The best ranked panel, where another one was chosen.
  public var best: RankedChoice?
  /// Why it was chosen; never empty where another one was the best, but for one that keeps most of what
  /// was agreed when a seat opened.
  public var note: String

  public init(on: Day, cost: Int, best: RankedChoice? = nil, note: String = "") {
    self.on = on
    self.cost = cost
    self.best = best
    self.note = note
  }
}

/// A panel by its experts and start, and what it would have added to the plan.
public struct RankedChoice: Hashable, Sendable {
  public var experts: Set<ExpertID>
  public var start: Day
  public var cost: Int

  public init(experts: Set<ExpertID>, start: Day, cost: Int) {
    self.experts = experts
    self.start = start
    self.cost = cost
  }
}
