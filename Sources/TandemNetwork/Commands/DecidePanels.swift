import TandemMatching
import TandemModel

extension NetworkState {
  /// The rules are checked at this moment, whatever a ranking said before.
  func assignPanel(
    _ id: AuditID, _ choice: PanelChoice?, note: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id)
    if entry.panel != nil {
      throw .notNow(
        Thing(id), reason: "it has a panel; take that back first with `tandem panel unassign \(id)`"
      )
    }
    let auditCase = try planned(id, in: Planning(of: self, on: today))
    if let choice {
      try refuseUnknown(choice)
      let breaches = auditCase.breaches(of: choice.experts, on: choice.start)
      guard breaches.isEmpty else { throw .broken(id, breaches) }
    }
    guard let first = PanelRanking(of: auditCase).first(where: { _ in true }) else {
      throw .noPanel(id)
    }
    let best = RankedChoice(first)
    let offered = replacement(in: auditCase, after: entry.vacancy) ?? best
    var chosen = offered
    if let choice, let seats = Seats(choice.experts) {
      let rows = auditCase.costRows(of: seats, on: choice.start)
      chosen = RankedChoice(
        experts: Set(choice.experts), start: choice.start, cost: rows.total)
    }
    if chosen != best, chosen != offered, note.isEmpty {
      throw .noteMissing(id, chosen: chosen, best: best)
    }
    let selection = Selection(
      on: today, cost: chosen.cost, best: chosen == best ? nil : best, note: note)
    let assignment = Assignment(
      start: chosen.start, experts: chosen.experts, pinned: false, current: false,
      selection: selection)
    return [.panelAssigned(id, assignment)]
  }

  /// Where a seat opened, the panel that keeps most of what was agreed.
  private func replacement(in auditCase: AuditCase, after vacancy: Vacancy?) -> RankedChoice? {
    vacancy.flatMap {
      auditCase.replacements(keeping: $0.experts, from: $0.start).first { _ in true }
    }
    .map { RankedChoice($0.ranked) }
  }

  func unassignPanel(
    _ id: AuditID, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    try refuseHeld(try audit(id), on: today)
    let panel = try standingPanel(of: id)
    return [.panelUnassigned(id, reason: reason, experts: panel.experts)]
  }

  func pinPanel(_ id: AuditID, on today: Day) throws(Refusal) -> [Event] {
    let panel = try standingPanel(of: id)
    if panel.pinned { throw .notNow(Thing(id), reason: "its panel is pinned already") }
    let auditCase = try planned(id, in: Planning(of: self, on: today, excluding: [id]))
    let breaches = auditCase.breaches(of: panel.experts, on: panel.start)
    guard breaches.isEmpty else { throw .broken(id, breaches) }
    return [.panelPinned(id)]
  }

  func unpinPanel(_ id: AuditID) throws(Refusal) -> [Event] {
    if try !standingPanel(of: id).pinned {
      throw .notNow(Thing(id), reason: "its panel is not pinned")
    }
    return [.panelUnpinned(id)]
  }

  private func standingPanel(of id: AuditID) throws(Refusal) -> StandingPanel {
    guard let panel = try audit(id).panel else {
      throw .notNow(Thing(id), reason: "it has no panel; `tandem panel assign \(id)` gives it one")
    }
    return panel
  }

  /// Throws `notFound` or `notNow` when the audit is not in planning.
  func planned(_ id: AuditID, in planning: Planning) throws(Refusal) -> AuditCase {
    if let auditCase = planning.auditCase(id) { return auditCase }
    let entry = try audit(id)
    let reason =
      switch entry.state {
      case .submitted: "it is submitted; admit it first with `tandem audit admit \(id)`"
      case .withdrawn, .cancelled, .held, .decided: "it is \(entry.state.rawValue)"
      case .admitted, .proposed, .invited, .confirmed:
        isHeld(entry, on: planning.today)
          ? "it was held before today, \(planning.today)"
          : "its window ended on \(entry.audit.window.upperBound), before today, \(planning.today)"
      }
    throw .notNow(Thing(id), reason: reason)
  }
}

extension RankedChoice {
  init(_ ranked: RankedPanel) {
    self.init(
      experts: Set(ranked.panel.seats.experts), start: ranked.panel.start, cost: ranked.cost)
  }
}
