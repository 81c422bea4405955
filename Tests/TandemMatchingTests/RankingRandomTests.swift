import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The ranking agrees with the rules and the cost rows")
struct RankingRandomTests {
  @Test("in changed small problems", arguments: UInt64(1)...16)
  func changedProblems(_ seed: UInt64) throws {
    var chance = RulesChance(state: seed)
    let (problem, standing) = try RandomProblems.changed(&chance)
    let indexed = IndexedProblem(problem)
    for audit in problem.audits {
      let auditCase = try #require(AuditCase(audit.id, in: indexed, standing: standing))
      let ranked = Array(PanelRanking(of: auditCase))
      let expected = try RandomProblems.everyPanel(of: auditCase)
      #expect(ranked.count == expected.count, "seed \(seed), \(audit.id)")
      let firstDifference = zip(ranked, expected).first { $0 != $1 }
      #expect(firstDifference == nil, "seed \(seed), \(audit.id)")
    }
  }

  @Test("with something to rank in most of those problems")
  func notEmpty() throws {
    var panels = 0
    var filled = 0
    var audits = 0
    for seed in UInt64(1)...16 {
      var chance = RulesChance(state: seed)
      let (problem, standing) = try RandomProblems.changed(&chance)
      let indexed = IndexedProblem(problem)
      for audit in problem.audits {
        let auditCase = try #require(AuditCase(audit.id, in: indexed, standing: standing))
        let count = PanelRanking(of: auditCase).reduce(0) { count, _ in count + 1 }
        panels += count
        filled += count > 0 ? 1 : 0
        audits += 1
      }
    }
    #expect(2 * filled > audits)
    #expect(panels > 1_000)
  }

  @Test("a copy of a ranking goes on by itself")
  func copy() throws {
    let indexed = IndexedProblem(try RulesReference.problem("optonet"))
    let audit = try #require(indexed.problem.audits.first?.id)
    let auditCase = try #require(AuditCase(audit, in: indexed, standing: [:]))
    var one = PanelRanking(of: auditCase)
    let first = one.next()
    var other = one
    #expect(first == PanelRanking(of: auditCase).first { _ in true })
    #expect(one.next() == other.next())
    #expect(one.next() == other.next())
  }
}
