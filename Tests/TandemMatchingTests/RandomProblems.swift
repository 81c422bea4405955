import Testing

@testable import TandemMatching
@testable import TandemModel

/// Small problems in which anything may be, and all panels of their audits.
enum RandomProblems {
  /// A tiny instance changed in policy, costs, waivers, current and standing panels.
  static func changed(
    _ chance: inout RulesChance
  ) throws -> (problem: Problem, standing: [AuditID: CurrentPanel]) {
    let instance = try #require(RulesReference.instances.randomElement(using: &chance))
    let read = try RulesReference.problem(instance)
    var policy = read.policy
    for label in policy.labels.keys.sorted() {
      let panel = chance.once(in: 3) ? 1 : 2
      let nationals = [0...0, 0...1, 1...1, 0...panel, panel...panel].randomElement(using: &chance)
      policy.labels[label]?.panel = panel
      policy.labels[label]?.nationals = nationals ?? 0...0
      policy.labels[label]?.lead = Bool.random(using: &chance)
      policy.labels[label]?.level = chance.once(in: 2) ? .b1 : .c1
      policy.labels[label]?.days = Int.random(in: 1...3, using: &chance)
    }
    policy.sameCountry = Bool.random(using: &chance) ? .forbid : .allow
    policy.restDays = Int.random(in: 0...3, using: &chance)
    let most = [0, 1, 20].randomElement(using: &chance) ?? 0
    policy.costs = Costs { _ in Int.random(in: 0...most, using: &chance) }

    var current: [AuditID: CurrentPanel] = [:]
    var standing: [AuditID: CurrentPanel] = [:]
    let audits = read.audits.map { audit in
      var audit = audit
      let others = audit.languages + ["de", "en", "fr"].compactMap { Language($0) }
      audit.languages = others.filter { $0 != audit.languages[0] }.reduce([audit.languages[0]]) {
        $0.contains($1) ? $0 : $0 + [$1]
      }
      audit.preferred = chance.once(in: 2) ? audit.window.lowerBound.adding(9) : nil
      audit.waivers = waivers(for: read.experts.map(\.id), &chance)
      for isStanding in [false, true] where chance.once(in: 2) {
        let experts = Set(read.experts.map(\.id).shuffled(using: &chance).prefix(2))
        let start = audit.window.lowerBound.adding(Int.random(in: 0...9, using: &chance))
        let panel = CurrentPanel(start: start, experts: experts, pinned: chance.once(in: 3))
        if isStanding { standing[audit.id] = panel } else { current[audit.id] = panel }
      }
      return audit
    }
    let problem = Problem(
      horizon: read.horizon, policy: policy, experts: read.experts, audits: audits,
      unavailable: read.unavailable, current: current, groups: read.groups,
      interests: read.interests.filter { _ in chance.once(in: 2) }, relations: read.relations,
      history: read.history, travel: read.travel, closures: read.closures)
    return (problem, standing)
  }

  private static func waivers(for experts: [ExpertID], _ chance: inout RulesChance) -> [Waiver] {
    var waivers: [Waiver] = []
    for rule in Waiver.ofExpert.sorted(by: { $0.rawValue < $1.rawValue }) {
      waivers += experts.filter { _ in chance.once(in: 4) }.map { .expert(rule, $0) }
    }
    for rule in Waiver.ofPair.sorted(by: { $0.rawValue < $1.rawValue }) {
      for (place, one) in experts.enumerated() {
        waivers += experts[(place + 1)...].filter { _ in chance.once(in: 4) }
          .map { .pair(rule, one, $0) }
      }
    }
    for rule in Waiver.ofPanel.sorted(by: { $0.rawValue < $1.rawValue }) where chance.once(in: 4) {
      waivers.append(.panel(rule))
    }
    if chance.once(in: 3) { waivers.append(.window(days: Int.random(in: 1...9, using: &chance))) }
    return waivers
  }

  /// All panels without a breach but PINNED, in the order of the ranking.
  static func everyPanel(of auditCase: AuditCase) throws -> [RankedPanel] {
    let experts = auditCase.indexed.problem.experts.map(\.id)
    var panels: [Seats] = []
    for (place, one) in experts.enumerated() {
      if auditCase.labelPolicy.panel == 1 {
        panels.append(Seats(one))
      } else {
        panels += experts[(place + 1)...].compactMap { Seats([one, $0]) }
      }
    }
    let window = auditCase.audit.window
    let days = (-10...window.lowerBound.days(to: window.upperBound) + 10).map {
      window.lowerBound.adding($0)
    }
    var ranked: [RankedPanel] = []
    for start in days where auditCase.starts.contains(start) {
      for seats in panels {
        let breaches = auditCase.breaches(of: seats.experts, on: start)
        guard breaches.allSatisfy({ $0.rule == .pinned }) else { continue }
        let panel = Panel(
          start: start, seats: seats, language: try #require(auditCase.language(of: seats)))
        let rows = auditCase.costRows(of: seats, on: start)
        ranked.append(RankedPanel(panel: panel, cost: rows.reduce(0) { $0 + $1.amount }))
      }
    }
    return ranked.sorted {
      ($0.cost, $0.panel.start, $0.panel.seats) < ($1.cost, $1.panel.start, $1.panel.seats)
    }
  }
}
