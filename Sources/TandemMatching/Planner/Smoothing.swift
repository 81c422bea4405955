extension PlanSearch {
  /// Prices that proved a good bound.
  struct Centre {
    var experts: [Int]
    /// The cost that they prove.
    var cost: Int
  }

  /// Prices as the first plan suggests them: each expert costs what their last audit does.
  var firstPrices: Prices {
    Prices(
      scale: scale, costScale: scale,
      fill: Int(master.weightCost) * scale * master.costUnit,
      experts: model.roster.records.indices.map {
        scale * model.stepCost(of: $0, max(0, best.standing.count(of: $0) - 1))
      })
  }

  /// Prices all audits half way between the program's prices and those that proved the best bound;
  /// the columns are those that the program wants. Nil when told to stop.
  ///
  /// The program's own prices leap from round to round as long as many columns are missing: panels
  /// that are good at prices in between are good later, too.
  func priceBetween(_ prices: Prices, _ values: [Int]) -> Round? {
    let near = centre?.experts ?? prices.experts
    let between = Prices(
      scale: prices.scale, costScale: prices.costScale, fill: prices.fill,
      experts: zip(near, prices.experts).map { ($0 + $1) / 2 }, days: prices.days,
      cuts: prices.cuts)
    // No audit pays more than for the panels that the program gives it, and those beyond by far are
    // of no use; one unit of cost leaves room for some others.
    var limits = Array(repeating: Int.max, count: model.audits.count)
    let panels = master.solution().panels
    for (column, value) in zip(master.columns, panels)
    where value > MasterProgram.Solution.tolerance {
      let audit = Int(column.audit)
      let price = between.value(of: column, occupied: model.audits[audit].occupied)
      limits[audit] = min(limits[audit], price + between.scale * master.costUnit)
    }
    guard let round = price(between, Decisions(), values: nil, limits: limits) else { return nil }
    if let cost = round.bound.cost(leavingOpen: best.unfilled), cost > centre?.cost ?? .min {
      centre = Centre(experts: between.experts, cost: cost)
    }
    let wanted = round.columns.filter { column in
      let audit = Int(column.audit)
      return prices.value(of: column, occupied: model.audits[audit].occupied)
        < values[audit] - Self.roundingSlack
    }
    return Round(bound: round.bound, columns: wanted)
  }
}
