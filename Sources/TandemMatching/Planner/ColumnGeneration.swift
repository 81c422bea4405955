extension PlanSearch {
  /// How many columns an audit may add in one round.
  static let columnsPerRound = 8
  /// After how many rounds the weight is bounded, though columns are still missing: cost is small
  /// beside it, so that its bound is good long before that of cost is.
  private static let roundsPerWeight = 6

  /// Rounding moves a panel's price by one unit for each price in it: so much at the most.
  static let roundingSlack = 8

  /// What prices found: the bound that they prove, and panels that the program would like.
  struct Round {
    let bound: LagrangianBound
    let columns: [Column]
  }

  /// Prices all audits. Nil when told to stop.
  ///
  /// `values` are those of the audits' rows: only panels below are worth a column.
  func price(
    _ prices: Prices, _ decisions: Decisions, values: [Int]?, wanted: Int = columnsPerRound,
    limits: [Int]? = nil
  ) -> Round? {
    let model = model
    let stop = stop
    let slack = Self.roundingSlack
    let restrictions = decisions.restrictions
    let chunk = 16
    let chunks = (model.audits.count + chunk - 1) / chunk
    let answers = inParallel(chunks, chunk: 1) { number in
      var pricing = Pricing(model)
      return (number * chunk..<min(model.audits.count, (number + 1) * chunk)).map {
        audit -> AuditAnswer in
        if stop.isSet { return AuditAnswer(least: nil, columns: []) }
        let restriction = restrictions[audit] ?? Restriction()
        let mayStayOpen = restriction.mayStayOpen && model.pinned[audit] == nil
        let open =
          mayStayOpen ? prices.openPrice(ofPriority: model.audits[audit].priority) : nil
        var limit = open ?? .max
        // The program has panels, or staying open, at about the audit's value.
        if let values, mayStayOpen { limit = min(limit, values[audit] + 2 * slack) }
        if let limits { limit = min(limit, limits[audit]) }
        var query = Pricing.Query(
          audit: audit, prices: prices, restriction: restriction, limit: limit, wanted: wanted)
        var answer = pricing.panels(query)
        if answer.panels.isEmpty, limits != nil { return AuditAnswer(least: limit, columns: []) }
        if answer.panels.isEmpty, limit < open ?? .max {
          query.limit = open ?? .max
          answer = pricing.panels(query)
        }
        let least = answer.least ?? open
        let wantedBelow = values.map { $0[audit] - slack } ?? (limits == nil ? .min : .max)
        return AuditAnswer(
          least: least,
          columns: answer.panels.filter { $0.value < wantedBelow }.map(\.column))
      }
    }.flatMap { $0 }
    if stop.isSet { return nil }
    return Round(
      bound: LagrangianBound(prices, least: answers.map(\.least), in: model),
      columns: answers.flatMap(\.columns))
  }

  private struct AuditAnswer: Sendable {
    let least: Int?
    let columns: [Column]
  }

  /// How solving a node ended.
  enum NodeOutcome {
    /// No plan of the node is better than the best one.
    case closed(Proof.Part)
    /// The program is solved over all columns and does not settle the node.
    case open(MasterProgram.Solution)
    case stopped
  }

  /// What is known of a node before it is solved.
  struct Node {
    let decisions: Decisions
    /// What the weight left open is at least, and the prices that prove it.
    var weight: Int
    var weightPrices: Prices
    /// What plans that leave `weight` open cost at least.
    var cost = 0
  }

  /// Solves the program over all columns of a node, with rows and cuts added as they are needed.
  func solve(_ node: inout Node, cutRounds: Int, _ method: LinearProgram.Method) -> NodeOutcome {
    var method = method
    var cutRoundsLeft = cutRounds
    var rounds = 0
    while true {
      guard master.program.solve(method, stop) == .optimal else {
        return .stopped
      }
      let prices = master.prices(scale: scale)
      let values = master.auditValues(scale: scale)
      if isLarge, node.decisions.answers.isEmpty, node.weight == best.unfilled {
        guard let round = priceBetween(prices, values) else { return .stopped }
        if let part = take(round.bound, &node) { return .closed(part) }
        let added = master.add(round.columns)
        if added > 0 {
          method = master.program.method(afterAdding: added)
          continue
        }
      }
      guard let round = price(prices, node.decisions, values: values) else { return .stopped }
      if let part = take(round.bound, &node) { return .closed(part) }
      rounds += 1
      if rounds % Self.roundsPerWeight == 0, !round.columns.isEmpty {
        switch raiseWeight(&node, master.solution(), prices, isSolved: false) {
        case .closed(let part): return .closed(part)
        case .stopped: return .stopped
        case .changed, .unchanged: break
        }
      }
      let added = master.add(round.columns)
      if added > 0 {
        method = master.program.method(afterAdding: added)
        continue
      }
      let solution = master.solution()
      method = .dual
      if master.add(master.violatedDays(of: solution)) > 0 { continue }
      switch raiseWeight(&node, solution, prices, isSolved: true) {
      case .closed(let part): return .closed(part)
      case .changed: continue
      case .stopped: return .stopped
      case .unchanged: break
      }
      if solution.isIntegral { takePlan(of: solution) }
      if let part = take(round.bound, &node) { return .closed(part) }
      if cutRoundsLeft > 0 {
        cutRoundsLeft -= 1
        if master.add(cuts(for: solution)) > 0 { continue }
      }
      return .open(solution)
    }
  }

  /// Takes a bound on cost in; returns the proof when it closes the node.
  func take(_ bound: LagrangianBound, _ node: inout Node) -> Proof.Part? {
    guard let cost = bound.cost(leavingOpen: node.weight) else {
      return Proof.Part(weight: node.weightPrices, cost: nil)
    }
    node.cost = max(node.cost, cost)
    if node.decisions.answers.isEmpty {
      raiseBound(to: Objective(unfilled: node.weight, cost: max(0, node.cost)))
    }
    guard isBeaten(weight: node.weight, cost: cost) else { return nil }
    return Proof.Part(weight: node.weightPrices, cost: bound.prices)
  }

  private enum WeightOutcome {
    case closed(Proof.Part)
    case changed
    case unchanged
    case stopped
  }

  /// When a solution leaves more weight open than is proven: proves the round-up of it, and holds the
  /// program to that.
  private func raiseWeight(
    _ node: inout Node, _ solution: MasterProgram.Solution, _ prices: Prices, isSolved: Bool
  ) -> WeightOutcome {
    var open = 0.0
    for (audit, value) in solution.open.enumerated() {
      open += value * Double(model.audits[audit].priority)
    }
    guard open > Double(node.weight) + 1e-6, prices.fill > 0 else { return .unchanged }
    // What one unit of weight costs is taken for the scale: then cost is small beside it. An expert has
    // the price of their last step off, which is what load costs: weight has to do with the rest only.
    let experts = prices.experts.enumerated().map { expert, price in
      let steps = max(1, model.roster.capacities[expert])
      return max(0, price - prices.costScale * model.stepCost(of: expert, steps - 1))
    }
    let weightPrices = Prices(
      scale: prices.fill, costScale: 0, fill: prices.fill, experts: experts,
      days: prices.days, cuts: prices.cuts)
    guard let round = price(weightPrices, node.decisions, values: nil, wanted: 1) else {
      return .stopped
    }
    guard let weight = round.bound.weight else {
      return .closed(Proof.Part(weight: weightPrices, cost: nil))
    }
    if weight > node.weight {
      node.weight = weight
      node.weightPrices = weightPrices
      node.cost = 0
      if node.decisions.answers.isEmpty {
        raiseBound(to: Objective(unfilled: weight, cost: 0))
      }
      if isBeaten(weight: weight, cost: nil) {
        return .closed(Proof.Part(weight: weightPrices, cost: nil))
      }
      master.setWeight(atLeast: weight)
      return .changed
    }
    return isSolved && raiseWeightCost(node.decisions) ? .changed : .unchanged
  }

  /// Makes weight matter more beside cost; false when numbers would get too large.
  private func raiseWeightCost(_ decisions: Decisions) -> Bool {
    let priority = Double(model.audits.map(\.priority).max() ?? 1)
    let raised = master.weightCost * 16
    guard raised * priority * Double(scale) * Double(master.costUnit) < 0x1p52 else { return false }
    master.setWeightCost(raised)
    for (audit, restriction) in decisions.restrictions { master.restrict(audit, to: restriction) }
    for audit in model.pinned.keys { master.restrict(audit, to: Restriction()) }
    return true
  }

  /// Takes the plan that an integral solution is.
  private func takePlan(of solution: MasterProgram.Solution) {
    let columns = solution.panels.indices.filter { solution.panels[$0] > 0.5 }
    if let draft = Draft(columns.map { master.columns[$0] }, in: model) { take(draft) }
  }
}
