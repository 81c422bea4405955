import TandemModel

/// The prices of one part of a certificate, ready to be asked for a panel's.
struct PanelPrices: Sendable {
  /// What a panel's own cost is multiplied by.
  let costScale: Int
  private let prices: Certificate.Prices
  /// The prices of experts, by their positions.
  private let experts: [Int]
  private let days: [ExpertID: [Certificate.DayPrice]]
  /// The cuts that name an expert, by their positions.
  private let cuts: [ExpertID: [Int]]

  init(_ prices: Certificate.Prices, costScale: Int, in indexed: IndexedProblem) {
    self.prices = prices
    self.costScale = costScale
    experts = indexed.records.map { prices.experts[$0.id] ?? 0 }
    days = Dictionary(grouping: prices.days, by: \.held.expert)
    var cuts: [ExpertID: [Int]] = [:]
    for (position, cut) in prices.cuts.enumerated() {
      for expert in Set(cut.experts.keys).union(cut.days.map(\.expert)) {
        cuts[expert, default: []].append(position)
      }
    }
    self.cuts = cuts
  }

  /// The price of the expert at a position.
  func price(ofExpert position: Int32) -> Int { experts[Int(position)] }

  /// Whether an expert pays nothing beyond their own price, whatever the panel.
  func isPlain(_ record: ExpertRecord) -> Bool { days[record.id] == nil && cuts[record.id] == nil }

  /// What a panel pays for single days and for cuts: never negative.
  func extras(
    _ audit: AuditID, _ experts: [ExpertID], _ occupied: ClosedRange<Day>
  ) -> Int128 {
    var sum: Int128 = 0
    var named: Set<Int> = []
    for expert in experts {
      for priced in days[expert] ?? [] where occupied.contains(priced.held.day) {
        sum += Int128(priced.price)
      }
      named.formUnion(cuts[expert] ?? [])
    }
    for position in named {
      let cut = prices.cuts[position]
      var rows = cut.audits.contains(audit) ? 1 : 0
      rows += experts.count { cut.experts[$0] != nil }
      rows += cut.days.count { experts.contains($0.expert) && occupied.contains($0.day) }
      sum += Int128(cut.price) * Int128(rows / 2)
    }
    return sum
  }

  /// What each step of an expert is worth, where that is below nothing.
  func steps(of record: ExpertRecord, load: Int) -> [Int128] {
    let expert = record.expert
    let named = (cuts[expert.id] ?? []).map { prices.cuts[$0] }
    return (0..<expert.maxAudits).lazy.map { step in
      var over: Int128 = 0
      for cut in named {
        if let used = cut.experts[expert.id], step >= used { over += Int128(cut.price) }
      }
      let cost = Int128(costScale) * Int128(load * (expert.priorLoad + step))
      return min(0, cost - Int128(experts[record.position]) - over)
    }
  }

  /// What all priced rows allow together; nil beyond 128 bits.
  var fixed: Int128? {
    var sum = ExactSum()
    for priced in prices.days { sum.add(Int128(priced.price)) }
    for cut in prices.cuts {
      let used = cut.experts.values.reduce(Int128(0)) { $0 + Int128($1) }
      let limit = (Int128(cut.audits.count) + used + Int128(cut.days.count)) / 2
      sum.add(Int128(cut.price), times: limit)
    }
    return sum.value
  }
}
