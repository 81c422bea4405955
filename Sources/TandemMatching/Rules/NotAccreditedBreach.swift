import TandemModel

/// NOT_ACCREDITED: the audit's label is not among those that the expert may audit.
public struct NotAccreditedBreach: Breach {
  public static let rule = Rule.notAccredited
  public let expert: ExpertID
  public let label: Label

  public var experts: [ExpertID] { [expert] }
  public var sentence: String { "\(expert) is not accredited for \(label) audits." }
  public var evidence: [Evidence] { [Evidence("label", label)] }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let label = auditCase.audit.label
    guard !isAccredited(record.expert, for: label) else { return [] }
    return [Bar(NotAccreditedBreach(expert: record.id, label: label))]
  }

  static func isAccredited(_ expert: Expert, for label: Label) -> Bool {
    expert.accredited.contains(label)
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    Assurance(rule, [record.id], "\(record.id) is accredited for \(auditCase.audit.label) audits.")
  }
}
