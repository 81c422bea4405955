/// What a search for the panels of one audit has found, and what it still wants.
struct PairSearch {
  private let query: Pricing.Query
  private let audit: PlannedAudit
  private let model: PlanningModel
  /// The starts that are left: bits of the audit's window.
  let starts: DayBits
  /// The price of the cheapest of them.
  private let leastStart: Int
  private(set) var limit: Int
  private(set) var answer = Pricing.Answer()

  /// Nil when no start is left.
  init?(_ query: Pricing.Query, _ audit: PlannedAudit, _ model: PlanningModel) {
    var starts = DayBits(dayCount: audit.windowDays)
    let window = audit.firstDay..<audit.firstDay + audit.windowDays
    let left = query.restriction.starts.clamped(to: window)
    var leastStart: Int?
    for tier in audit.tiers {
      let days =
        left == window
        ? tier.starts : tier.starts.intersection(left.shifted(by: -audit.firstDay))
      if leastStart == nil, !days.isEmpty { leastStart = tier.cost }
      starts.formUnion(days)
    }
    guard let leastStart, query.wanted > 0 else { return nil }
    self.query = query
    self.audit = audit
    self.model = model
    self.starts = starts
    self.leastStart = leastStart * query.prices.costScale
    limit = query.limit
  }

  /// A lower bound of what a panel in a language costs besides its members.
  func laneValue(_ lane: PlannedAudit.Lane) -> Int {
    leastStart + query.prices.costScale * lane.rankCost
  }

  /// Whether a panel whose members cost that much together can be among the wanted ones.
  func isWanted(_ members: Int, in lane: PlannedAudit.Lane) -> Bool {
    laneValue(lane) + members < limit
  }

  /// Takes the cheapest start of a panel in, if the panel is valid and works in that language.
  mutating func consider(
    _ first: Pricing.Seat, _ second: Pricing.Seat?, lane: Int, _ bits: [UInt64]
  ) {
    let one = Int(first.expert)
    let other = second.map { Int($0.expert) }
    if audit.lanes.count > 1, !worksIn(lane, one, other) { return }
    var free = starts
    free.formIntersection(bits, from: Int(first.bits))
    if let second { free.formIntersection(bits, from: Int(second.bits)) }
    guard !free.isEmpty else { return }
    var together = 0
    var dependsOnStart = first.isDated || second?.isDated == true
    if let other {
      let liveTogether = model.roster.homes[one] == model.roster.homes[other]
      if liveTogether, audit.forbidsSameCountry, !audit.hasPairWaivers { return }
      if liveTogether { together = audit.sameCountryCost }
      if (liveTogether && audit.forbidsSameCountry) || model.roster.haveTies(one, other) {
        clearBarredStarts(one, other, &free)
        guard !free.isEmpty else { return }
        dependsOnStart = true
      }
    }
    let members = first.value + (second?.value ?? 0)
    let rank = audit.lanes[lane].rankCost
    let cost = rank + first.cost + (second?.cost ?? 0)
    if dependsOnStart {
      considerEachStart(one, other, cost: cost, members: members, rank: rank, free)
      return
    }
    guard let (day, date) = audit.cheapestStart(free) else { return }
    let column = Column(
      audit: query.audit, start: audit.firstDay + day, one, other, cost: cost + date + together)
    let base = query.prices.costScale * (rank + date + together) + members
    take(column, base + query.prices.extras(of: column, occupied: audit.occupied))
  }

  /// Whether the language is the cheapest of those that all members speak, the first of equal ones.
  private func worksIn(_ lane: Int, _ one: Int, _ other: Int?) -> Bool {
    var best: (lane: Int, cost: Int)?
    for (number, candidate) in audit.lanes.enumerated() {
      guard let levels = model.roster.levels[candidate.language],
        let first = candidate.levelCosts[Int(levels[one])]
      else { continue }
      var cost = candidate.rankCost + first
      if let other {
        guard let second = candidate.levelCosts[Int(levels[other])] else { continue }
        cost += second
      }
      if best.map({ cost < $0.cost }) ?? true { best = (number, cost) }
    }
    return best?.lane == lane
  }

  private func clearBarredStarts(_ one: Int, _ other: Int, _ free: inout DayBits) {
    let auditCase = audit.auditCase
    let first = model.roster.firstDay.adding(audit.firstDay)
    let bars = auditCase.pairBars(
      model.roster.records[min(one, other)], model.roster.records[max(one, other)],
      over: first...first.adding(audit.windowDays - 1))
    for bar in bars where !auditCase.isWaived(bar.breach) {
      free.remove(bar.starts, from: first, windowDays: audit.windowDays)
    }
  }

  private mutating func considerEachStart(
    _ one: Int, _ other: Int?, cost: Int, members: Int, rank: Int, _ free: DayBits
  ) {
    let auditCase = audit.auditCase
    let first = model.roster.firstDay.adding(audit.firstDay)
    var best: (value: Int, column: Column)?
    for tier in audit.tiers {
      for day in tier.starts.intersection(free).days {
        var together = tier.cost
        if let other {
          together += auditCase.cost(
            of: auditCase.units(
              of: model.roster.records[one], model.roster.records[other],
              on: first.adding(day)))
        }
        let column = Column(
          audit: query.audit, start: audit.firstDay + day, one, other, cost: cost + together)
        let base = query.prices.costScale * (rank + together) + members
        let value = base + query.prices.extras(of: column, occupied: audit.occupied)
        if best.map({ value < $0.value }) ?? true { best = (value, column) }
      }
    }
    if let best { take(best.column, best.value) }
  }

  private mutating func take(_ column: Column, _ value: Int) {
    guard value < limit, !query.restriction.excludes(column) else { return }
    let place = answer.panels.firstIndex { value < $0.value } ?? answer.panels.count
    answer.panels.insert(.init(value: value, column: column), at: place)
    if answer.panels.count > query.wanted { answer.panels.removeLast() }
    if answer.panels.count == query.wanted, let last = answer.panels.last { limit = last.value }
  }
}

extension Restriction {
  /// Whether the panel is a pair that may not sit together.
  fileprivate func excludes(_ column: Column) -> Bool {
    !excludedPairs.isEmpty && column.other >= 0
      && excludedPairs.contains(Pair(Int(column.one), Int(column.other)))
  }
}

extension PlannedAudit {
  /// The cheapest of some starts, the earliest of equal ones, and what it costs.
  fileprivate func cheapestStart(_ starts: DayBits) -> (day: Int, cost: Int)? {
    for tier in tiers {
      if let day = tier.starts.firstCommon(with: starts) { return (day, tier.cost) }
    }
    return nil
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}
