import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The rules and costs agree with the reference model")
struct RulesReferenceTests {
  /// A code as make.py writes it: with the expert where the rule is one for one expert.
  private func code(_ breach: any Breach) -> String {
    let isOfExpert =
      Rule.allCases.prefix { $0 != .size }.contains(breach.rule)
      || [.busy, .capacity].contains(breach.rule)
    return isOfExpert ? "\(breach.rule.rawValue):\(breach.experts[0])" : breach.rule.rawValue
  }

  @Test("about random panels, most of them not valid", arguments: RulesReference.instances)
  func panels(_ instance: String) throws {
    let indexed = IndexedProblem(try RulesReference.problem(instance))
    let rows = try RulesReference.rows("checks").filter { $0[0] == instance }
    #expect(rows.count >= 64)
    for row in rows {
      let audit = try #require(AuditID(row[1]))
      let auditCase = try #require(AuditCase(audit, in: indexed, standing: [:]))
      let start = try #require(Day(row[2]))
      let experts = try RulesReference.experts(row[3])
      let breaches = auditCase.breaches(of: experts, on: start)
      #expect(
        Set(breaches.map(code)).sorted() == row[4].split(separator: " ").map(String.init),
        "\(row)")
      guard let cost = Int(row[5]) else { continue }
      let seats = try #require(Seats(experts))
      let rows = auditCase.costRows(of: seats, on: start)
      #expect(rows.reduce(0) { $0 + $1.amount } == cost, "\(row): \(rows)")
      #expect(auditCase.language(of: seats)?.text == row[6], "\(row)")
    }
  }

  @Test(
    "about panels that stand beside each other",
    arguments: RulesReference.instances + ["replan-100", "disrupted-100"])
  func plans(_ instance: String) throws {
    let problem = try RulesReference.problem(instance)
    let indexed = IndexedProblem(problem)
    let rows = try RulesReference.rows("plans").filter { $0[0] == instance }
    #expect(rows.count >= 6)
    for row in rows {
      let plan = try row[1].split(separator: ";").map { text in
        let parts = text.split { $0 == "@" || $0 == ":" }.map(String.init)
        return (
          audit: try #require(AuditID(parts[0])), start: try #require(Day(parts[1])),
          experts: try RulesReference.experts(parts[2])
        )
      }
      var standing: [AuditID: CurrentPanel] = [:]
      var cost = 0
      for (audit, start, experts) in plan {
        let auditCase = try #require(AuditCase(audit, in: indexed, standing: standing))
        let seats = try #require(Seats(experts))
        cost += auditCase.costRows(of: seats, on: start).reduce(0) { $0 + $1.amount }
        standing[audit] = CurrentPanel(start: start, experts: Set(experts), pinned: false)
      }
      #expect(cost == Int(row[3]), "\(row)")

      var wrong: Set<String> = []
      for (audit, start, experts) in plan {
        let auditCase = try #require(AuditCase(audit, in: indexed, standing: standing))
        for breach in auditCase.breaches(of: experts, on: start) {
          switch breach.rule {
          case .busy, .capacity: wrong.insert(code(breach))
          case .pinned: wrong.insert("PINNED:\(audit)")
          default: continue
          }
        }
      }
      #expect(wrong.sorted() == row[2].split(separator: " ").map(String.init), "\(row)")
    }
  }
}
