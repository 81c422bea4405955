import Testing

@testable import TandemMatching
@testable import TandemModel

/// A small instance with more in it that plans can break, and random plans for it, most of them a
/// valid one with something changed.
struct VerifyPlans {
  let problem: Problem
  private let indexed: IndexedProblem
  private let experts: [ExpertID]

  static func random(_ chance: inout RulesChance) throws -> VerifyPlans {
    let instance = try #require(RulesReference.instances.randomElement(using: &chance))
    let read = try RulesReference.problem(instance)
    let experts = read.experts.map(\.id)
    var policy = read.policy
    policy.sameCountry = chance.once(in: 3) ? .allow : .forbid
    policy.restDays = Int.random(in: 0...3, using: &chance)
    for label in policy.labels.keys.sorted() {
      let panel = policy.labels[label]?.panel ?? 2
      let nationals = [0...0, 0...1, 1...1, 0...panel].randomElement(using: &chance)
      policy.labels[label]?.nationals = nationals ?? 0...0
    }
    let audits = read.audits.map { audit in
      var audit = audit
      audit.languages += ["en", "de"].filter { !audit.languages.contains($0) }.prefix(1)
      audit.objections = Set(experts.shuffled(using: &chance).prefix(1))
      audit.recusals = Set(experts.shuffled(using: &chance).prefix(1))
      return audit
    }
    let relations = (0..<4).compactMap { _ in
      let pair = experts.shuffled(using: &chance)
      return Relation(pair[0], pair[1])
    }
    let employed = try #require(policy.coolingOff.keys.min())
    let interests = experts.shuffled(using: &chance).prefix(4).map {
      Interest(expert: $0, organisation: "SHARED", kind: employed)
    }
    let history = audits.map { audit in
      let served = experts.shuffled(using: &chance).prefix(2)
      return HeldAudit(
        cluster: audit.cluster, date: audit.window.lowerBound.adding(-200), experts: Set(served))
    }
    var problem = Problem(
      horizon: read.horizon, policy: policy,
      experts: read.experts.map { expert in
        var expert = expert
        expert.maxAudits = Int.random(in: 1...2, using: &chance)
        if chance.once(in: 6) { expert.accredited = [] }
        return expert
      },
      audits: audits, unavailable: read.unavailable, groups: read.groups,
      interests: read.interests + interests, relations: read.relations.union(relations),
      history: read.history + history, travel: read.travel, closures: read.closures)
    for entry in VerifyPlans(problem, experts).plan(&chance).panels where chance.once(in: 3) {
      problem.current[entry.audit] = CurrentPanel(
        start: entry.start, experts: Set(entry.experts), pinned: true)
    }
    return VerifyPlans(problem, experts)
  }

  private init(_ problem: Problem, _ experts: [ExpertID]) {
    self.problem = problem
    self.experts = experts
    indexed = IndexedProblem(problem)
  }

  /// A valid plan with its objective.
  func plan(_ chance: inout RulesChance) -> Plan {
    var standing: [AuditID: CurrentPanel] = [:]
    var plan = Plan(
      panels: [], objective: Objective(unfilled: 0, cost: 0), bound: nil, optimal: false)
    let pinned = problem.audits.filter { problem.pinnedPanels[$0.id] != nil }
    for audit in pinned + problem.audits.shuffled(using: &chance) where standing[audit.id] == nil {
      guard let auditCase = AuditCase(audit.id, in: indexed, standing: standing) else { continue }
      let pin = problem.pinnedPanels[audit.id]
      let beside = pinned.filter { $0.id != audit.id && standing[$0.id] == nil }
      let choice = PanelRanking(of: auditCase).lazy.filter { ranked in
        pin.map { $0.start == ranked.panel.start && $0.experts == Set(ranked.panel.seats.experts) }
          ?? beside.isEmpty
      }.prefix(20).randomElement(using: &chance)
      guard let ranked = choice else {
        plan.objective.unfilled += audit.priority
        continue
      }
      standing[audit.id] = CurrentPanel(
        start: ranked.panel.start, experts: Set(ranked.panel.seats.experts), pinned: false)
      plan.objective.cost += ranked.cost
      plan.panels.append(
        Plan.Entry(
          audit: audit.id, start: ranked.panel.start,
          experts: ranked.panel.seats.experts.shuffled(using: &chance),
          language: ranked.panel.language))
    }
    return plan
  }

  /// A valid plan, changed once or twice or not at all.
  func changedPlan(_ chance: inout RulesChance) -> Plan {
    var plan = plan(&chance)
    for _ in 0..<[0, 1, 1, 2, 2][Int.random(in: 0..<5, using: &chance)] { change(&plan, &chance) }
    guard Bool.random(using: &chance) else { return plan }
    // What it is worth now, so that it is refused for what was changed or not at all.
    if let objective = PlanVerifier(indexed).verdict(on: plan).objective {
      plan.objective = objective
    }
    return plan
  }

  private func change(_ plan: inout Plan, _ chance: inout RulesChance) {
    guard let place = plan.panels.indices.randomElement(using: &chance) else { return }
    let entry = plan.panels[place]
    switch Int.random(in: 0...21, using: &chance) {
    case 0: plan.panels.remove(at: place)
    case 1: plan.panels.append(entry)
    case 2: plan.panels[place].audit = "UNKNOWN"
    case 3: plan.panels[place].experts = ["UNKNOWN"] + entry.experts.dropFirst()
    case 4: plan.panels[place].experts.append(experts[0])
    case 5: plan.panels[place].experts = Array(entry.experts.dropLast())
    case 6: plan.panels[place].start = entry.start.adding(Int.random(in: -9...9, using: &chance))
    case 7, 8:
      let languages = problem.audit(entry.audit)?.languages ?? ["it"]
      let others = languages.filter { $0 != entry.language }
      plan.panels[place].language = others.randomElement(using: &chance) ?? "it"
    case 9: plan.objective.cost += Int.random(in: 0...1, using: &chance)
    case 10:
      plan.bound = plan.objective
      plan.bound?.cost += Int.random(in: 0...2, using: &chance)
      plan.optimal = Bool.random(using: &chance)
    default: breakRule(at: place, of: &plan, &chance)
    }
  }

  /// Puts a panel at a place that breaks one rule, if a few random ones do, and few others.
  private func breakRule(at place: Int, of plan: inout Plan, _ chance: inout RulesChance) {
    let rules = Rule.allCases.filter { $0 != .size && $0 != .pinned }
    guard let rule = rules.randomElement(using: &chance) else { return }
    let audit = plan.panels[place].audit
    var standing: [AuditID: CurrentPanel] = [:]
    for other in plan.panels where other.audit != audit {
      standing[other.audit] = CurrentPanel(
        start: other.start, experts: Set(other.experts), pinned: false)
    }
    guard let auditCase = AuditCase(audit, in: indexed, standing: standing) else { return }
    var fewest = Int.max
    for _ in 0..<16 {
      let drawn = experts.shuffled(using: &chance).prefix(auditCase.labelPolicy.panel)
      let nearby = standing.values.map(\.start).sorted().randomElement(using: &chance)
      let starts = auditCase.starts.filter { start in
        rule != .busy || (nearby.map { abs($0.days(to: start)) < 4 } ?? true)
      }
      guard let start = starts.randomElement(using: &chance), let seats = Seats(drawn) else {
        return
      }
      let breaches = auditCase.breaches(of: drawn, on: start)
      guard breaches.contains(where: { $0.rule == rule }), breaches.count < fewest else {
        continue
      }
      fewest = breaches.count
      plan.panels[place].experts = Array(drawn)
      plan.panels[place].start = start
      plan.panels[place].language = auditCase.language(of: seats) ?? auditCase.audit.languages[0]
    }
  }
}
