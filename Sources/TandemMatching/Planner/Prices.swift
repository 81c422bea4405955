/// What using a thing costs, in whole numbers, units of 1/scale: the duals of a linear program, rounded.
///
/// Any prices that are not negative give a true bound, so rounding costs nothing but tightness.
struct Prices: Sendable {
  struct DayPrice: Hashable, Sendable {
    let day: Int
    let price: Int
  }

  struct PricedCut: Hashable, Sendable {
    let cut: Cut
    let price: Int
  }

  /// Prices are below 2⁵³, as in certificates.
  static let limit = 1 << 53 - 1

  let scale: Int
  /// What a panel's own cost is multiplied by: the scale, or 0 where only weight counts.
  let costScale: Int
  /// What leaving open costs for each unit of priority.
  let fill: Int
  var experts: [Int]
  /// The prices of single days, for few experts.
  let days: [Int: [DayPrice]]
  let cuts: [PricedCut]
  /// The cuts that an expert or one of their days is named in, by positions in `cuts`.
  let cutsOfExpert: [Int: [Int]]
  let cutsOfAudit: [Int: Set<Int>]
  /// Whether a panel's price depends on its start by this expert.
  let isDated: [Bool]

  init(
    scale: Int, costScale: Int, fill: Int, experts: [Int], days: [Int: [DayPrice]] = [:],
    cuts: [PricedCut] = []
  ) {
    self.scale = scale
    self.costScale = costScale
    self.fill = fill
    self.experts = experts
    self.days = days
    self.cuts = cuts
    var cutsOfExpert: [Int: [Int]] = [:]
    var cutsOfAudit: [Int: Set<Int>] = [:]
    var isDated = Array(repeating: false, count: experts.count)
    for (number, priced) in cuts.enumerated() {
      let named = Set(priced.cut.members.map(\.expert) + priced.cut.days.map(\.expert))
      for expert in named { cutsOfExpert[expert, default: []].append(number) }
      for held in priced.cut.days { isDated[held.expert] = true }
      for audit in priced.cut.audits { cutsOfAudit[audit, default: []].insert(number) }
    }
    for expert in days.keys { isDated[expert] = true }
    self.cutsOfExpert = cutsOfExpert
    self.cutsOfAudit = cutsOfAudit
    self.isDated = isDated
  }

  /// No price at all: what panels cost of themselves.
  static func free(experts: Int) -> Prices {
    Prices(scale: 1, costScale: 1, fill: 0, experts: Array(repeating: 0, count: experts))
  }

  /// What leaving an audit open costs; held where 64 bits end, which only lowers a bound.
  func openPrice(ofPriority priority: Int) -> Int {
    let (price, overflow) = fill.multipliedReportingOverflow(by: priority)
    return overflow ? (fill < 0 ? -(1 << 61) : 1 << 61) : min(max(price, -(1 << 61)), 1 << 61)
  }

  /// What a panel pays for single days of its members and for the cuts that it lies in.
  func extras(of column: Column, occupied: Int) -> Int {
    var sum = 0
    for expert in column.members {
      for priced in days[expert] ?? [] {
        let day = priced.day
        if Int(column.start) <= day, day < Int(column.start) + occupied { sum += priced.price }
      }
    }
    guard !cuts.isEmpty else { return sum }
    let first = cutsOfExpert[Int(column.one)] ?? []
    for number in first {
      sum += cuts[number].price * cuts[number].cut.coefficient(of: column, occupied: occupied)
    }
    guard column.other >= 0 else { return sum }
    for number in cutsOfExpert[Int(column.other)] ?? [] where !first.contains(number) {
      sum += cuts[number].price * cuts[number].cut.coefficient(of: column, occupied: occupied)
    }
    return sum
  }

  /// The price of a whole panel: its cost and those of all that it uses.
  func value(of column: Column, occupied: Int) -> Int {
    var sum = costScale * column.cost + extras(of: column, occupied: occupied)
    for expert in column.members { sum += experts[expert] }
    return sum
  }
}
