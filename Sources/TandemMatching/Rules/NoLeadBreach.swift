import TandemModel

/// NO_LEAD: the label needs a lead and no member is qualified to lead it.
public struct NoLeadBreach: Breach {
  public static let rule = Rule.noLead
  public let experts: [ExpertID]
  public let label: Label

  public var sentence: String {
    experts.count == 1
      ? "\(experts[0]) is not qualified to lead \(label) audits."
      : "Neither \(experts[0]) nor \(experts[1]) is qualified to lead \(label) audits."
  }
  public var evidence: [Evidence] { [Evidence("label", label)] }

  static func breaches(of members: [ExpertRecord], in auditCase: AuditCase) -> [NoLeadBreach] {
    guard isBroken(byLeads: members.count { leads($0, in: auditCase) }, in: auditCase) else {
      return []
    }
    return [NoLeadBreach(experts: members.map(\.id), label: auditCase.audit.label)]
  }

  /// Whether a panel with that many members qualified to lead breaks the rule, waived or not.
  static func isBroken(byLeads leads: Int, in auditCase: AuditCase) -> Bool {
    auditCase.labelPolicy.lead && leads == 0
  }

  static func leads(_ record: ExpertRecord, in auditCase: AuditCase) -> Bool {
    record.expert.lead.contains(auditCase.audit.label)
  }

  /// Nil when the label asks for no lead.
  static func assurance(of members: [ExpertRecord], in auditCase: AuditCase) -> Assurance? {
    guard auditCase.labelPolicy.lead else { return nil }
    let leads = members.filter { Self.leads($0, in: auditCase) }.map(\.id.text)
    return Assurance(
      rule, members.map(\.id),
      "\(leads.joined(separator: " and ")) may lead \(auditCase.audit.label) audits.")
  }
}
