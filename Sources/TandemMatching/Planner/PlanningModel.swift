import TandemModel

/// A problem made ready for planning: experts and audits by their positions, days counted from the
/// first start of any audit.
struct PlanningModel: Sendable {
  let problem: Problem
  let indexed: IndexedProblem
  let roster: Roster
  let audits: [PlannedAudit]
  /// The panel of each pinned audit.
  var pinned: [Int: Column]
  let loadWeight: Int

  /// Nil when told to stop.
  init?(_ indexed: IndexedProblem, _ stop: StopSignal) {
    let problem = indexed.problem
    self.problem = problem
    self.indexed = indexed
    let ids = problem.audits.map(\.id)
    let cases = inParallel(ids.count) { position in
      stop.isSet ? nil : AuditCase(ids[position], in: indexed, beside: Engagements())
    }.compactMap(\.self)
    guard !stop.isSet else { return nil }
    let first = cases.compactMap(\.starts.first).min() ?? problem.horizon.lowerBound
    let last = cases.compactMap(\.starts.last).max() ?? first
    let roster = Roster(indexed, lengths: Set(cases.map(\.length)), span: first...last)
    self.roster = roster
    guard !stop.isSet else { return nil }
    audits = inParallel(cases.count) { position in
      stop.isSet ? nil : PlannedAudit(cases[position], in: roster)
    }.compactMap(\.self)
    guard !stop.isSet else { return nil }
    loadWeight = problem.policy.costs[.load]
    var pinned: [Int: Column] = [:]
    for (position, audit) in audits.enumerated() {
      guard let panel = audit.pinned else { continue }
      pinned[position] = Column(panel, of: position, audit, in: roster)
    }
    self.pinned = pinned
  }

  /// What the k-th audit of an expert costs, k from 0.
  func stepCost(of expert: Int, _ step: Int) -> Int {
    loadWeight * (roster.priorLoads[expert] + step)
  }

  /// No audit takes more days than that, its rest days included.
  var longestOccupation: Int { audits.map(\.occupied).max() ?? 1 }
}

/// One valid panel and start of an audit, by positions: a column of the master program.
struct Column: Hashable, Sendable {
  let audit: Int32
  /// Counted from the roster's first day.
  let start: Int32
  let one: Int32
  /// -1 on a panel of one; else greater than `one`.
  let other: Int32
  /// Without load.
  let cost: Int

  init(audit: Int, start: Int, _ first: Int, _ second: Int?, cost: Int) {
    self.audit = Int32(audit)
    self.start = Int32(start)
    one = Int32(second.map { min(first, $0) } ?? first)
    other = Int32(second.map { max(first, $0) } ?? -1)
    self.cost = cost
  }

  /// Nil when the panel has not one or two experts whom the problem has.
  init?(_ panel: CurrentPanel, of position: Int, _ audit: PlannedAudit, in roster: Roster) {
    let auditCase = audit.auditCase
    let members = panel.experts.sorted().compactMap { auditCase.indexed.record(of: $0)?.position }
    guard let seats = Seats(panel.experts), members.count == panel.experts.count else { return nil }
    let rows = auditCase.costRows(of: seats, on: panel.start).filter { $0.row != .load }
    self.init(
      audit: position, start: roster.firstDay.days(to: panel.start), members[0],
      members.count == 2 ? members[1] : nil, cost: rows.total)
  }

  func hasMember(_ expert: Int) -> Bool { one == expert || other == expert }

  var members: [Int] { other < 0 ? [Int(one)] : [Int(one), Int(other)] }
}
