import TandemModel

/// The prices of one part of a certificate, ready to be asked for a panel's.
struct PanelPrices: Sendable {
  /// What a panel's own cost is multiplied by.
  let costScale: Int
  private let prices: Certificate.Prices
  private let days: [ExpertID: [Certificate.DayPrice]]
  /// The cuts that name an expert, by their positions.
  private let cuts: [ExpertID: [Int]]

  init(_ prices: Certificate.Prices, costScale: Int) {
    self.prices = prices
    self.costScale = costScale
    days = Dictionary(grouping: prices.days, by: \.held.expert)
    var cuts: [ExpertID: [Int]] = [:]
    for (position, cut) in prices.cuts.enumerated() {
      for expert in Set(cut.experts.keys).union(cut.days.map(\.expert)) {
        cuts[expert, default: []].append(position)
      }
    }
    self.cuts = cuts
  }

  func price(of expert: ExpertID) -> Int { prices.experts[expert] ?? 0 }

  /// Whether what an expert pays beyond their own price can depend on anything but themselves.
  func isPlain(_ expert: ExpertID) -> Bool { days[expert] == nil && cuts[expert] == nil }

  /// What a panel pays for single days and for cuts: never negative.
  func extras(_ audit: AuditID, _ experts: [ExpertID], _ occupied: ClosedRange<Day>) -> Int128 {
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
  func steps(of expert: Expert, load: Int) -> [Int128] {
    let named = (cuts[expert.id] ?? []).map { prices.cuts[$0] }
    return (0..<expert.maxAudits).lazy.map { step in
      var over: Int128 = 0
      for cut in named {
        if let used = cut.experts[expert.id], step >= used { over += Int128(cut.price) }
      }
      let cost = Int128(costScale) * Int128(load * (expert.priorLoad + step))
      return min(0, cost - Int128(price(of: expert.id)) - over)
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
