import TandemModel

/// Checks certificates of one problem, by looking at every valid panel: whole numbers of 128 bits, and
/// nothing of the planner's.
public struct CertificateChecker: Sendable {
  /// What came of a check.
  public enum Verdict: Hashable, Sendable {
    /// The plan is valid, and no plan is better.
    case proven
    /// The plan is not valid, or the certificate does not prove it best: why, in one English sentence
    /// with its full stop.
    case refused(String)
  }

  private let indexed: IndexedProblem
  private let tables: [PanelTable]
  private let auditIDs: Set<AuditID>
  private let expertIDs: Set<ExpertID>

  public init(_ indexed: IndexedProblem) {
    self.indexed = indexed
    let problem = indexed.problem
    let cases = problem.audits.compactMap { AuditCase($0.id, in: indexed, standing: [:]) }
    tables = inParallel(cases.count) { PanelTable(cases[$0]) }
    auditIDs = Set(problem.audits.map(\.id))
    expertIDs = Set(problem.experts.map(\.id))
  }

  /// Whether the certificate proves that no plan of the problem is better than this one.
  ///
  /// What the plan claims to be worth is not looked at.
  public func check(_ certificate: Certificate, of plan: Plan) -> Verdict {
    let verdict = PlanVerifier(indexed).verdict(on: plan)
    guard let objective = verdict.objective else {
      return .refused(verdict.findings.first?.sentence ?? "The plan is not valid.")
    }
    do throws(Refusal) {
      try check(certificate.proof, [:], objective)
      return .proven
    } catch {
      return .refused(error.reason)
    }
  }

  private struct Refusal: Error {
    let reason: String
  }

  private func check(
    _ part: Certificate.Part, _ answers: [AuditID: [PanelAnswer]], _ objective: Objective
  ) throws(Refusal) {
    switch part {
    case .prices(let weight, let cost):
      try check(weight, cost, answers, objective)
    case .weight(let weight, let unreadableCost):
      guard try !suffices(weight, answers, objective) else { return }
      let fault = unreadableCost.faults.faults.first.map { ": \($0)" } ?? ""
      throw Refusal(reason: "A part needs its prices of cost, which cannot be read\(fault).")
    case .split(let split, let yes, let no):
      guard auditIDs.contains(split.audit) else {
        throw Refusal(reason: "A split is of \(split.audit), which the problem does not have.")
      }
      for (part, isYes) in [(yes, true), (no, false)] {
        var answers = answers
        answers[split.audit, default: []].append(.init(split: split, isYes: isYes))
        try check(part, answers, objective)
      }
    }
  }

  /// A part without split: it must prove that all its plans leave more open, or as much and cost no
  /// less, or that there are none.
  private func check(
    _ weight: Certificate.Prices, _ cost: Certificate.Prices?,
    _ answers: [AuditID: [PanelAnswer]], _ objective: Objective
  ) throws(Refusal) {
    guard try !suffices(weight, answers, objective) else { return }
    guard let cost else {
      throw Refusal(reason: "A part proves nothing about cost, and its weight does not suffice.")
    }
    guard let leastCost = try bound(cost, .cost(unfilled: objective.unfilled), answers) else {
      return
    }
    guard leastCost >= Int128(objective.cost) else {
      throw Refusal(
        reason: "A part proves a cost of \(leastCost), less than the plan's \(objective.cost).")
    }
  }

  /// Whether prices prove that plans leave more open than the plan, or that there are none; throws when
  /// they prove less than what it leaves open.
  private func suffices(
    _ weight: Certificate.Prices, _ answers: [AuditID: [PanelAnswer]],
    _ objective: Objective
  ) throws(Refusal) -> Bool {
    guard let least = try bound(weight, .weight, answers) else { return true }
    guard least >= Int128(objective.unfilled) else {
      throw Refusal(
        reason: "A part proves an unfilled weight of \(least), less than the plan's "
          + "\(objective.unfilled).")
    }
    return least > Int128(objective.unfilled)
  }

  private enum Measure {
    case weight
    case cost(unfilled: Int)
  }

  /// What prices prove of the weight left open or of cost, rounded up; nil when some audit has no
  /// choice left.
  private func bound(
    _ prices: Certificate.Prices, _ measure: Measure, _ answers: [AuditID: [PanelAnswer]]
  ) throws(Refusal) -> Int128? {
    try refuseUnknown(prices)
    let (costScale, openPrice, load): (Int, Int, Int) =
      switch measure {
      case .weight: (0, prices.scale, 0)
      case .cost: (prices.scale, prices.fill, indexed.problem.policy.costs[.load])
      }
    let panelPrices = PanelPrices(prices, costScale: costScale, in: indexed)
    let choices = inParallel(tables.count) { position in
      let table = tables[position]
      return PanelWalk.cheapestChoice(
        table, panelPrices, openPrice: openPrice, answers[table.audit] ?? [])
    }
    var sum = ExactSum()
    for choice in choices {
      guard let choice else { return nil }
      sum.add(choice)
    }
    for record in indexed.records {
      for step in panelPrices.steps(of: record, load: load) { sum.add(step) }
    }
    sum.subtract(panelPrices.fixed)
    if case .cost(let unfilled) = measure {
      sum.subtract(Int128(prices.fill), times: Int128(unfilled))
    }
    guard let total = sum.value else {
      throw Refusal(reason: "A part has sums beyond 128 bits.")
    }
    let (quotient, remainder) = total.quotientAndRemainder(dividingBy: Int128(prices.scale))
    return remainder > 0 ? quotient + 1 : quotient
  }

  private func refuseUnknown(_ prices: Certificate.Prices) throws(Refusal) {
    let named =
      [Set(prices.experts.keys), Set(prices.days.map(\.held.expert))]
      + prices.cuts.map { Set($0.experts.keys).union($0.days.map(\.expert)) }
    for expert in named.flatMap({ $0 }) where !expertIDs.contains(expert) {
      throw Refusal(reason: "A price is of \(expert), whom the problem does not have.")
    }
  }
}
