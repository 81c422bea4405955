import TandemModel

/// ROTATION: the expert served on too many audits of the cluster in the days before the start.
public struct RotationBreach: Breach {
  public static let rule = Rule.rotation
  public let expert: ExpertID
  public let cluster: OrganisationID
  /// When those audits began, ascending; one stands as often as the history has it.
  public let served: [Day]
  /// How many audits in how many days bar.
  public let limit: Policy.Rotation

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    let audits = served.count == 1 ? "1 audit" : "\(served.count) audits"
    return "\(expert) served on \(audits) of \(cluster) in the \(limit.days) days before the "
      + "start (\(served.map(\.description).joined(separator: ", "))); "
      + "\(limit.audits) or more bar."
  }
  public var evidence: [Evidence] {
    [
      Evidence("cluster", cluster), Evidence("served", served), Evidence("audits", limit.audits),
      Evidence("days", limit.days),
    ]
  }

  static func bars(
    of record: ExpertRecord, in auditCase: AuditCase, over starts: ClosedRange<Day>
  ) -> [Bar] {
    let limit = auditCase.policy.rotation
    let cluster = auditCase.audit.cluster
    guard limit.days > 0, !record.served.isEmpty else { return [] }
    let served = record.served.lazy.map { auditCase.problem.history[$0] }
      .filter { $0.cluster == cluster && $0.date < .last }.map(\.date).sorted()
    guard served.count >= limit.audits else { return [] }

    // Which audits count changes only the day after one began and the day after its last day.
    let changes = Set(served.flatMap { [$0.adding(1), $0.adding(limit.days + 1)] })
      .filter { starts.contains($0) }.union([starts.lowerBound]).sorted()
    var bars: [Bar] = []
    for (place, first) in changes.enumerated() {
      let next = place + 1 < changes.count ? changes[place + 1].adding(-1) : starts.upperBound
      let counted = served.filter { $0 < first && $0.days(to: first) <= limit.days }
      guard counted.count >= limit.audits else { continue }
      bars.append(
        Bar(
          RotationBreach(expert: record.id, cluster: cluster, served: counted, limit: limit),
          on: first...next))
    }
    return bars
  }

  static func assurance(
    of record: ExpertRecord, in auditCase: AuditCase, on start: Day
  ) -> Assurance {
    let limit = auditCase.policy.rotation
    let served = record.served.count { row in
      let held = auditCase.problem.history[row]
      return held.cluster == auditCase.audit.cluster && held.date < start
        && held.date.days(to: start) <= limit.days
    }
    let audits = served == 0 ? "no audit" : "\(served) of at most \(limit.audits - 1) audits"
    return Assurance(
      rule, [record.id],
      "\(record.id) served on \(audits) of \(auditCase.audit.cluster) in the \(limit.days) days before."
    )
  }
}
