import TandemModel

/// Looks for the cheapest panel of an audit under prices, among those that agree with some answers.
///
/// Members are sorted by what they pay at the least, and panels are walked best first until no later
/// one can be cheaper: what two members or a start add is never negative.
struct PanelWalk {
  /// A member with the least that they pay: their own rows, their cheapest language and their price.
  private typealias Seat = (member: PanelTable.Member, value: Int128)

  private let table: PanelTable
  private let auditCase: AuditCase
  private let prices: PanelPrices
  private let answers: [PanelAnswer]
  private let scale: Int128
  /// What each way of speaking costs a member at the least.
  private let leastLevelCosts: [Int]
  /// What the language of a panel costs, by the ways in which its members speak: nil where that is not
  /// known yet, and within it where they share none.
  private var languageCosts: [Int??]
  /// The least that the audit can come to, as far as is known: only panels below are of interest.
  private var least: Int128?

  init(_ table: PanelTable, _ prices: PanelPrices, _ answers: [PanelAnswer]) {
    let auditCase = table.auditCase
    self.table = table
    self.auditCase = auditCase
    self.prices = prices
    self.answers = answers
    scale = Int128(prices.costScale)
    leastLevelCosts = table.spoken.map { levels in
      levels.compactMap { $0.map(auditCase.levelCost) }.min() ?? 0
    }
    languageCosts = Array(repeating: nil, count: table.spoken.count * table.spoken.count)
  }

  /// The least that the audit can come to: the price of its cheapest panel or of staying open, where it
  /// can, at `openPrice` for each unit of its priority. Nil when it has no choice left.
  static func cheapestChoice(
    _ table: PanelTable, _ prices: PanelPrices, openPrice: Int, _ answers: [PanelAnswer]
  ) -> Int128? {
    var walk = PanelWalk(table, prices, answers)
    let isPinned = table.auditCase.current?.pinned == true
    if !isPinned, answers.allSatisfy(\.letsStayOpen) {
      walk.least = Int128(openPrice) * Int128(table.auditCase.audit.priority)
    }
    walk.walk()
    return walk.least
  }

  private mutating func walk() {
    guard let leastStart = table.startCosts.min() else { return }
    let base = scale * Int128(leastStart)
    var seats: [Seat] = table.members.map { member in
      let cost = member.ownCost + leastLevelCosts[Int(member.spoken)]
      return (member, scale * Int128(cost) + Int128(prices.price(ofExpert: member.expert)))
    }
    seats.sort { $0.value < $1.value }
    let isOfOne = auditCase.labelPolicy.panel == 1
    for (row, first) in seats.enumerated() {
      if isOfOne {
        if let least, base + first.value >= least { return }
        consider(first, nil)
        continue
      }
      for place in (row + 1)..<max(row + 1, seats.count) {
        if let least, base + first.value + seats[place].value >= least {
          // Later rows begin no lower than this one.
          if place == row + 1 { return }
          break
        }
        consider(first, seats[place])
      }
    }
  }

  /// Takes the cheapest start of a panel in, if the panel is valid.
  private mutating func consider(_ first: Seat, _ second: Seat?) {
    let (one, other) = (first.member, second?.member)
    let free = table.free[Int(one.free)]
    if let other, free.first(sharedWith: table.free[Int(other.free)]) == nil { return }
    guard hasFitMembers(one, other),
      let language = languageCost(one.spoken, other?.spoken ?? one.spoken, isOfOne: other == nil)
    else { return }
    let leastLevels =
      leastLevelCosts[Int(one.spoken)] + (other.map { leastLevelCosts[Int($0.spoken)] } ?? 0)
    let value = first.value + (second?.value ?? 0) + scale * Int128(language - leastLevels)
    if let least, value >= least { return }
    let starts = other.map { free.intersection(table.free[Int($0.free)]) } ?? free
    let experts = [one.expert, other?.expert].compactMap(\.self).sorted()
    consider(experts.map { auditCase.indexed.records[Int($0)] }, value, starts)
  }

  private mutating func consider(
    _ members: [ExpertRecord], _ value: Int128, _ starts: StartSet
  ) {
    let ids = members.map(\.id)
    let bars = pairBars(members)
    let isPlain = members.allSatisfy(prices.isPlain)
    let lastingCost = members.count == 2 ? auditCase.lastingCost(of: members[0], members[1]) : 0
    for place in starts.places {
      let start = auditCase.starts[place]
      var value = value + scale * Int128(table.startCosts[place])
      if let least, value >= least { continue }
      guard !bars.contains(where: { $0.starts.contains(start) }), agrees(ids, on: start) else {
        continue
      }
      value += scale * Int128(lastingCost ?? pairCost(members, on: start))
      if !isPlain {
        let days = start...start.adding(auditCase.length + auditCase.policy.restDays - 1)
        value += prices.extras(table.audit, ids, days)
      }
      least = min(least ?? value, value)
    }
  }

  /// Whether the rules that count members let these sit together.
  private func hasFitMembers(_ one: PanelTable.Member, _ other: PanelTable.Member?) -> Bool {
    let leads = (one.leads ? 1 : 0) + (other?.leads == true ? 1 : 0)
    let nationals = (one.isNational ? 1 : 0) + (other?.isNational == true ? 1 : 0)
    return
      (!NoLeadBreach.isBroken(byLeads: leads, in: auditCase)
      || auditCase.waivers.contains(.panel(.noLead)))
      && (!NationalsBreach.isBroken(byNationals: nationals, in: auditCase)
        || auditCase.waivers.contains(.panel(.nationals)))
  }

  private mutating func languageCost(_ one: Int32, _ other: Int32, isOfOne: Bool) -> Int? {
    let place = Int(one) * table.spoken.count + Int(other)
    if let known = languageCosts[place] { return known }
    let spoken = [table.spoken[Int(one)]] + (isOfOne ? [] : [table.spoken[Int(other)]])
    let cost = auditCase.language(of: spoken)?.cost
    languageCosts[place] = .some(cost)
    return cost
  }

  /// What bars a pair from serving together, on whatever starts.
  private func pairBars(_ members: [ExpertRecord]) -> [Bar] {
    guard members.count == 2, let first = auditCase.starts.first, let last = auditCase.starts.last
    else { return [] }
    return auditCase.pairBars(members[0], members[1], over: first...last)
      .filter { !auditCase.isWaived($0.breach) }
  }

  private func pairCost(_ pair: [ExpertRecord], on start: Day) -> Int {
    auditCase.cost(of: auditCase.units(of: pair[0], pair[1], on: start))
  }

  /// Whether a panel is the one that the audit is pinned to, where it is, and agrees with the answers.
  private func agrees(_ experts: [ExpertID], on start: Day) -> Bool {
    if let current = auditCase.current, current.pinned {
      guard start == current.start, Set(experts) == current.experts else { return false }
    }
    return answers.allSatisfy { $0.allows(experts, on: start) }
  }
}
