import TandemModel

/// Another audit that an expert has in the plan that stands.
struct Engagement: Hashable, Sendable {
  let audit: AuditID
  let days: ClosedRange<Day>

  /// The engagements of each expert in the standing panels, in the order of their days.
  static func byExpert(
    _ standing: [AuditID: CurrentPanel], except own: AuditID, in problem: Problem
  ) -> [ExpertID: [Engagement]] {
    var engagements: [ExpertID: [Engagement]] = [:]
    for (id, panel) in standing where id != own {
      guard let audit = problem.audit(id), let policy = problem.policy.labels[audit.label] else {
        continue
      }
      let days = panel.start...panel.start.adding(audit.length(under: policy) - 1)
      for expert in panel.experts {
        engagements[expert, default: []].append(Engagement(audit: id, days: days))
      }
    }
    return engagements.mapValues { own in
      own.sorted { ($0.days.lowerBound, $0.audit) < ($1.days.lowerBound, $1.audit) }
    }
  }
}
