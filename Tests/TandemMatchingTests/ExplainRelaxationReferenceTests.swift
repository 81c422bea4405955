import Foundation
import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The relaxations agree with the reference model in full and in order")
struct ExplainRelaxationReferenceTests {
  private func line(_ relaxation: Relaxation) -> String {
    let experts = relaxation.panel.seats.experts.map(\.text).joined(separator: ",")
    let waivers = relaxation.waivers.map { waiver in
      var words = [waiver.rule.rawValue] + waiver.experts.map(\.text)
      if case .window(let days) = waiver { words.append(String(days)) }
      return words.joined(separator: ",")
    }
    return "\(relaxation.weight)|\(relaxation.cost)|\(relaxation.panel.start)|\(experts)|"
      + waivers.joined(separator: " ")
  }

  /// Compares all audits of what is asked for, and counts the waivers that they need by rule.
  private func compare(_ asked: [String]) throws -> (audits: Int, waivers: [Rule: Int]) {
    var answers = try Reference.run("relaxations", input: asked)[...]
    var audits = 0
    var waivers: [Rule: Int] = [:]
    for question in asked {
      let problem = try Problem.read(Array((answers.popFirst() ?? "").utf8))
      let indexed = IndexedProblem(problem)
      for audit in problem.audits {
        let head = (answers.popFirst() ?? "").split(separator: "|").map(String.init)
        try #require(head.first == audit.id.text)
        let expected = Array(answers.prefix(try #require(Int(head[1]))))
        answers = answers.dropFirst(expected.count)
        // What stands beside it must not matter.
        let auditCase = try #require(
          AuditCase(audit.id, in: indexed, standing: busy(in: problem)))
        let found = auditCase.relaxations()
        let difference = zip(found.map(line), expected).first { $0 != $1 }
        #expect(difference == nil, "\(question) \(audit.id)")
        #expect(found.count == expected.count, "\(question) \(audit.id)")
        #expect(auditCase.relaxations(best: 3) == Array(found.prefix(3)))
        audits += 1
        for waiver in found.flatMap(\.waivers) { waivers[waiver.rule, default: 0] += 1 }
      }
    }
    #expect(answers.isEmpty)
    return (audits, waivers)
  }

  /// Every audit with the first two experts on it.
  private func busy(in problem: Problem) -> [AuditID: CurrentPanel] {
    let experts = Set(problem.experts.prefix(2).map(\.id))
    return Dictionary(
      uniqueKeysWithValues: problem.audits.map { audit in
        (
          audit.id, CurrentPanel(start: audit.window.lowerBound, experts: experts, pinned: false)
        )
      })
  }

  @Test("on every audit of the small instances")
  func instances() throws {
    let (audits, waivers) = try compare(
      RulesReference.instances.map {
        Reference.folder.deletingLastPathComponent().appending(path: "instances/\($0).json").path
      })
    #expect(audits >= 80)
    #expect(waivers.values.reduce(0, +) >= 50)
  }

  @Test("on 200 generated audits, with every rule that can be waived among them")
  func generated() throws {
    let (audits, waivers) = try compare((1...200).map(String.init))
    #expect(audits == 200)
    let waivable = Waiver.ofExpert.union(Waiver.ofPair).union(Waiver.ofPanel).union([.window])
    for rule in waivable { #expect(waivers[rule, default: 0] >= 10, "\(rule)") }
    let table = waivable.map { "\($0.rawValue) \(waivers[$0, default: 0])" }.sorted()
    print("waivers needed: \(table.joined(separator: ", "))")
  }
}
