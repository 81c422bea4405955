import TandemModel

/// SAME_COUNTRY: both live in one country, which the policy forbids.
public struct SameCountryBreach: Breach {
  public static let rule = Rule.sameCountry
  public let experts: [ExpertID]
  public let country: Country

  public var sentence: String {
    "\(experts[0]) and \(experts[1]) both live in \(country), which the policy forbids."
  }
  public var evidence: [Evidence] { [Evidence("country", country)] }

  static func bars(
    of one: ExpertRecord, _ other: ExpertRecord, in auditCase: AuditCase
  ) -> [Bar] {
    guard auditCase.policy.sameCountry == .forbid,
      one.expert.country == other.expert.country
    else { return [] }
    return [Bar(SameCountryBreach(experts: [one.id, other.id], country: one.expert.country))]
  }

  static func assurance(
    of one: ExpertRecord, _ other: ExpertRecord, in auditCase: AuditCase
  ) -> Assurance {
    let sentence =
      one.expert.country == other.expert.country
      ? "Both live in \(one.expert.country), which the policy allows."
      : "They live in two countries, \(one.expert.country) and \(other.expert.country)."
    return Assurance(rule, [one.id, other.id], sentence)
  }
}
