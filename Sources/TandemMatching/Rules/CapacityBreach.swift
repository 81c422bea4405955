import TandemModel

/// CAPACITY: the expert would have more audits in the plan than they take on.
public struct CapacityBreach: Breach {
  public static let rule = Rule.capacity
  public let expert: ExpertID
  /// Their other audits in the plan, in the order of their days.
  public let others: [AuditID]
  public let maxAudits: Int

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    let audits = others.isEmpty ? "1 audit" : "\(others.count + 1) audits"
    return "\(expert) would have \(audits) in the plan and takes on at most \(maxAudits)."
  }
  public var evidence: [Evidence] {
    [
      Evidence("audits", others.count + 1), Evidence("max_audits", maxAudits),
      Evidence("others", others),
    ]
  }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let others = auditCase.engagements(of: record)
    let maxAudits = record.expert.maxAudits
    guard others.count >= maxAudits else { return [] }
    return [
      Bar(CapacityBreach(expert: record.id, others: others.map(\.audit), maxAudits: maxAudits))
    ]
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    let count = auditCase.engagements(of: record).count + 1
    return Assurance(
      rule, [record.id],
      "It is audit \(count) of the \(record.expert.maxAudits) that \(record.id) takes on.")
  }
}
