import TandemModel

/// What the answers for all experts of an audit share.
struct WhyNotQuestion: Sendable {
  private let auditCase: AuditCase
  /// The valid ones of the starts asked about, ascending.
  private let starts: [Day]
  /// From the earliest to the latest start asked about.
  private let reach: ClosedRange<Day>
  private let startBreaches: [WindowBreach]
  private let panels: CheapestPanels
  /// Whom no rule bars alone on some start, and on which.
  private let partners: [(candidate: Candidate, free: StartSet)]
  /// Which rules for a panel two of them break whoever they are.
  private let kinds: KindPairs
  /// What a panel is compared with.
  private let cost: Int

  init(in auditCase: AuditCase, on start: Day?, against chosen: Panel?) {
    self.auditCase = auditCase
    starts = auditCase.starts.filter { start == nil || $0 == start }
    let first = start ?? starts.first ?? auditCase.audit.window.lowerBound
    reach = first...(start ?? starts.last ?? first)
    startBreaches =
      start.map { WindowBreach.breaches(on: $0, in: auditCase) }?
      .filter { !auditCase.isWaived($0) } ?? []
    panels = CheapestPanels(of: auditCase, on: start)
    let starts = starts
    partners = auditCase.indexed.records.compactMap { record in
      guard let candidate = Candidate(record, in: auditCase) else { return nil }
      let free = auditCase.freeStarts(of: record, among: starts)
      return free.isEmpty ? nil : (candidate, free)
    }
    kinds = KindPairs(of: partners.lazy.map(\.candidate.record), in: auditCase)
    cost =
      if let chosen {
        auditCase.costRows(of: chosen.seats, on: chosen.start).total
      } else {
        // The best of all is none of that start where another one is better.
        (start == nil ? panels.best : PanelRanking(of: auditCase).first { _ in true })?.cost ?? 0
      }
  }

  func answer(for record: ExpertRecord) -> WhyNot {
    WhyNot(
      expert: record.id,
      reasons: auditCase.bars(of: record.id, over: reach).map { bar in
        WhyNot.Reason(
          breach: bar.breach, starts: starts.filter(bar.starts.contains),
          isWaived: auditCase.isWaived(bar.breach))
      },
      answer: panelOrObstacles(for: record))
  }

  private func panelOrObstacles(for record: ExpertRecord) -> WhyNot.Answer {
    if starts.isEmpty { return .noStart(startBreaches) }
    if let panel = panels[record.id] { return .panel(panel, difference: panel.cost - cost) }
    guard let own = partners.firstIndex(where: { $0.candidate.record.position == record.position })
    else { return .barred }
    return .noPanel(
      auditCase.labelPolicy.panel == 1 ? obstacles(for: record) : obstacles(for: own))
  }

  private func obstacles(for record: ExpertRecord) -> Obstacles {
    let bars = auditCase.panelBars(of: [record], over: reach)
    return Obstacles(
      partners: 0,
      obstacles: bars.map { Obstacles.Obstacle(partners: 0, example: $0.breach) })
  }

  /// For one of the partners.
  private func obstacles(for own: Int) -> Obstacles {
    let (candidate, free) = partners[own]
    var count = 0
    var rejected: [Rule: (partners: Int, example: any Breach)] = [:]
    for place in partners.indices where place != own {
      guard free.first(sharedWith: partners[place].free) != nil else { continue }
      count += 1
      var rules = kinds.rules(candidate.kind, partners[place].candidate.kind)
      let one = partners[min(own, place)].candidate.record
      let other = partners[max(own, place)].candidate.record
      let bars = auditCase.unwaived(auditCase.pairBars(one, other, over: reach))
      if !bars.isEmpty {
        let together = free.intersection(partners[place].free).places.map { starts[$0] }
        rules += bars.filter { together.contains(where: $0.starts.contains) }.map(\.breach.rule)
      }
      for rule in Set(rules) {
        if rejected[rule] == nil {
          let all = auditCase.panelBars(of: [one, other], over: reach)
          rejected[rule] = all.first { $0.breach.rule == rule }.map { (0, $0.breach) }
        }
        rejected[rule]?.partners += 1
      }
    }
    return Obstacles(
      partners: count,
      obstacles: Rule.ofPanel.compactMap { rejected[$0] }.map {
        Obstacles.Obstacle(partners: $0.partners, example: $0.example)
      })
  }
}
