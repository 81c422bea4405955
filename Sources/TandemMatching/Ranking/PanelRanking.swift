import TandemModel

/// The valid panels of an audit on all its starts, one by one: by what each adds to the plan that
/// stands, then by start, then by the experts' ids. That the audit is pinned is not looked at.
///
/// It walks the pairs best first by a lower bound, and looks at no more of them than it must for
/// the panels that it is asked for.
public struct PanelRanking: Sequence, IteratorProtocol, Sendable {
  private let auditCase: AuditCase
  /// In the order of their ids.
  private let candidates: [Candidate]
  private let lanes: [Lane]
  /// What each start costs.
  private let startCosts: [Int]
  /// The starts, the cheapest first.
  private let startOrder: [Int]
  /// For each candidate that was looked at, on which starts they are free.
  private var freeStarts: [StartSet?]
  private var queue = BinaryHeap<RankingStep>()

  public init(of auditCase: AuditCase) {
    self.auditCase = auditCase
    candidates = auditCase.indexed.records.compactMap { Candidate($0, in: auditCase) }
    lanes = Lane.all(of: candidates, in: auditCase)
    let startCosts = auditCase.starts.map { auditCase.cost(of: auditCase.units(on: $0)) }
    self.startCosts = startCosts
    startOrder = startCosts.indices.sorted { (startCosts[$0], $0) < (startCosts[$1], $1) }
    freeStarts = Array(repeating: nil, count: candidates.count)
    for lane in lanes.indices { enqueueStart(lane, order: 0) }
  }

  public mutating func next() -> RankedPanel? {
    while let step = queue.removeLeast() {
      switch step.kind {
      case .start(let lane, let order):
        enqueueRow(lane, from: 0, on: step.start)
        enqueueStart(lane, order: order + 1)
      case .pair(let lane, let pair):
        enqueuePanel(lane, pair, on: step.start)
        enqueuePartner(lane, after: pair, on: step.start)
        if pair.isFirst { enqueueRow(lane, from: pair.row + 1, on: step.start) }
      case .panel(let members, let place):
        let experts = [members.one, members.other].compactMap { $0 }
        guard let seats = Seats(experts.map { candidates[$0].record.id }) else { continue }
        let panel = Panel(
          start: auditCase.starts[step.start], seats: seats,
          language: auditCase.audit.languages[place])
        return RankedPanel(panel: panel, cost: step.cost)
      }
    }
    return nil
  }

  private mutating func enqueueStart(_ lane: Int, order: Int) {
    guard order < startOrder.count, let least = lanes[lane].leastCost else { return }
    let start = startOrder[order]
    queue.insert(
      RankingStep(
        cost: startCosts[start] + least, start: start, kind: .start(lane: lane, order: order)))
  }

  /// The first pair of the first row, from that one on, whose member is free.
  private mutating func enqueueRow(_ lane: Int, from first: Int, on start: Int) {
    guard let row = nextFree(lanes[lane].seats, from: first, on: start) else { return }
    guard let partners = lanes[lane].partners(ofRow: row) else {
      enqueue(lane, PairOfLane(row: row, partner: nil, isFirst: true), on: start)
      return
    }
    // Where this row has no partner no later one has.
    guard let partner = nextFree(partners.seats, from: partners.first, on: start) else { return }
    enqueue(lane, PairOfLane(row: row, partner: partner, isFirst: true), on: start)
  }

  private mutating func enqueuePartner(_ lane: Int, after pair: PairOfLane, on start: Int) {
    guard let last = pair.partner, let partners = lanes[lane].partners(ofRow: pair.row),
      let partner = nextFree(partners.seats, from: last + 1, on: start)
    else { return }
    enqueue(lane, PairOfLane(row: pair.row, partner: partner, isFirst: false), on: start)
  }

  private mutating func enqueue(_ lane: Int, _ pair: PairOfLane, on start: Int) {
    let (one, other) = lanes[lane].seats(of: pair)
    let cost = startCosts[start] + lanes[lane].rankCost + one.cost + (other?.cost ?? 0)
    queue.insert(RankingStep(cost: cost, start: start, kind: .pair(lane: lane, pair)))
  }

  /// The panel of a pair with its whole cost, if it is valid and works in the lane's language; no
  /// other lane has it then.
  private mutating func enqueuePanel(_ lane: Int, _ pair: PairOfLane, on start: Int) {
    let (one, other) = lanes[lane].seats(of: pair)
    let seated = SeatedCandidates(one.candidate, other?.candidate)
    let members = [seated.one, seated.other].compactMap { $0 }.map { candidates[$0] }
    guard let language = auditCase.language(of: members.map(\.levels)),
      language.place == lanes[lane].place
    else { return }
    var cost = startCosts[start] + language.cost + members.reduce(0) { $0 + $1.cost }
    if members.count == 2 {
      let day = auditCase.starts[start]
      let (one, other) = (members[0].record, members[1].record)
      let bars = auditCase.pairBars(one, other, over: day...day)
      guard bars.allSatisfy({ auditCase.isWaived($0.breach) }) else { return }
      cost += auditCase.cost(of: auditCase.units(of: one, other, on: day))
    }
    queue.insert(
      RankingStep(cost: cost, start: start, kind: .panel(seated, place: language.place)))
  }

  private mutating func nextFree(_ seats: [Lane.Seat], from first: Int, on start: Int) -> Int? {
    var place = first
    while place < seats.count {
      if isFree(seats[place].candidate, on: start) { return place }
      place += 1
    }
    return nil
  }

  private mutating func isFree(_ candidate: Int, on start: Int) -> Bool {
    if let known = freeStarts[candidate] { return known.contains(start) }
    let free = auditCase.freeStarts(
      of: candidates[candidate].record, among: auditCase.starts)
    freeStarts[candidate] = free
    return free.contains(start)
  }
}

extension AuditCase {
  /// Those of some starts on which nothing that depends on the day bars the expert.
  func freeStarts(of record: ExpertRecord, among starts: [Day]) -> StartSet {
    var free = StartSet(all: starts.count)
    guard let first = starts.min(), let last = starts.max() else { return free }
    let bars =
      datedBars(of: record, over: first...last)
      + BusyBreach.bars(of: record, in: self, over: first...last)
    for bar in bars where !isWaived(bar.breach) {
      for (place, start) in starts.enumerated() where bar.starts.contains(start) {
        free.remove(place)
      }
    }
    return free
  }
}
