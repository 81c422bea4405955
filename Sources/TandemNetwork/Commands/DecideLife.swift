import TandemMatching
import TandemModel

// The way of an audit from its panel to its label. Nothing moves by the clock: each step is a command.
extension NetworkState {
  func announcePanel(_ id: AuditID, on today: Day) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.proposed], to: "be announced")
    if let announcement = entry.panel?.announcement {
      throw .notNow(Thing(id), reason: "its panel was announced on \(announcement.on)")
    }
    try refuseBroken(entry, on: today)
    return [.panelAnnounced(id, on: today)]
  }

  func inviteExperts(_ id: AuditID, on today: Day) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.proposed], to: "have its experts invited")
    guard let announcement = entry.panel?.announcement else {
      throw .notNow(
        Thing(id),
        reason: "the cluster was not told of its panel; do that first with "
          + "`tandem panel announce \(id)`")
    }
    let last = lastDayOfObjections(announcement)
    guard last < today else {
      throw .notNow(Thing(id), reason: "the cluster may object to its experts until \(last)")
    }
    try refuseBroken(entry, on: today)
    return [.expertsInvited(id, on: today)]
  }

  /// The last day on which the cluster may object.
  public func lastDayOfObjections(_ announcement: Announcement) -> Day {
    announcement.on.adding(policy.policy.scheme.objectionDays)
  }

  /// The last day on which an expert is to answer.
  public func lastDayOfAnswer(_ invitation: Invitation) -> Day {
    invitation.on.adding(policy.policy.scheme.answerDays)
  }

  /// The last day on which the expert's word holds that all their interests are declared.
  public func lastDayOfInterests(_ entry: ExpertEntry) -> Day {
    entry.interestsDeclared.adding(policy.policy.scheme.interestDays)
  }

  func acceptInvitation(
    _ id: AuditID, _ expert: ExpertID, declaration: Int, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try entry(id, toAnswerBy: expert)
    let current = policy.policy.scheme.declaration
    guard declaration == current.version else {
      throw .invalid([
        Fault(
          at: "declaration_version",
          "is \(declaration), and the declaration of independence has version \(current.version); "
            + "read that one and accept it")
      ])
    }
    try refuseBroken(entry, on: today)
    let known = try self.expert(expert)
    guard today <= lastDayOfInterests(known) else {
      throw .notNow(
        Thing(id),
        reason: "that all interests of \(expert) are declared was said last on "
          + "\(known.interestsDeclared); look through them and say so again with "
          + "`tandem me interest confirm`")
    }
    return [.invitationAccepted(id, expert, current)]
  }

  func declineInvitation(
    _ id: AuditID, _ expert: ExpertID, _ exclusion: Exclusion, interest: Command?, at moment: Moment
  ) throws(Refusal) -> [Event] {
    _ = try entry(id, toAnswerBy: expert)
    guard (exclusion.cause == .conflict) == (interest != nil) else {
      throw .invalid([
        Fault(
          at: "interest",
          interest == nil
            ? "is missing: a conflict of interest is declined with the interest that is one"
            : "is given; that goes with the reason conflict only")
      ])
    }
    var events: [Event] = []
    if let interest { events += try decide(interest, at: moment) }
    return events + [.expertExcluded(id, expert, exclusion)]
  }

  /// Whoever is asked for the first time, before they answer, declines; whoever gave their word recuses
  /// themselves, as does an expert who knows before anybody asks.
  func recuseExpert(
    _ id: AuditID, _ expert: ExpertID, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(
      id, in: [.submitted, .admitted, .proposed, .invited, .confirmed], to: "lose an expert")
    try refuseHeld(entry, on: today)
    try refuse(noExpert(expert, at: "expert"))
    if entry.audit.recusals.contains(expert) {
      throw .notNow(Thing(id), reason: "\(expert) is recused already")
    }
    return [.expertExcluded(id, expert, Exclusion(cause: .recused, reason: reason))]
  }

  func objectToExpert(
    _ id: AuditID, _ expert: ExpertID, reason: String, byCluster: Bool, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.proposed, .invited, .confirmed], to: "be objected to")
    try refuseHeld(entry, on: today)
    guard let panel = entry.panel, let announcement = panel.announcement else {
      throw .notNow(Thing(id), reason: "its panel is not announced; there is nobody to object to")
    }
    guard panel.experts.contains(expert) else {
      throw .invalid([Fault(at: "expert", "\(expert) is not on the panel of \(id)")])
    }
    let last = lastDayOfObjections(announcement)
    if byCluster, last < today {
      throw .notNow(
        Thing(id), reason: "objections could be raised until \(last); ask the coordinator")
    }
    return [.expertExcluded(id, expert, Exclusion(cause: .objected, reason: reason))]
  }

  func holdAudit(_ id: AuditID, on today: Day) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.confirmed], to: "be held")
    if let start = entry.panel?.start, today < start {
      throw .notNow(Thing(id), reason: "it begins on \(start), after today, \(today)")
    }
    return [.panelHeld(id)]
  }

  func fileReport(
    _ id: AuditID, _ expert: ExpertID, _ report: AuditReport
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.held], to: "be reported on")
    guard entry.panel?.experts.contains(expert) == true else { throw .notFound(Thing(id)) }
    if entry.reports[expert] != nil {
      throw .notNow(Thing(id), reason: "\(expert) has reported on it already")
    }
    let areas = policy.policy.scheme.areas
    let missing = areas.filter { report.scores[$0] == nil }
    let unknown = report.scores.keys.filter { !areas.contains($0) }.sorted()
    try refuse(
      missing.map { Fault(at: "report.scores", "has no score for \($0)") }
        + unknown.map {
          Fault(
            at: "report.scores",
            "\($0) is no area of the scheme; known are \(areas.map(\.text).joined(separator: ", "))"
          )
        })
    return [.reportFiled(id, expert, report)]
  }

  func decideAudit(
    _ id: AuditID, awarded: Bool, reason: String
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.held], to: "be decided")
    let missing = (entry.panel?.experts ?? []).filter { entry.reports[$0] == nil }.sorted()
    guard missing.isEmpty else {
      throw .notNow(
        Thing(id),
        reason: "the report of \(missing.map(\.text).joined(separator: " and ")) is missing")
    }
    if reason.isEmpty, awarded, let least = policy.policy.scheme.thresholds[entry.audit.label],
      let mean = entry.meanScore, mean < Double(least)
    {
      throw .invalid([
        Fault(
          at: "reason",
          "is missing: the mean score is \(Int(mean)) %, below the \(least) % of the label; say why it "
            + "is awarded")
      ])
    }
    if reason.isEmpty, entry.reports.values.allSatisfy({ $0.report.recommended != awarded }) {
      throw .invalid([
        Fault(
          at: "reason",
          "is missing: all reports recommend to \(awarded ? "refuse" : "award") the label; say why "
            + "it is decided otherwise")
      ])
    }
    let decided = Event.auditDecided(id, awarded: awarded, reason: reason)
    guard awarded, let start = entry.panel?.start else { return [decided] }
    let audit = entry.audit
    return [
      decided, .labelAwarded(award(audit.label, to: audit.cluster, of: id, on: start)),
    ]
  }

  func cancelAudit(
    _ id: AuditID, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(
      id, in: [.submitted, .admitted, .proposed, .invited, .confirmed], to: "be cancelled")
    if entry.state == .confirmed { try refuseHeld(entry, on: today) }
    return [.auditCancelled(id, reason: reason)]
  }

  /// The rules are checked at this moment; what the panel had before is given up.
  func changePanel(
    _ id: AuditID, _ choice: PanelChoice, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id, in: [.proposed, .invited, .confirmed], to: "get another panel")
    try refuseHeld(entry, on: today)
    try refuseUnknown(choice)
    if entry.panel?.start == choice.start, entry.panel?.experts == Set(choice.experts) {
      throw .notNow(Thing(id), reason: "that is the panel that it has")
    }
    let auditCase = try planned(id, in: Planning(of: self, on: today, excluding: [id]))
    let breaches = auditCase.breaches(of: choice.experts, on: choice.start)
    guard breaches.isEmpty, let seats = Seats(choice.experts) else { throw .broken(id, breaches) }
    let best = PanelRanking(of: auditCase).first { _ in true }.map(RankedChoice.init)
    let chosen = RankedChoice(
      experts: Set(choice.experts), start: choice.start,
      cost: auditCase.costRows(of: seats, on: choice.start).total)
    let selection = Selection(
      on: today, cost: chosen.cost, best: chosen == best ? nil : best, note: reason)
    return [
      .panelAssigned(
        id,
        Assignment(
          start: chosen.start, experts: chosen.experts, pinned: false, current: false,
          selection: selection))
    ]
  }

  /// The audit, if it is in one of the states.
  private func audit(
    _ id: AuditID, in allowed: [AuditState], to aim: String
  ) throws(Refusal) -> AuditEntry {
    let entry = try audit(id)
    guard allowed.contains(entry.state) else {
      let states = allowed.map(\.rawValue).joined(separator: " or ")
      throw .notNow(
        Thing(id), reason: "it is \(entry.state.rawValue); to \(aim) it must be \(states)")
    }
    return entry
  }

  /// The audit, where an expert is invited and has not answered yet; who is left of a panel in which a seat
  /// opened may still answer. Whoever has no seat may not know of the audit.
  private func entry(
    _ id: AuditID, toAnswerBy expert: ExpertID
  ) throws(Refusal) -> AuditEntry {
    let entry = try audit(id)
    if entry.vacancy?.experts.contains(expert) != true {
      _ = try audit(id, in: [.invited], to: "be answered")
    }
    guard let invitation = entry.invitation(of: expert) else { throw .notFound(Thing(id)) }
    if invitation.acceptance != nil {
      throw .notNow(
        Thing(id),
        reason: "\(expert) has accepted; to take that back, recuse with "
          + "`tandem me recuse \(id)`")
    }
    return entry
  }

  private func refuseBroken(_ entry: AuditEntry, on today: Day) throws(Refusal) {
    let breaches = standingBreaches(of: entry.audit.id, on: today)
    guard breaches.isEmpty else { throw .broken(entry.audit.id, breaches) }
  }
}

extension AuditEntry {
  /// Of all reports and areas; nil where nothing is scored.
  fileprivate var meanScore: Double? {
    let scores = reports.values.flatMap { $0.report.scores.values }
    return scores.isEmpty ? nil : Double(scores.reduce(0, +)) / Double(scores.count)
  }
}
