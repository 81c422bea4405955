import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Every rule, in every way in which the network applies it: `make rules` prints the table.
@Suite struct RuleTableTests {
  /// What became of one rule.
  private struct Row {
    let rule: Rule
    var isChecked = false
    var isExplained = false
    var isWaived = false
    /// Whether nothing that a waiver could say fits the rule.
    var isNotWaivable = false
    var isRechecked = false
    var isVerified = false

    var isComplete: Bool {
      isChecked && isExplained && isWaived != isNotWaivable && isRechecked && isVerified
    }

    var line: String {
      func cell(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      func mark(_ isSo: Bool, _ width: Int) -> String { cell(isSo ? "yes" : "NO", width) }
      let waiver = isWaived ? "waivable" : isNotWaivable ? "not waivable" : "NO"
      return "| \(cell(rule.rawValue, 19)) | \(mark(isChecked, 7)) | \(mark(isExplained, 9)) | "
        + "\(cell(waiver, 12)) | \(mark(isRechecked, 10)) | \(mark(isVerified, 8)) |"
    }
  }

  @Test("every rule is checked, explained, waived or not, re-checked and verified")
  func table() async throws {
    var rows: [Row] = []
    for rule in Rule.allCases {
      var row = Row(rule: rule)
      if rule == .pinned {
        try await pinned(&row)
      } else {
        // Of several cases one that a waiver fits.
        let cases = AssignRuleTests.cases.filter { $0.rule == rule }
        let example = try #require(cases.first { $0.waiver != nil } ?? cases.first)
        try await check(example, &row)
        row.isVerified = try isVerified(example)
        row.isRechecked = try await isRechecked(rule)
      }
      rows.append(row)
    }
    print("| rule                | checked | explained | waiver       | re-checked | verified |")
    print("| ------------------- | ------- | --------- | ------------ | ---------- | -------- |")
    for row in rows { print(row.line) }
    #expect(rows.filter { !$0.isComplete }.map(\.rule) == [])
  }

  private func check(_ example: AssignRuleTests.Case, _ row: inout Row) async throws {
    let (rule, today) = (row.rule, Sample.moment.today)
    let network = try await SmallProblem(example.edit).network()
    let choice = PanelChoice(experts: example.experts, start: day(example.start))
    func finding() throws -> PanelFinding {
      try network.snapshot.check(choice, for: "A", on: today)
    }
    let breach = try #require(try finding().breaches.first { $0.rule == rule })
    row.isChecked = true
    let auditCase = try network.snapshot.auditCase("A", on: today)
    row.isExplained = isExplained(breach, choice, auditCase)
    row.isNotWaivable = breach.waiver == nil
    guard let waiver = breach.waiver else { return }
    #expect(example.waiver == waiver, "\(rule)")
    try await network.run(.grantWaiver("A", waiver, until: today, reason: "nobody else can"))
    let waived = try finding()
    let next = try network.snapshot.check(choice, for: "A", on: today.adding(1))
    try await network.run(.revokeWaiver("A", waiver, reason: "somebody can"))
    let revoked = try finding()
    row.isWaived =
      !waived.breaches.contains { $0.rule == rule }
      && waived.waived.contains {
        $0.breach.rule == rule && $0.waiver?.reason == "nobody else can"
          && $0.waiver?.origin.actor == "tester"
      }
      && next.breaches.contains { $0.rule == rule }
      && revoked.breaches.contains { $0.rule == rule }
  }

  /// Whether an explanation names the rule with its evidence: why not the expert, why not that day, how
  /// many panels are left, or of the wrong size the check itself.
  private func isExplained(
    _ breach: any Breach, _ choice: PanelChoice, _ auditCase: AuditCase
  ) -> Bool {
    guard breach.sentence.hasSuffix(".") else { return false }
    let rule = breach.rule
    switch rule {
    case _ where Rule.ofExpert.contains(rule):
      let whyNot = breach.experts.first.flatMap { auditCase.whyNot($0, on: choice.start) }
      return whyNot?.reasons.contains { $0.breach.sentence == breach.sentence } ?? false
    case .window:
      guard case .noStart(let found)? = auditCase.whyNot("E1", on: choice.start)?.answer else {
        return false
      }
      return found.contains { $0.sentence == breach.sentence }
    case .size: return !breach.evidence.isEmpty
    default:
      let funnel = auditCase.whyUnfilled().whole
      let left = [funnel.panels] + funnel.panelSteps.map(\.left)
      return zip(funnel.panelSteps, left).contains { $0.rule == rule && $0.left < $1 }
    }
  }

  private func isRechecked(_ rule: Rule) async throws -> Bool {
    guard let fact = StandingPanelTests.facts.first(where: { $0.rules.contains(rule) }) else {
      return false
    }
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await fact.happen(network)
    let broken = network.snapshot.brokenPanels(on: Sample.moment.today)
    let isFound = broken.first?.breaches.contains { $0.rule == rule } ?? false
    try await fact.mend(network)
    return isFound && network.snapshot.brokenPanels(on: Sample.moment.today).isEmpty
  }

  private func isVerified(_ example: AssignRuleTests.Case) throws -> Bool {
    let problem = SmallProblem(example.edit).problem
    var panels = [
      Plan.Entry(
        audit: "A", start: day(example.start), experts: example.experts, language: "de")
    ]
    panels += problem.current.map {
      Plan.Entry(
        audit: $0.key, start: $0.value.start, experts: $0.value.experts.sorted(), language: "de")
    }
    return breaks(example.rule, panels, of: problem)
  }

  private func breaks(_ rule: Rule, _ panels: [Plan.Entry], of problem: Problem) -> Bool {
    let plan = Plan(
      panels: panels, objective: Objective(unfilled: 0, cost: 0), bound: nil, optimal: false)
    let verdict = PlanVerifier(problem).verdict(on: plan)
    return !verdict.isValid
      && verdict.findings.contains {
        if case .breach(let breach) = $0.fault { breach.rule == rule } else { false }
      }
  }

  private func pinned(_ row: inout Row) async throws {
    let network = try await SmallProblem().network()
    try await network.run(.assignPanel("A", SmallProblem.choice, note: "a test"))
    try await network.run(.pinPanel("A"))
    let other = PanelChoice(experts: ["E1", "E2"], start: day("2027-03-10"))
    func found() throws -> (any Breach)? {
      try network.snapshot.check(other, for: "A", on: Sample.moment.today).breaches
        .first { $0.rule == .pinned }
    }
    let breach = try #require(try found())
    row.isChecked = true
    row.isExplained = breach.sentence.hasSuffix(".") && !breach.evidence.isEmpty
    row.isNotWaivable = breach.waiver == nil
    try await network.run(.unpinPanel("A"))
    row.isRechecked = try found() == nil
    let problem = SmallProblem {
      $0.current["A"] = CurrentPanel(
        start: day("2027-03-09"), experts: ["E1", "E2"], pinned: true)
    }.problem
    row.isVerified = breaks(.pinned, [], of: problem)
  }
}
