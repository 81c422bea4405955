import TandemModel

/// The panels of one audit in one language, of two kinds of member that may sit together.
///
/// What two members cost in a language, but for what they cost together, is the sum of two numbers
/// that do not depend on the start: so all starts share the order of the seats.
struct Lane: Sendable {
  /// A candidate, by their place in the list of candidates, with what they cost in the language.
  struct Seat: Sendable {
    let candidate: Int
    let cost: Int
  }

  enum Partners: Sendable {
    /// A panel of one.
    case nobody
    /// The members that come after the first one in the same list.
    case later
    /// The members of another list.
    case others([Seat])
  }

  /// The language by its place in the audit's order.
  let place: Int
  /// What the language costs of itself.
  let rankCost: Int
  /// The first members, the cheapest first.
  let seats: [Seat]
  let partners: Partners

  /// A lower bound of what any panel of the lane costs, but for its start; nil when it has none.
  var leastCost: Int? {
    guard let first = seats.first else { return nil }
    switch partners {
    case .nobody: return rankCost + first.cost
    case .later: return seats.count > 1 ? rankCost + first.cost + seats[1].cost : nil
    case .others(let others): return others.first.map { rankCost + first.cost + $0.cost }
    }
  }

  /// The seats that the partner of a row is taken from, and the first one to look at; nil on a
  /// panel of one.
  func partners(ofRow row: Int) -> (seats: [Seat], first: Int)? {
    switch partners {
    case .nobody: nil
    case .later: (seats, row + 1)
    case .others(let others): (others, 0)
    }
  }

  /// A pair's seats.
  func seats(of pair: PairOfLane) -> (one: Seat, other: Seat?) {
    let partner = pair.partner.flatMap { place in
      partners(ofRow: pair.row).map { $0.seats[place] }
    }
    return (seats[pair.row], partner)
  }

  /// All the lanes of an audit whose panels break neither NO_LEAD nor NATIONALS.
  static func all(of candidates: [Candidate], in auditCase: AuditCase) -> [Lane] {
    let kinds = Candidate.Kind.all
    // Any member of a kind stands for all of it.
    let examples = kinds.map { kind in candidates.first { $0.kind == kind }?.record }
    func mayServe(_ places: [Int]) -> Bool {
      let members = places.compactMap { examples[$0] }
      guard members.count == places.count else { return false }
      return NoLeadBreach.breaches(of: members, in: auditCase).allSatisfy(auditCase.isWaived)
        && NationalsBreach.breaches(of: members, in: auditCase).allSatisfy(auditCase.isWaived)
    }

    var lanes: [Lane] = []
    for place in auditCase.audit.languages.indices {
      let rankCost = auditCase.rankCost(of: place)
      let speakers = kinds.map { kind in
        candidates.enumerated().compactMap { number, candidate -> Seat? in
          guard candidate.kind == kind, let level = candidate.levels[place] else { return nil }
          return Seat(
            candidate: number, cost: candidate.cost + auditCase.levelCost(of: level))
        }.sorted { ($0.cost, $0.candidate) < ($1.cost, $1.candidate) }
      }
      func add(_ seats: [Seat], _ partners: Partners) {
        lanes.append(
          Lane(place: place, rankCost: rankCost, seats: seats, partners: partners))
      }
      for one in kinds.indices {
        if auditCase.labelPolicy.panel == 1 {
          if mayServe([one]) { add(speakers[one], .nobody) }
          continue
        }
        for other in one..<kinds.count where mayServe([one, other]) {
          add(speakers[one], one == other ? .later : .others(speakers[other]))
        }
      }
    }
    return lanes
  }
}
