import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The verifier agrees with the reference model")
struct VerifyReferenceTests {
  /// What is wrong with a plan, as verdicts.py says it, which looks at no bound beside a wrong
  /// objective.
  private func codes(_ verdict: PlanVerdict) -> [String] {
    let codes = verdict.findings.filter(\.refutes).map { finding in
      switch finding.fault {
      case .unknownAudit: "AUDIT"
      case .audited: "TWICE"
      case .unknownExpert: "EXPERT"
      case .breach(let breach): breach.rule.rawValue
      case .languageNotShared: "LANGUAGE_NOT_SHARED"
      case .languageNotCheapest: "LANGUAGE_NOT_CHEAPEST"
      case .objective: "OBJECTIVE"
      case .boundAboveObjective: "BOUND"
      case .optimalUnproven: "OPTIMAL"
      }
    }
    return Set(codes).filter { $0 != "BOUND" || !codes.contains("OBJECTIVE") }.sorted()
  }

  private static let all =
    Rule.allCases.map(\.rawValue) + [
      "AUDIT", "TWICE", "EXPERT", "LANGUAGE_NOT_SHARED", "LANGUAGE_NOT_CHEAPEST", "OBJECTIVE",
      "BOUND",
    ]

  @Test("about 10,000 changed plans, every rule broken by a hundred of them or more")
  func changedPlans() throws {
    var lines: [String] = []
    var verdicts: [(seed: UInt64, verdict: PlanVerdict)] = []
    for seed in UInt64(1)...250 {
      var chance = RulesChance(state: seed)
      let plans = try VerifyPlans.random(&chance)
      let verifier = PlanVerifier(plans.problem)
      let changed = (0..<40).map { _ in plans.changedPlan(&chance) }
      verdicts += changed.map { (seed, verifier.verdict(on: $0)) }
      let texts = changed.map { String(decoding: $0.write(), as: UTF8.self) }
      let problem = String(decoding: plans.problem.write(), as: UTF8.self)
      let line = "{\"problem\":\(problem),\"plans\":[\(texts.joined(separator: ","))]}"
      lines.append(line.filter { $0 != "\n" })
    }
    let answers = try Reference.run("verdicts", input: lines)
    try #require(answers.count == verdicts.count)

    var broken: [String: Int] = [:]
    var valid = 0
    for (answer, (seed, verdict)) in zip(answers, verdicts) {
      let expected = answer.split(separator: " ").map(String.init)
      #expect(verdict.isValid == (expected[0] == "0"), "seed \(seed): \(answer)")
      let codes = codes(verdict)
      for code in expected.dropFirst() { broken[code, default: 0] += 1 }
      valid += expected[0] == "0" ? 1 : 0
      // Of an audit that stands twice the two panels are compared otherwise there.
      guard !codes.contains("TWICE") else { continue }
      #expect(codes == Array(expected.dropFirst()), "seed \(seed)")
    }
    let table = Self.all.map { "\($0) \(broken[$0, default: 0])" }.joined(separator: ", ")
    print("\(verdicts.count) plans, \(valid) valid, broken: \(table)")
    #expect(verdicts.count == 10_000)
    #expect(valid > 500)
    for code in Self.all { #expect(broken[code, default: 0] >= 100, "\(code)") }
  }
}
