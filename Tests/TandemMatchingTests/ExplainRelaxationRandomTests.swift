import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The relaxations agree with every panel and start looked at one by one")
struct ExplainRelaxationRandomTests {
  private struct Found {
    let needed: Set<Waiver>
    let panel: RankedPanel

    private var window: Int {
      for case .window(let days) in needed { return days }
      return 0
    }

    private var others: Set<Waiver> { needed.filter { $0.rule != .window } }

    func asksForNoMore(than other: Found) -> Bool {
      others.isSubset(of: other.others) && window <= other.window
    }
  }

  /// A random problem with few experts.
  private func scarce(_ chance: inout RulesChance) throws -> Problem {
    let problem = try RandomProblems.changed(&chance).problem
    return Problem(
      horizon: problem.horizon, policy: problem.policy,
      experts: Array(problem.experts.shuffled(using: &chance).prefix(4)),
      audits: problem.audits, unavailable: problem.unavailable, current: problem.current,
      groups: problem.groups, interests: problem.interests, relations: problem.relations,
      history: problem.history, travel: problem.travel, closures: problem.closures)
  }

  /// What each panel needs that only breaks rules that can be waived.
  private func everyPanel(of auditCase: AuditCase) -> [Found] {
    let experts = auditCase.indexed.problem.experts.map(\.id)
    let window = auditCase.audit.window
    let days = (-29...window.lowerBound.days(to: window.upperBound) + 29)
      .map { window.lowerBound.adding($0) }
    var found: [Found] = []
    for (place, one) in experts.enumerated() {
      let panels =
        auditCase.labelPolicy.panel == 1
        ? [Seats(one)] : experts[(place + 1)...].compactMap { Seats([one, $0]) }
      for seats in panels {
        for start in days {
          var breaches = auditCase.breaches(of: seats.experts, on: start)
            .filter { $0.rule != .pinned }
          if breaches.contains(where: { $0.rule == .homeCountry }) {
            breaches.removeAll { $0.rule == .nationals }
          }
          let waivers = breaches.compactMap(\.waiver)
          guard waivers.count == breaches.count, let language = auditCase.language(of: seats)
          else { continue }
          let cost = auditCase.costRows(of: seats, on: start).total
          let panel = Panel(start: start, seats: seats, language: language)
          found.append(
            Found(needed: Set(waivers), panel: RankedPanel(panel: panel, cost: cost)))
        }
      }
    }
    return found
  }

  @Test("with waivers to name in many of those problems")
  func notEmpty() throws {
    var audits = 0
    for seed in UInt64(1)...12 {
      var chance = RulesChance(state: seed)
      let problem = try scarce(&chance)
      let indexed = IndexedProblem(problem)
      audits += problem.audits.count { audit in
        AuditCase(audit.id, in: indexed, standing: [:])?.relaxations()
          .contains { !$0.waivers.isEmpty } ?? false
      }
    }
    #expect(audits >= 10)
  }

  @Test("in small problems of few experts", arguments: UInt64(1)...12)
  func few(_ seed: UInt64) throws {
    var chance = RulesChance(state: seed)
    let problem = try scarce(&chance)
    let indexed = IndexedProblem(problem)
    for audit in problem.audits {
      let auditCase = try #require(AuditCase(audit.id, in: indexed, standing: [:]))
      var best: [Set<Waiver>: Found] = [:]
      for found in everyPanel(of: auditCase) {
        if let known = best[found.needed], known.panel.comesBefore(found.panel) { continue }
        best[found.needed] = found
      }
      let least = best.values.filter { one in
        !best.values.contains { $0.needed != one.needed && $0.asksForNoMore(than: one) }
      }
      let expected = least.map { found in
        Relaxation(
          waivers: found.needed.sorted(), weight: found.needed.reduce(0) { $0 + $1.weight },
          panel: found.panel.panel, cost: found.panel.cost)
      }.sorted()
      #expect(auditCase.relaxations() == expected, "seed \(seed), \(audit.id)")
    }
  }
}
