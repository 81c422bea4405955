import TandemModel

/// HOME_COUNTRY: the expert lives in the audit's country and the label allows no nationals.
public struct HomeCountryBreach: Breach {
  public static let rule = Rule.homeCountry
  public let expert: ExpertID
  public let country: Country
  public let label: Label

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    "\(expert) lives in \(country), where the audit takes place, and \(label) audits allow no "
      + "nationals."
  }
  public var evidence: [Evidence] { [Evidence("country", country), Evidence("label", label)] }

  static func bars(of record: ExpertRecord, in auditCase: AuditCase) -> [Bar] {
    let audit = auditCase.audit
    guard barsResidents(of: record.expert.country, in: auditCase) else { return [] }
    return [
      Bar(HomeCountryBreach(expert: record.id, country: audit.country, label: audit.label))
    ]
  }

  /// Whether it bars those who live in a country, unless it is waived for them.
  static func barsResidents(of home: Country, in auditCase: AuditCase) -> Bool {
    auditCase.labelPolicy.nationals.upperBound == 0 && home == auditCase.audit.country
  }

  static func assurance(of record: ExpertRecord, in auditCase: AuditCase) -> Assurance {
    let home = record.expert.country
    let country = auditCase.audit.country
    let sentence =
      home == country
      ? "\(record.id) lives in \(country), and \(auditCase.audit.label) audits allow a national."
      : "\(record.id) lives in \(home), and the audit takes place in \(country)."
    return Assurance(rule, [record.id], sentence)
  }
}
