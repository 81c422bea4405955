import TandemModel

/// NATIONALS: fewer or more members than the label allows live in the audit's country.
public struct NationalsBreach: Breach {
  public static let rule = Rule.nationals
  /// The members who count as nationals.
  public let nationals: [ExpertID]
  public let members: [ExpertID]
  public let country: Country
  public let label: Label
  public let allowed: ClosedRange<Int>

  public var experts: [ExpertID] { members }
  public var sentence: String {
    let names = nationals.map(\.description).joined(separator: " and ")
    let who =
      switch nationals.count {
      case 0: "No member lives"
      case 1: "1 member (\(names)) lives"
      default: "\(nationals.count) members (\(names)) live"
      }
    let bounds =
      allowed.count == 1
      ? "exactly \(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"
    return "\(who) in \(country), where the audit takes place, and \(label) panels have \(bounds)."
  }
  public var evidence: [Evidence] {
    [
      Evidence("country", country), Evidence("nationals", nationals.count),
      Evidence("least", allowed.lowerBound), Evidence("most", allowed.upperBound),
    ]
  }

  static func breaches(
    of members: [ExpertRecord], in auditCase: AuditCase
  ) -> [NationalsBreach] {
    let nationals = members.filter { counts($0, in: auditCase) }
    let allowed = auditCase.labelPolicy.nationals
    guard isBroken(byNationals: nationals.count, in: auditCase) else { return [] }
    return [
      NationalsBreach(
        nationals: nationals.map(\.id), members: members.map(\.id),
        country: auditCase.audit.country, label: auditCase.audit.label, allowed: allowed)
    ]
  }

  /// Whether a panel with that many nationals breaks the rule, waived or not.
  static func isBroken(byNationals nationals: Int, in auditCase: AuditCase) -> Bool {
    !auditCase.labelPolicy.nationals.contains(nationals)
  }

  /// Whether the member is counted: where the most is 0, one with a HOME_COUNTRY waiver is not.
  static func counts(_ record: ExpertRecord, in auditCase: AuditCase) -> Bool {
    record.expert.country == auditCase.audit.country
      && (auditCase.labelPolicy.nationals.upperBound > 0
        || !auditCase.waivers.contains(.expert(.homeCountry, record.id)))
  }

  static func assurance(of members: [ExpertRecord], in auditCase: AuditCase) -> Assurance {
    let count = members.count { counts($0, in: auditCase) }
    let allowed = auditCase.labelPolicy.nationals
    let bounds =
      allowed.count == 1
      ? "exactly \(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"
    return Assurance(
      rule, members.map(\.id),
      "\(count) of the panel's members live in \(auditCase.audit.country), and \(auditCase.audit.label) panels have \(bounds)."
    )
  }
}
