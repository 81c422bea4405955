/// Finds the cheapest panels of an audit under prices.
///
/// A panel's price is that of its start, plus one number for each member, plus what two members or the
/// cuts add, which is never negative. So members are sorted by their numbers, and pairs are walked
/// best first until no later one can win: no pair matrix.
struct Pricing {
  /// The cheapest panels of one audit, the cheapest first.
  struct Answer: Sendable {
    struct Priced: Sendable {
      let value: Int
      let column: Column
    }

    var panels: [Priced] = []
    var least: Int? { panels.first?.value }
  }

  /// What a search asks for.
  struct Query {
    let audit: Int
    let prices: Prices
    var restriction = Restriction()
    /// The panels that stand, which bar their members' days and use up their capacity.
    var standing: Standing?
    /// Only panels below this price are wanted.
    var limit: Int
    /// How many are wanted.
    var wanted: Int
  }

  struct Seat {
    let value: Int
    let expert: Int32
    let cost: Int
    let kind: Int8
    let isDated: Bool
    /// The start bits of the seat: where they begin in `bits`.
    var bits: Int32
  }

  let model: PlanningModel
  /// For each expert, the exception of the audit at hand; -1 where there is none.
  private var exceptionOf: [Int32]
  private var seats: [Seat] = []
  private var kinds: [[Int32]] = [[], [], [], []]
  var bits: [UInt64] = []

  init(_ model: PlanningModel) {
    self.model = model
    exceptionOf = Array(repeating: -1, count: model.roster.count)
  }

  mutating func panels(_ query: Query) -> Answer {
    let audit = model.audits[query.audit]
    guard query.restriction.mayBeFilled else { return Answer() }
    if model.pinned[query.audit] != nil { return pinnedPanel(query) }
    guard var search = PairSearch(query, audit, model) else { return Answer() }
    for (number, exception) in audit.exceptions.enumerated() {
      exceptionOf[exception.expert] = Int32(number)
    }
    for lane in audit.lanes.indices {
      collectSeats(query, audit, lane: lane, search)
      guard !seats.isEmpty else { continue }
      walk(audit, lane: lane, required: query.restriction.required, &search)
    }
    for exception in audit.exceptions { exceptionOf[exception.expert] = -1 }
    return search.answer
  }

  private func pinnedPanel(_ query: Query) -> Answer {
    guard let column = model.pinned[query.audit], query.restriction.allows(column) else {
      return Answer()
    }
    let occupied = model.audits[query.audit].occupied
    let value = query.prices.value(of: column, occupied: occupied)
    return value < query.limit ? Answer(panels: [.init(value: value, column: column)]) : Answer()
  }

  /// Those who may sit on a panel in a language that is still wanted, the cheapest first.
  private mutating func collectSeats(
    _ query: Query, _ audit: PlannedAudit, lane number: Int, _ search: PairSearch
  ) {
    seats.removeAll(keepingCapacity: true)
    bits.removeAll(keepingCapacity: true)
    let lane = audit.lanes[number]
    let roster = model.roster
    let label = audit.auditCase.audit.label
    guard let levels = roster.levels[lane.language], let leads = roster.leads[label],
      let accredited = roster.accredited[label]
    else { return }
    let prices = query.prices
    let laneValue = search.laneValue(lane)
    let restriction = query.restriction
    let hasExclusions = !restriction.excluded.isEmpty
    let words = audit.sectors.count
    // Exceptions may serve by a waiver, never without accreditation.
    for expert32 in accredited {
      let expert = Int(expert32)
      guard let levelCost = lane.levelCosts[Int(levels[expert])] else { continue }
      let exception = exceptionOf[expert]
      var cost: Int
      var isNational: Bool
      if exception >= 0 {
        cost = audit.exceptions[Int(exception)].cost
        isNational = audit.exceptions[Int(exception)].isNational
      } else {
        let home = roster.homes[expert]
        guard let homeCost = audit.homeCosts[Int(home)] else { continue }
        var shares = false
        for word in 0..<words where roster.sectors[expert * words + word] & audit.sectors[word] != 0
        {
          shares = true
        }
        cost = homeCost + audit.commonCost
        cost += shares ? audit.sectorCosts.shared : audit.sectorCosts.other
        isNational = home == audit.homeNumber
      }
      cost += levelCost
      let value = prices.costScale * cost + prices.experts[expert]
      guard laneValue + value < search.limit else { continue }
      if hasExclusions, restriction.excluded.contains(expert) { continue }
      seats.append(
        Seat(
          value: value, expert: expert32, cost: cost,
          kind: Int8(PlannedAudit.kind(leads: leads[expert], isNational: isNational)),
          isDated: prices.isDated[expert], bits: 0))
    }
    keepSeats(query, audit, search, below: search.limit - laneValue)
    seats.sort { ($0.value, $0.expert) < ($1.value, $1.expert) }
  }

  /// Drops seats that even the cheapest partner cannot save, and those without a free start.
  private mutating func keepSeats(
    _ query: Query, _ audit: PlannedAudit, _ search: PairSearch, below limit: Int
  ) {
    var partner = 0
    if audit.size == 2 {
      guard let least = seats.min(by: { $0.value < $1.value }) else { return }
      partner = least.value
    }
    var kept = 0
    for place in seats.indices {
      var seat = seats[place]
      guard seat.value + partner < limit else { continue }
      seat.bits = Int32(bits.count)
      guard addBits(of: Int(seat.expert), query, audit, search) else { continue }
      seats[kept] = seat
      kept += 1
    }
    seats.removeSubrange(kept...)
  }

  /// Adds the starts on which an expert is free; false, with nothing added, when there are none.
  private mutating func addBits(
    of expert: Int, _ query: Query, _ audit: PlannedAudit, _ search: PairSearch
  ) -> Bool {
    let first = bits.count
    let words = (audit.windowDays + 63) / 64
    let exception = exceptionOf[expert]
    if exception >= 0 {
      bits += audit.starts(ofException: Int(exception))
    } else if let rows = model.roster.freeStarts[audit.length] {
      let row = expert * model.roster.spanWords + audit.firstDay >> 6
      let shift = UInt64(audit.firstDay & 63)
      for word in 0..<words {
        let low = rows[row + word] >> shift
        bits.append(low | rows[row + word + 1] << (64 - shift))
      }
    }
    for word in 0..<words { bits[first + word] &= search.starts.words[word] }
    query.standing?.clearBusyStarts(of: expert, audit, in: &bits, from: first)
    let hasStart = bits[first...].contains { $0 != 0 }
    if !hasStart || query.standing?.hasRoom(expert, in: model) == false {
      bits.removeSubrange(first...)
      return false
    }
    return true
  }

  private mutating func walk(
    _ audit: PlannedAudit, lane: Int, required: Set<Int>, _ search: inout PairSearch
  ) {
    guard audit.size == 2 else {
      for seat in seats where required.isSubset(of: [Int(seat.expert)]) {
        guard search.isWanted(seat.value, in: audit.lanes[lane]) else { return }
        if audit.mayServe[Int(seat.kind)][Int(seat.kind)] {
          search.consider(seat, nil, lane: lane, bits)
        }
      }
      return
    }
    if let member = required.min() {
      walkPartners(of: member, audit, lane: lane, besides: required, &search)
      return
    }
    for kind in 0..<4 {
      kinds[kind].removeAll(keepingCapacity: true)
    }
    for place in seats.indices { kinds[Int(seats[place].kind)].append(Int32(place)) }
    for one in 0..<4 where !kinds[one].isEmpty {
      for other in one..<4 where !kinds[other].isEmpty && audit.mayServe[one][other] {
        walkPairs(audit, kinds[one], kinds[other], isSame: one == other, lane: lane, &search)
      }
    }
  }

  private func walkPartners(
    of member: Int, _ audit: PlannedAudit, lane: Int, besides required: Set<Int>,
    _ search: inout PairSearch
  ) {
    guard let first = seats.first(where: { $0.expert == member }) else { return }
    for second in seats where second.expert != member {
      guard search.isWanted(first.value + second.value, in: audit.lanes[lane]) else { return }
      guard required.isSubset(of: [member, Int(second.expert)]),
        audit.mayServe[Int(first.kind)][Int(second.kind)]
      else { continue }
      search.consider(first, second, lane: lane, bits)
    }
  }

  private func walkPairs(
    _ audit: PlannedAudit, _ ones: [Int32], _ others: [Int32], isSame: Bool, lane: Int,
    _ search: inout PairSearch
  ) {
    let view = audit.lanes[lane]
    for (row, one) in ones.enumerated() {
      let first = seats[Int(one)]
      let begin = isSame ? row + 1 : 0
      guard begin < others.count,
        search.isWanted(first.value + seats[Int(others[begin])].value, in: view)
      else { return }
      for place in begin..<others.count {
        let second = seats[Int(others[place])]
        guard search.isWanted(first.value + second.value, in: view) else { break }
        search.consider(first, second, lane: lane, bits)
      }
    }
  }
}
