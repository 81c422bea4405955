import TandemModel

/// RECUSAL: the expert has recused themselves.
public struct RecusalBreach: Breach {
  public static let rule = Rule.recusal
  public let expert: ExpertID
  public let audit: AuditID
  /// Who stated the recusal, where that is known.
  public let statement: Statements.Statement?

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    "\(expert) has recused themselves from \(audit)\(statement?.ending ?? "")."
  }
  public var evidence: [Evidence] { [Evidence("audit", audit)] + (statement?.evidence ?? []) }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let audit = auditCase.audit
    guard audit.recusals.contains(record.id) else { return [] }
    return [
      Bar(
        RecusalBreach(
          expert: record.id, audit: audit.id,
          statement: auditCase.statements.recusals[record.id]))
    ]
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    Assurance(rule, [record.id], "\(record.id) has not recused themselves.")
  }
}
