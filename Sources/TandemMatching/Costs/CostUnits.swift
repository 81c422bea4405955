import TandemModel

/// What one weight is multiplied by.
typealias CostUnits = (row: Costs.Row, units: Int)

// The rows of the language are in PanelLanguage.swift.
extension AuditCase {
  /// The rows of a member alone, whoever sits beside them and whenever.
  func units(of member: ExpertRecord) -> [CostUnits] {
    let expert = member.expert
    return units(fromHome: expert.country)
      + units(sharingSector: !expert.sectors.isDisjoint(with: audit.sectors))
      + personalUnits(of: member.id)
      + [loadUnits(of: member, besides: engagements(of: member).count)]
  }

  /// The row of a member that depends on how many other audits they have in the plan.
  func loadUnits(of member: ExpertRecord, besides others: Int) -> CostUnits {
    (.load, member.expert.priorLoad + others)
  }

  /// The rows of a member that depend on nothing but where they live.
  func units(fromHome home: Country) -> [CostUnits] {
    let isAtHome = home == audit.country
    return [
      (.travel, isAtHome || audit.remote ? 0 : travelUnits(from: home)),
      (.homeCountry, isAtHome ? 1 : 0),
    ]
  }

  /// The row of a member that depends on whether they share a sector with the audit.
  func units(sharingSector isShared: Bool) -> [CostUnits] { [(.sector, isShared ? 0 : 1)] }

  /// The rows of a member that depend on who they are; nil stands for all whom the audit does not
  /// name.
  func personalUnits(of expert: ExpertID?) -> [CostUnits] {
    let isMember = expert.map { current?.experts.contains($0) ?? false } ?? false
    return [
      (.bid, expert.flatMap { audit.bids[$0] } ?? 1),
      (.change, current != nil && !isMember ? 1 : 0),
    ]
  }

  /// The rows of two members together.
  func units(of one: ExpertRecord, _ other: ExpertRecord, on start: Day) -> [CostUnits] {
    let repeated = one.rowsServed(with: other).count { row in
      let date = problem.history[row].date
      return date < start && date.days(to: start) <= policy.repeatPairDays
    }
    return [
      (.sameCountry, one.expert.country == other.expert.country ? 1 : 0), (.repeatPair, repeated),
    ]
  }

  /// What two members cost together; nil when that depends on the start.
  func lastingCost(of one: ExpertRecord, _ other: ExpertRecord) -> Int? {
    guard one.rowsServed(with: other).isEmpty else { return nil }
    return cost(of: units(of: one, other, on: problem.horizon.lowerBound))
  }

  /// The rows of the start.
  func units(on start: Day) -> [CostUnits] {
    let isMove = current.map { $0.start != start } ?? false
    return [
      (.date, audit.preferred.map { abs($0.days(to: start)) / 7 } ?? 0), (.move, isMove ? 1 : 0),
    ]
  }

  /// The sum of some rows.
  func cost(of units: [CostUnits]) -> Int {
    units.reduce(0) { $0 + policy.costs[$1.row] * $1.units }
  }

  private func travelUnits(from home: Country) -> Int {
    // A journey that the table does not have can only be taken at its worst.
    problem.travel[home]?[audit.country] ?? Costs.limit
  }
}

extension ExpertRecord {
  /// The rows of the history in which both served.
  fileprivate func rowsServed(with other: ExpertRecord) -> [Int] {
    guard !served.isEmpty, !other.served.isEmpty else { return [] }
    var shared: [Int] = []
    var theirs = other.served[...]
    for row in served {
      theirs = theirs.drop { $0 < row }
      if theirs.first == row { shared.append(row) }
    }
    return shared
  }
}
