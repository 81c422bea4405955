import Foundation
import Testing

@testable import TandemMatching
@testable import TandemModel

/// What tests of the planner share.
enum PlannerSample {
  private struct Optimum: Decodable {
    var unfilled: Int
    var cost: Int
  }

  /// The proven optimum of a shared instance.
  static func optimum(of instance: String) throws -> Objective {
    let file = FilesInstanceTests.folder.appending(path: "optima.json")
    let optima = try JSONDecoder().decode([String: Optimum].self, from: Data(contentsOf: file))
    let optimum = try #require(optima[instance])
    return Objective(unfilled: optimum.unfilled, cost: optimum.cost)
  }

  /// A tiny instance changed in policy, costs, windows, capacities, waivers and current panels.
  static func problem(seed: UInt64) throws -> Problem {
    var chance = RulesChance(state: seed)
    let instance = try #require(RulesReference.instances.randomElement(using: &chance))
    let read = try RulesReference.problem(instance)
    let ids = read.experts.map(\.id)
    var policy = read.policy
    for label in policy.labels.keys.sorted() {
      let panel = chance.once(in: 4) ? 1 : 2
      policy.labels[label]?.panel = panel
      policy.labels[label]?.nationals =
        [0...0, 0...1, 1...1, 0...panel].randomElement(using: &chance) ?? 0...0
      policy.labels[label]?.lead = Bool.random(using: &chance)
      policy.labels[label]?.days = Int.random(in: 1...3, using: &chance)
    }
    policy.sameCountry = Bool.random(using: &chance) ? .forbid : .allow
    policy.restDays = Int.random(in: 0...3, using: &chance)
    let most = [0, 1, 20].randomElement(using: &chance) ?? 0
    policy.costs = Costs { _ in Int.random(in: 0...most, using: &chance) }
    let experts = read.experts.map { expert in
      var expert = expert
      expert.maxAudits = [0, 1, 2, 2, 6, 10_000].randomElement(using: &chance) ?? 0
      expert.priorLoad = Int.random(in: 0...3, using: &chance)
      return expert
    }
    var current: [AuditID: CurrentPanel] = [:]
    let few = chance.once(in: 4) ? read.audits.prefix(1) : read.audits[...]
    let audits = few.map { audit in
      var audit = audit
      // All in one fortnight, so that days are short.
      let first = read.horizon.lowerBound.adding(Int.random(in: 0...6, using: &chance))
      audit.window = first...first.adding(Int.random(in: 2...7, using: &chance))
      audit.priority = Int.random(in: 1...4, using: &chance)
      audit.preferred = chance.once(in: 2) ? first.adding(20) : nil
      audit.waivers = ids.filter { _ in chance.once(in: 3) }.map { .expert(.interest, $0) }
      if chance.once(in: 3) { audit.waivers.append(.window(days: 2)) }
      if chance.once(in: 3) {
        current[audit.id] = CurrentPanel(
          start: first, experts: Set(ids.shuffled(using: &chance).prefix(2)), pinned: false)
      }
      return audit
    }
    return Problem(
      horizon: read.horizon, policy: policy, experts: experts, audits: audits,
      unavailable: read.unavailable.filter { _ in chance.once(in: 2) }, current: current,
      groups: read.groups, interests: read.interests.filter { _ in chance.once(in: 2) },
      relations: read.relations, history: read.history, travel: read.travel,
      closures: read.closures)
  }

  /// The same problem with another policy of costs, and other rows of audits and experts.
  static func changed(
    _ problem: Problem, experts: [Expert]? = nil, audits: [Audit]? = nil, costs: Costs? = nil,
    relations: Set<Relation>? = nil
  ) -> Problem {
    var policy = problem.policy
    policy.costs = costs ?? policy.costs
    return Problem(
      horizon: problem.horizon, policy: policy, experts: experts ?? problem.experts,
      audits: audits ?? problem.audits, unavailable: problem.unavailable,
      current: audits == nil ? problem.current : [:], groups: problem.groups,
      interests: problem.interests, relations: relations ?? problem.relations,
      history: problem.history, travel: problem.travel, closures: problem.closures)
  }
}
