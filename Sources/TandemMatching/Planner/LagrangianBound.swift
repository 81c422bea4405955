/// What prices prove, in whole numbers: no plan is worth less.
///
/// Each audit pays its cheapest panel or for staying open, each expert takes the steps that pay, and
/// what the priced rows allow is given back. These are the sums of a certificate.
struct LagrangianBound: Sendable {
  /// In units of 1/scale, before the weight left open is taken off. Nil when some audit has no choice
  /// left: then there is no plan.
  let total: Int128?
  let prices: Prices

  /// What the weight left open is at least.
  var weight: Int? { total.map { Int(clamping: $0.dividedRoundingUp(by: Int128(prices.scale))) } }

  /// What plans that leave exactly that much open cost at least.
  func cost(leavingOpen unfilled: Int) -> Int? {
    total.map {
      let sum = $0 - Int128(prices.fill) * Int128(unfilled)
      return Int(clamping: sum.dividedRoundingUp(by: Int128(prices.scale)))
    }
  }

  /// `least` is the price of the cheapest panel of each audit, at most that of staying open; nil where
  /// it has neither.
  init(_ prices: Prices, least: [Int?], in model: PlanningModel) {
    self.prices = prices
    var total: Int128 = 0
    for value in least {
      guard let value else {
        self.total = nil
        return
      }
      total += Int128(value)
    }
    let loadScale = prices.costScale
    for expert in model.roster.records.indices {
      let price = prices.experts[expert]
      let named = (prices.cutsOfExpert[expert] ?? []).map { prices.cuts[$0] }
      // Beyond as many steps as there are audits each is as the one before, and never taken.
      for step in 0..<model.roster.capacities[expert] {
        var over = 0
        for priced in named {
          for member in priced.cut.members where member.expert == expert && step >= member.steps {
            over += priced.price
          }
        }
        let value = loadScale * model.stepCost(of: expert, step) - price - over
        // Later steps only cost more, unless a cut still begins to pay for them.
        if value >= 0, named.isEmpty { break }
        total += Int128(min(0, value))
      }
    }
    for expert in prices.days.keys {
      for priced in prices.days[expert] ?? [] { total -= Int128(priced.price) }
    }
    for priced in prices.cuts { total -= Int128(priced.price) * Int128(priced.cut.limit) }
    self.total = total
  }
}

extension Int128 {
  /// The quotient, rounded towards positive infinity; the divisor is positive.
  func dividedRoundingUp(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
