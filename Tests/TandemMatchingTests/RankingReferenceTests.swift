import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The ranking agrees with the reference model")
struct RankingReferenceTests {
  private struct Expected {
    let audit: AuditID
    let count: Int
    var best: [String] = []
  }

  /// The rankings of one instance, in the order of the audits' ids.
  private func expected(_ instance: String) throws -> [Expected] {
    var isOfInstance = false
    var rankings: [Expected] = []
    for row in try RulesReference.rows("rankings") {
      if let count = row.count == 3 ? Int(row[2]) : nil {
        isOfInstance = row[0] == instance
        guard isOfInstance else { continue }
        rankings.append(Expected(audit: try #require(AuditID(row[1])), count: count))
      } else if isOfInstance {
        rankings[rankings.count - 1].best.append(row.joined(separator: "|"))
      }
    }
    return rankings
  }

  private func line(_ ranked: RankedPanel) -> String {
    let experts = ranked.panel.seats.experts.map(\.text).joined(separator: ",")
    return "\(ranked.cost)|\(ranked.panel.start)|\(experts)|\(ranked.panel.language)"
  }

  @Test("in all panels of small instances", arguments: RulesReference.instances)
  func whole(_ instance: String) throws {
    try compare(instance) { ranking, expected in
      #expect(ranking.map(line) == expected.best, "\(expected.audit)")
      #expect(expected.best.count == expected.count)
    }
  }

  @Test("in the best panels of large instances", arguments: ["optonet", "year-060", "replan-100"])
  func best(_ instance: String) throws {
    try compare(instance) { ranking, expected in
      #expect(ranking.prefix(20).map(line) == expected.best, "\(expected.audit)")
      #expect(expected.best.count == min(20, expected.count))
    }
  }

  private func compare(
    _ instance: String, _ check: (PanelRanking, Expected) throws -> Void
  ) throws {
    let problem = try RulesReference.problem(instance)
    let indexed = IndexedProblem(problem)
    let rankings = try expected(instance)
    #expect(rankings.map(\.audit) == problem.audits.map(\.id))
    for expected in rankings {
      let auditCase = try #require(AuditCase(expected.audit, in: indexed, standing: [:]))
      try check(PanelRanking(of: auditCase), expected)
    }
  }
}
