extension PlanSearch {
  /// Proves that no plan is better than the best one, finding better ones on the way. Nil when told to
  /// stop.
  func prove() -> Proof? {
    var root = Node(
      decisions: Decisions(), weight: 0,
      weightPrices: Prices(
        scale: 1, costScale: 0, fill: 1, experts: Array(repeating: 0, count: model.roster.count)))
    // Audits that have no panel at all often are all that must stay open.
    guard let round = price(root.weightPrices, root.decisions, values: nil, wanted: 1) else {
      return nil
    }
    guard let weight = round.bound.weight else {
      return .part(.init(weight: root.weightPrices, cost: nil))
    }
    root.weight = weight
    raiseBound(to: Objective(unfilled: weight, cost: 0))
    improveFirst()
    guard let first = price(firstPrices, root.decisions, values: nil, wanted: 1) else { return nil }
    centre = Centre(experts: first.bound.prices.experts, cost: .min)
    if let part = take(first.bound, &root) { return .part(part) }
    return explore(&root, depth: 0, .primal)
  }

  /// Improves the plan that the search began with, and gives the program its columns.
  private func improveFirst() {
    var construction = Construction(model, precheck, stop)
    var draft = best
    construction.improve(&draft, rounds: improvementRounds)
    take(draft)
    master.add(best.columns.compactMap(\.self))
    phase = .solving
  }

  private func explore(_ node: inout Node, depth: Int, _ method: LinearProgram.Method) -> Proof? {
    apply(node)
    var outcome = solve(&node, cutRounds: 0, method)
    if case .open(let solution) = outcome, depth % 4 == 0 {
      guard dive(from: solution, node) else { return nil }
    }
    if case .open = outcome {
      // What cuts are worth to the whole tree, few are to one of its leaves.
      outcome = solve(&node, cutRounds: depth == 0 ? 4 : 0, .primal)
    }
    if case .open(let solution) = outcome, depth == 0, !master.rows.isEmpty {
      guard dive(from: solution, node) else { return nil }
      outcome = solve(&node, cutRounds: 0, .primal)
    }
    switch outcome {
    case .stopped: return nil
    case .closed(let part): return .part(part)
    case .open(let solution):
      guard depth < deepest else { return nil }
      phase = .branching
      guard let split = split(for: solution) else { return nil }
      var yes = node.child(split, true)
      guard let yesProof = explore(&yes, depth: depth + 1, .dual) else { return nil }
      var no = node.child(split, false)
      guard let noProof = explore(&no, depth: depth + 1, .dual) else { return nil }
      return .split(split, yes: yesProof, no: noProof)
    }
  }

  /// Holds the program to a node's decisions.
  private func apply(_ node: Node) {
    for audit in restricted where node.decisions.restrictions[audit] == nil {
      master.restrict(audit, to: Restriction())
    }
    restricted = Set(node.decisions.restrictions.keys).union(model.pinned.keys)
    for audit in restricted {
      master.restrict(audit, to: node.decisions.restrictions[audit] ?? Restriction())
    }
    master.setWeight(atLeast: node.weight)
  }

  /// The question about which a solution is most undecided.
  private func split(for solution: MasterProgram.Solution) -> Split? {
    var best: (split: Split, score: Double)?
    func offer(_ split: Split, _ value: Double, _ weight: Double) {
      let score = (0.5 - abs(value - 0.5)) * weight
      if score > 1e-5, score > (best?.score ?? 0) + 1e-9 { best = (split, score) }
    }
    for audit in model.audits.indices {
      let positions = master.columnsOfAudit[audit].filter { solution.panels[$0] > 1e-6 }
      guard !positions.isEmpty else { continue }
      offer(.filled(audit: audit), 1 - solution.open[audit], 2)
      var experts: [Int: Double] = [:]
      var pairs: [Restriction.Pair: Double] = [:]
      for position in positions {
        let column = master.columns[position]
        for expert in column.members { experts[expert, default: 0] += solution.panels[position] }
        if column.other >= 0 {
          pairs[.init(Int(column.one), Int(column.other)), default: 0] += solution.panels[position]
        }
      }
      for (expert, value) in experts.sorted(by: { $0.key < $1.key }) {
        offer(.serves(audit: audit, expert: expert), value, 1)
      }
      let ordered = pairs.sorted { ($0.key.one, $0.key.other) < ($1.key.one, $1.key.other) }
      for (pair, value) in ordered {
        offer(.together(audit: audit, pair), value, 0.5)
      }
      let days = positions.map { Int(master.columns[$0].start) }
      if let latest = days.max() {
        let value = positions.reduce(0.0) {
          Int(master.columns[$1].start) < latest ? $0 + solution.panels[$1] : $0
        }
        offer(.before(audit: audit, day: latest), value, 0.25)
      }
    }
    return best?.split
  }
}

extension PlanSearch.Node {
  /// The node that an answer leads to.
  fileprivate func child(_ split: Split, _ yes: Bool) -> PlanSearch.Node {
    PlanSearch.Node(
      decisions: decisions.adding(split, yes), weight: weight, weightPrices: weightPrices,
      cost: cost)
  }
}
