import TandemModel

/// A start that an audit has, or would have with a WINDOW waiver.
struct RelaxableStart: Sendable {
  let day: Day
  /// The days of the waiver that it needs; 0 when it needs none.
  let days: Int
  /// What the start costs.
  let cost: Int

  /// All of an audit, the least waiver first, then the cheapest, then the earliest.
  static func all(of auditCase: AuditCase) -> [RelaxableStart] {
    WindowBreach.reachableStarts(in: auditCase).compactMap { day in
      var days = 0
      for breach in WindowBreach.breaches(on: day, in: auditCase)
      where !auditCase.isWaived(breach) {
        guard case .window(let needed) = breach.waiver else { return nil }
        days = needed
      }
      return RelaxableStart(
        day: day, days: days, cost: auditCase.cost(of: auditCase.units(on: day)))
    }.sorted { ($0.days, $0.cost, $0.day) < ($1.days, $1.cost, $1.day) }
  }
}
