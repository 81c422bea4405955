import TandemModel

/// Finds the best valid panel for each expert, all in one search: a member's partners are taken by
/// the least that they can cost, until none can be better than what is known.
struct CheapestPanelSearch: Sendable {
  private let auditCase: AuditCase
  /// In the order of their ids.
  private let candidates: [Candidate]
  /// The cheapest first, of equal ones the earliest.
  private let starts: [(day: Day, cost: Int)]
  /// The starts on which each candidate is free.
  private let free: [StartSet]
  private var best: [RelaxedPanel?]

  init(of auditCase: AuditCase, on start: Day?) {
    self.auditCase = auditCase
    let candidates = auditCase.indexed.records.compactMap { Candidate($0, in: auditCase) }
    let starts = auditCase.starts.filter { start == nil || $0 == start }
      .map { (day: $0, cost: auditCase.cost(of: auditCase.units(on: $0))) }
      .sorted { ($0.cost, $0.day) < ($1.cost, $1.day) }
    free = candidates.map { auditCase.freeStarts(of: $0.record, among: starts.map(\.day)) }
    best = Array(repeating: nil, count: candidates.count)
    self.candidates = candidates
    self.starts = starts
  }

  /// What was found, by expert.
  var panels: [ExpertID: RankedPanel] {
    var panels: [ExpertID: RankedPanel] = [:]
    for (candidate, panel) in zip(candidates, best) {
      panels[candidate.record.id] = panel.flatMap(ranked)
    }
    return panels
  }

  mutating func lookAtAll() {
    if auditCase.labelPolicy.panel == 1 { lookAtMembers() } else { lookAtPairs() }
  }

  private mutating func lookAtMembers() {
    for (place, candidate) in candidates.enumerated() {
      guard auditCase.panelNeeds(of: [candidate.record])?.isEmpty ?? false,
        let language = auditCase.language(of: [candidate.levels]),
        let start = free[place].first(sharedWith: free[place])
      else { continue }
      best[place] = RelaxedPanel(
        cost: candidate.cost + language.cost + starts[start].cost, start: starts[start].day,
        members: SeatedCandidates(place, nil))
    }
  }

  private mutating func lookAtPairs() {
    guard let leastStart = starts.first?.cost else { return }
    let kinds = KindPairs(of: candidates.lazy.map(\.record), in: auditCase)
    // What a partner costs at least, whatever the language.
    let least = candidates.map { candidate in
      candidate.cost
        + (candidate.levels.lazy.compactMap { $0 }.map(auditCase.levelCost).min() ?? 0)
    }
    let order = candidates.indices.sorted { (least[$0], $0) < (least[$1], $1) }
    for first in order {
      let mine = candidates[first]
      guard let language = auditCase.language(of: [mine.levels]) else { continue }
      let own = mine.cost + language.cost + leastStart
      for second in order where second != first {
        if let best = best[first], own + least[second] > best.cost { break }
        guard kinds[mine.kind, candidates[second].kind]?.isEmpty ?? false else { continue }
        look(at: SeatedCandidates(first, second), for: first)
      }
    }
  }

  private mutating func look(at seated: SeatedCandidates, for first: Int) {
    guard let second = seated.other else { return }
    let (one, other) = (candidates[seated.one], candidates[second])
    guard let start = free[seated.one].first(sharedWith: free[second]),
      let language = auditCase.language(of: [one.levels, other.levels])
    else { return }
    let cost = one.cost + other.cost + language.cost
    let bound = RelaxedPanel(
      cost: cost + starts[start].cost, start: starts[start].day, members: seated)
    if let best = best[first], best <= bound { return }
    guard let panel = cheapest(seated, costing: cost) else { return }
    for member in [seated.one, second] where best[member].map({ panel < $0 }) ?? true {
      best[member] = panel
    }
  }

  /// The best panel of two, whose rows but for those of the start and of both together come to that.
  private func cheapest(_ seated: SeatedCandidates, costing cost: Int) -> RelaxedPanel? {
    guard let second = seated.other, let first = starts.map(\.day).min(),
      let last = starts.map(\.day).max()
    else { return nil }
    let (one, other) = (candidates[seated.one].record, candidates[second].record)
    let bars = auditCase.unwaived(auditCase.pairBars(one, other, over: first...last))
    let lastingCost = auditCase.lastingCost(of: one, other)
    var best: RelaxedPanel?
    for place in free[seated.one].intersection(free[second]).places {
      let start = starts[place]
      if bars.contains(where: { $0.starts.contains(start.day) }) { continue }
      let together =
        lastingCost ?? auditCase.cost(of: auditCase.units(of: one, other, on: start.day))
      let panel = RelaxedPanel(
        cost: cost + together + start.cost, start: start.day, members: seated)
      if best.map({ panel < $0 }) ?? true { best = panel }
      if lastingCost != nil { break }
    }
    return best
  }

  private func ranked(_ panel: RelaxedPanel) -> RankedPanel? {
    let members = [panel.members.one, panel.members.other].compactMap { $0 }.map { candidates[$0] }
    guard let seats = Seats(members.map(\.record.id)),
      let language = auditCase.language(of: members.map(\.levels))
    else { return nil }
    return RankedPanel(
      panel: Panel(
        start: panel.start, seats: seats, language: auditCase.audit.languages[language.place]),
      cost: panel.cost)
  }
}
