import TandemModel

/// An audit that an expert has in a plan.
struct Engagement: Hashable, Sendable {
  let audit: AuditID
  let days: ClosedRange<Day>

  init(audit: AuditID, days: ClosedRange<Day>) {
    self.audit = audit
    self.days = days
  }

  /// Nil when the problem has no such audit, or its policy no such label.
  init?(_ id: AuditID, from start: Day, in problem: Problem) {
    guard let audit = problem.audit(id), let policy = problem.policy.labels[audit.label] else {
      return nil
    }
    self.audit = id
    days = start...start.adding(audit.length(under: policy) - 1)
  }
}

/// The audits that each expert has in a plan: made once, and shared by the cases of all its audits.
public struct Engagements: Sendable {
  /// In the order of their days.
  private var byExpert: [ExpertID: [Engagement]] = [:]

  /// Nobody has an audit.
  public init() {}

  /// Audits that the problem does not have are passed over.
  public init(of panels: [AuditID: CurrentPanel], in problem: Problem) {
    for (id, panel) in panels { insert(id, panel, in: problem) }
  }

  /// One panel more; of an audit that the problem does not have it is passed over.
  public mutating func insert(_ id: AuditID, _ panel: CurrentPanel, in problem: Problem) {
    guard let engagement = Engagement(id, from: panel.start, in: problem) else { return }
    for expert in panel.experts { insert(engagement, of: expert) }
  }

  /// One audit more of an expert, on those days.
  public mutating func insert(_ audit: AuditID, on days: ClosedRange<Day>, of expert: ExpertID) {
    insert(Engagement(audit: audit, days: days), of: expert)
  }

  mutating func insert(_ engagement: Engagement, of expert: ExpertID) {
    let all = byExpert[expert, default: []]
    let place = all.firstIndex { engagement.comes(before: $0) } ?? all.endIndex
    byExpert[expert, default: []].insert(engagement, at: place)
  }

  /// An expert's audits besides one, in the order of their days.
  func others(of expert: ExpertID, than own: AuditID) -> [Engagement] {
    let all = byExpert[expert, default: []]
    return all.contains { $0.audit == own } ? all.filter { $0.audit != own } : all
  }
}

extension Engagement {
  fileprivate func comes(before other: Engagement) -> Bool {
    (days.lowerBound, audit) < (other.days.lowerBound, other.audit)
  }
}
