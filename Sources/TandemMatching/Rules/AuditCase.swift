import TandemModel

/// One audit of a problem, ready to be asked: who may serve when, what is wrong with a panel, what
/// it costs and which panels are best, given the panels of the other audits that stand.
public struct AuditCase: Sendable {
  public let indexed: IndexedProblem
  public let audit: Audit
  public let labelPolicy: LabelPolicy
  /// The panel that the audit has already.
  public let current: CurrentPanel?
  /// Calendar days that the audit lasts.
  public let length: Int
  /// The valid starts, ascending; a waived WINDOW is honoured.
  public private(set) var starts: [Day]
  let waivers: Set<Waiver>
  let statements: Statements
  /// What experts have in the plan that stands, this audit's own panel among it or not.
  private var engagements: Engagements
  /// For each group that no member may hold an interest in, the organisation that is of it: the
  /// cluster, or else the member with the least id.
  let auditedGroups: [OrganisationID: OrganisationID]

  var problem: Problem { indexed.problem }
  var policy: Policy { indexed.problem.policy }

  /// Nil when the problem has no such audit, or its policy no such label.
  ///
  /// `standing` are the panels that other audits of the problem keep; one of this audit is passed
  /// over, and so are experts and audits that the problem does not have.
  public init?(
    _ id: AuditID, in indexed: IndexedProblem, standing: [AuditID: CurrentPanel]
  ) {
    self.init(id, in: indexed, beside: Engagements(of: standing, in: indexed.problem))
  }

  /// As ``init(_:in:standing:)``, for many audits of one plan.
  public init?(_ id: AuditID, in indexed: IndexedProblem, beside engagements: Engagements) {
    let problem = indexed.problem
    guard let audit = problem.audit(id), let labelPolicy = problem.policy.labels[audit.label]
    else { return nil }
    self.indexed = indexed
    self.audit = audit
    self.labelPolicy = labelPolicy
    current = problem.current[id]
    length = audit.length(under: labelPolicy)
    waivers = Set(audit.waivers)
    statements = indexed.statements[id] ?? Statements()
    starts = WindowBreach.validStarts(of: audit, lasting: length, in: problem)
    self.engagements = engagements
    var groups = [problem.group(of: audit.cluster): audit.cluster]
    for member in audit.members {
      let group = problem.group(of: member)
      guard let known = groups[group], known == audit.cluster || known < member else {
        groups[group] = member
        continue
      }
    }
    auditedGroups = groups
  }

  /// The same audit on one day only; on none where it cannot begin then.
  func on(_ start: Day) -> AuditCase {
    var narrowed = self
    narrowed.starts = starts.filter { $0 == start }
    return narrowed
  }

  /// The same audit as if no other had a panel.
  var alone: AuditCase { beside(Engagements()) }

  /// The same audit beside other panels that stand.
  func beside(_ engagements: Engagements) -> AuditCase {
    var other = self
    other.engagements = engagements
    return other
  }

  /// The expert's other audits in the plan that stands, in the order of their days.
  func engagements(of record: ExpertRecord) -> [Engagement] {
    engagements.others(of: record.id, than: audit.id)
  }

  /// Everything that keeps an expert from the audit on some of those starts, waived or not, in the
  /// order of the rules' tables. Empty for an expert whom the problem does not have.
  public func bars(of expert: ExpertID, over starts: ClosedRange<Day>) -> [Bar] {
    guard let record = indexed.record(of: expert) else { return [] }
    return lastingBars(of: record) + datedBars(of: record, over: starts)
      + standingBars(of: record, over: starts)
  }

  /// Everything that keeps two experts from serving together on some of those starts, waived or
  /// not, in the order of the rules' table. Empty when the problem does not have both.
  public func bars(
    of one: ExpertID, and other: ExpertID, over starts: ClosedRange<Day>
  ) -> [Bar] {
    guard let first = indexed.record(of: min(one, other)),
      let second = indexed.record(of: max(one, other))
    else { return [] }
    return pairBars(first, second, over: starts)
  }

  /// Whether a waiver of the audit lets the breach pass.
  public func isWaived(_ breach: some Breach) -> Bool {
    guard !waivers.isEmpty, let waiver = breach.waiver else { return false }
    if case .window(let days) = waiver { return days <= audit.windowWaived }
    return waivers.contains(waiver)
  }

  /// The rules for one expert that do not depend on the day.
  func lastingBars(of record: ExpertRecord) -> [Bar] {
    NotAccreditedBreach.bars(of: record, in: self) + HomeCountryBreach.bars(of: record, in: self)
      + LanguageBreach.bars(of: record, in: self) + ObjectionBreach.bars(of: record, in: self)
      + RecusalBreach.bars(of: record, in: self)
  }

  /// The rules for one expert that depend on the day.
  func datedBars(of record: ExpertRecord, over starts: ClosedRange<Day>) -> [Bar] {
    InterestBreach.bars(of: record, in: self, over: starts)
      + RotationBreach.bars(of: record, in: self, over: starts)
      + UnavailableBreach.bars(of: record, in: self, over: starts)
  }

  /// The rules for one expert that the other standing panels break.
  func standingBars(of record: ExpertRecord, over starts: ClosedRange<Day>) -> [Bar] {
    BusyBreach.bars(of: record, in: self, over: starts) + CapacityBreach.bars(of: record, in: self)
  }

  func pairBars(
    _ one: ExpertRecord, _ other: ExpertRecord, over starts: ClosedRange<Day>
  ) -> [Bar] {
    SharedOrganisationBreach.bars(of: one, other, in: self, over: starts)
      + RelatedBreach.bars(of: one, other, in: self)
      + SameCountryBreach.bars(of: one, other, in: self)
      + NoCommonLanguageBreach.bars(of: one, other, in: self)
  }
}

extension Problem {
  /// Nil when the problem has no such audit.
  func audit(_ id: AuditID) -> Audit? {
    var low = 0
    var high = audits.count
    while low < high {
      let middle = (low + high) / 2
      if audits[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < audits.count && audits[low].id == id ? audits[low] : nil
  }
}

extension Audit {
  /// Calendar days that it lasts.
  func length(under policy: LabelPolicy) -> Int { renewal ? policy.renewalDays : policy.days }

  /// By how many days waivers widen its window at both ends: of several the longest counts.
  package var windowWaived: Int {
    var most = 0
    for case .window(let days) in waivers { most = max(most, days) }
    return most
  }
}
