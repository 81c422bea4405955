import TandemModel

/// A panel with which nothing is wrong as long as it stands alone.
struct SoundPanel: Sendable {
  let auditCase: AuditCase
  let members: [ExpertRecord]
  /// The audit on its days.
  let engagement: Engagement
  /// What it costs without load.
  let cost: Int

  /// Nil when something is wrong with the panel, whatever stands beside it.
  init?(_ entry: Plan.Entry, in indexed: IndexedProblem) {
    let members = entry.experts.compactMap { indexed.record(of: $0) }
    guard members.count == entry.experts.count, let seats = Seats(entry.experts),
      let auditCase = AuditCase(entry.audit, in: indexed, beside: Engagements()),
      let engagement = Engagement(entry.audit, from: entry.start, in: indexed.problem),
      auditCase.breaches(of: entry.experts, on: entry.start).isEmpty,
      auditCase.language(of: seats) == entry.language
    else { return nil }
    self.auditCase = auditCase
    self.members = members
    self.engagement = engagement
    cost = auditCase.costRows(of: seats, on: entry.start).filter { $0.row != .load }.total
  }

  /// Whether its members are free for it and have room, whatever else they have in the plan.
  func stands(beside engagements: Engagements) -> Bool {
    let auditCase = auditCase.beside(engagements)
    let start = engagement.days.lowerBound
    return members.allSatisfy { auditCase.standingBars(of: $0, over: start...start).isEmpty }
  }
}
