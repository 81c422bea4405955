import TandemModel

/// OBJECTION: the cluster has objected to the expert.
public struct ObjectionBreach: Breach {
  public static let rule = Rule.objection
  public let expert: ExpertID
  public let cluster: OrganisationID

  public var experts: [ExpertID] { [expert] }
  public var sentence: String { "The cluster \(cluster) has objected to \(expert)." }
  public var evidence: [Evidence] { [Evidence("cluster", cluster)] }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let audit = auditCase.audit
    guard audit.objections.contains(record.id) else { return [] }
    return [Bar(ObjectionBreach(expert: record.id, cluster: audit.cluster))]
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    Assurance(
      rule, [record.id], "The cluster \(auditCase.audit.cluster) has not objected to \(record.id).")
  }
}
