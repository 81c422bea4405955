import TandemModel

extension Rule {
  /// The rules for one expert, and then those that the other panels of a plan make, in the order of
  /// the model's tables.
  public static let ofExpert: [Rule] = [
    .notAccredited, .homeCountry, .language, .objection, .recusal, .interest, .rotation,
    .unavailable, .busy, .capacity,
  ]

  /// The rules for a panel of the right size, in the order of the model's table.
  public static let ofPanel: [Rule] = [
    .sharedOrganisation, .related, .sameCountry, .nationals, .noCommonLanguage, .noLead,
  ]
}

extension AuditCase {
  /// The bars that no waiver of the audit lets pass.
  func unwaived(_ bars: [Bar]) -> [Bar] { bars.filter { !isWaived($0.breach) } }

  /// Everything that keeps the members of a panel from serving together on some of those starts, what
  /// is waived left out, whatever keeps each of them from it alone.
  func panelBars(of members: [ExpertRecord], over starts: ClosedRange<Day>) -> [Bar] {
    var bars = NationalsBreach.breaches(of: members, in: self).map { Bar($0) }
    bars += NoLeadBreach.breaches(of: members, in: self).map { Bar($0) }
    if members.count == 2 { bars += pairBars(members[0], members[1], over: starts) }
    return unwaived(bars)
  }
}
