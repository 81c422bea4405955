import TandemModel

/// OBJECTION: the cluster has objected to the expert.
public struct ObjectionBreach: Breach {
  public static let rule = Rule.objection
  public let expert: ExpertID
  public let cluster: OrganisationID
  /// Who stated the objection, where that is known.
  public let statement: Statements.Statement?

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    "The cluster \(cluster) has objected to \(expert)\(statement?.ending ?? "")."
  }
  public var evidence: [Evidence] {
    [Evidence("cluster", cluster)] + (statement?.evidence ?? [])
  }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let audit = auditCase.audit
    guard audit.objections.contains(record.id) else { return [] }
    return [
      Bar(
        ObjectionBreach(
          expert: record.id, cluster: audit.cluster,
          statement: auditCase.statements.objections[record.id]))
    ]
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    Assurance(
      rule, [record.id], "The cluster \(auditCase.audit.cluster) has not objected to \(record.id).")
  }
}
