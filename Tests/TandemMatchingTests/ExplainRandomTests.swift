import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("Explanations agree with every panel and start looked at one by one")
struct ExplainRandomTests {
  private func cases(_ seed: UInt64) throws -> [AuditCase] {
    var chance = RulesChance(state: seed)
    let (problem, standing) = try RandomProblems.changed(&chance)
    let indexed = IndexedProblem(problem)
    return try problem.audits.map {
      try #require(AuditCase($0.id, in: indexed, standing: standing))
    }
  }

  /// The rules that bar an expert alone on a start.
  private func bars(of expert: ExpertID, in auditCase: AuditCase, on start: Day) -> Set<Rule> {
    Set(
      auditCase.bars(of: expert, over: start...start)
        .filter { $0.starts.contains(start) && !auditCase.isWaived($0.breach) }
        .map(\.breach.rule))
  }

  /// The rules for a panel that one breaks on a start.
  private func bars(of experts: [ExpertID], in auditCase: AuditCase, on start: Day) -> Set<Rule> {
    Set(auditCase.breaches(of: experts, on: start).map(\.rule)).intersection(Rule.ofPanel)
  }

  @Test("the cheapest panel with each expert, on all starts and on one", arguments: UInt64(1)...12)
  func cheapest(_ seed: UInt64) throws {
    for auditCase in try cases(seed) {
      let all = try RandomProblems.everyPanel(of: auditCase)
      let start = auditCase.starts.dropFirst(3).first
      let (panels, panelsOnStart) = (
        CheapestPanels(of: auditCase), CheapestPanels(of: auditCase, on: start)
      )
      #expect(panels.best == all.first, "seed \(seed), \(auditCase.audit.id)")
      for expert in auditCase.indexed.problem.experts.map(\.id) {
        let own = all.filter { $0.panel.seats.experts.contains(expert) }
        let comment: Comment = "seed \(seed), \(auditCase.audit.id), \(expert)"
        #expect(panels[expert] == own.first, comment)
        guard let start else { continue }
        #expect(panelsOnStart[expert] == own.first { $0.panel.start == start }, comment)
      }
    }
  }

  @Test("why a panel: the others by the best panel with each", arguments: UInt64(1)...6)
  func whyPanel(_ seed: UInt64) throws {
    for auditCase in try cases(seed) {
      let all = try RandomProblems.everyPanel(of: auditCase)
      guard let chosen = all.dropFirst(2).first else { continue }
      let why = auditCase.whyPanel(chosen.panel.seats, on: chosen.panel.start)
      let others = auditCase.indexed.problem.experts.map(\.id).filter { expert in
        !chosen.panel.seats.experts.contains(expert)
          && all.contains { $0.panel.seats.experts.contains(expert) }
      }
      #expect(Set(why.alternatives.map(\.expert)) == Set(others), "seed \(seed)")
      #expect(why.alternatives.count == others.count)
      #expect(why.cost == chosen.cost)
      #expect(why.alternatives.map(\.panel.cost) == why.alternatives.map(\.panel.cost).sorted())
      for alternative in why.alternatives {
        #expect(alternative.difference == alternative.panel.cost - chosen.cost)
        #expect(
          alternative.panel == all.first { $0.panel.seats.experts.contains(alternative.expert) })
      }
    }
  }

  @Test("why not an expert, on all starts and on one", arguments: UInt64(1)...12)
  func whyNot(_ seed: UInt64) throws {
    for auditCase in try cases(seed) {
      let all = try RandomProblems.everyPanel(of: auditCase)
      for start in [nil, auditCase.starts.dropFirst(4).first] {
        let starts = auditCase.starts.filter { start == nil || $0 == start }
        let each = auditCase.whyNotEach(on: start)
        #expect(each.map(\.expert) == auditCase.indexed.problem.experts.map(\.id))
        for why in each {
          let comment: Comment =
            "seed \(seed), \(auditCase.audit.id), \(why.expert), \(String(describing: start))"
          let free = starts.filter { bars(of: why.expert, in: auditCase, on: $0).isEmpty }
          let own = all.first {
            $0.panel.seats.experts.contains(why.expert) && starts.contains($0.panel.start)
          }
          switch why.answer {
          case .noStart: #expect(starts.isEmpty, comment)
          case .barred: #expect(!starts.isEmpty && free.isEmpty, comment)
          case .panel(let panel, let difference):
            #expect(panel == own, comment)
            #expect(difference == panel.cost - (all.first?.cost ?? 0), comment)
          case .noPanel(let obstacles):
            #expect(own == nil && !free.isEmpty, comment)
            check(obstacles, for: why.expert, on: free, in: auditCase, comment)
          }
          for day in starts {
            let reasons = why.reasons.filter { $0.starts.contains(day) && !$0.isWaived }
            #expect(
              Set(reasons.map(\.breach.rule)) == bars(of: why.expert, in: auditCase, on: day),
              comment)
          }
        }
      }
    }
  }

  @Test("and every kind of answer is among them, with every rule for a panel as an obstacle")
  func kinds() throws {
    var kinds: [String: Int] = [:]
    for seed in UInt64(1)...12 {
      for auditCase in try cases(seed) {
        for why in auditCase.whyNotEach() {
          switch why.answer {
          case .noStart: kinds["no start", default: 0] += 1
          case .barred: kinds["barred", default: 0] += 1
          case .panel: kinds["panel", default: 0] += 1
          case .noPanel(let obstacles):
            for obstacle in obstacles.obstacles {
              kinds[obstacle.example.rule.rawValue, default: 0] += 1
            }
          }
        }
      }
    }
    for kind in ["barred", "panel"] + Rule.ofPanel.map(\.rawValue) {
      #expect(kinds[kind, default: 0] > 0, "\(kind): \(kinds)")
    }
  }

  private func check(
    _ obstacles: Obstacles, for expert: ExpertID, on free: [Day], in auditCase: AuditCase,
    _ comment: Comment
  ) {
    var partners = 0
    var rejected: [Rule: Int] = [:]
    if auditCase.labelPolicy.panel == 1 {
      for rule in bars(of: [expert], in: auditCase, on: free[0]) { rejected[rule] = 0 }
    } else {
      for partner in auditCase.indexed.problem.experts.map(\.id) where partner != expert {
        let together = free.filter { bars(of: partner, in: auditCase, on: $0).isEmpty }
        partners += together.isEmpty ? 0 : 1
        let rules = together.map { bars(of: [expert, partner], in: auditCase, on: $0) }
        #expect(rules.allSatisfy { !$0.isEmpty }, comment)
        for rule in Set(rules.joined()) { rejected[rule, default: 0] += 1 }
      }
    }
    #expect(obstacles.partners == partners, comment)
    #expect(
      obstacles.obstacles.map(\.example.rule) == Rule.ofPanel.filter { rejected[$0] != nil },
      comment)
    #expect(
      obstacles.obstacles.map(\.partners) == Rule.ofPanel.compactMap { rejected[$0] }, comment)
  }

  @Test("why unfilled: who is left after each rule", arguments: UInt64(1)...12)
  func funnel(_ seed: UInt64) throws {
    for auditCase in try cases(seed) {
      let why = auditCase.whyUnfilled()
      let experts = auditCase.indexed.problem.experts.map(\.id)
      let pairs = experts.enumerated().flatMap { place, one in
        auditCase.labelPolicy.panel == 1
          ? [[one]] : experts[(place + 1)...].map { [one, $0] }
      }
      #expect(why.starts.map(\.start) == auditCase.starts)
      // For each start the rules that bar each expert, and each panel of experts who are free.
      let expertBars = auditCase.starts.map { start in
        experts.map { bars(of: $0, in: auditCase, on: start) }
      }
      let panelBars = zip(auditCase.starts, expertBars).map { start, own in
        let free = Set(zip(experts, own).filter { $0.1.isEmpty }.map(\.0))
        return pairs.map { pair in
          free.isSuperset(of: pair) ? bars(of: pair, in: auditCase, on: start) : nil
        }
      }
      let comment: Comment = "seed \(seed), \(auditCase.audit.id)"
      func steps(_ rules: [Rule], _ bars: [[Set<Rule>?]]) -> [Int] {
        rules.indices.map { last in
          (bars.first ?? []).indices.filter { who in
            bars.contains { $0[who]?.isDisjoint(with: rules[...last]) ?? false }
          }.count
        }
      }
      func check(_ funnel: Funnel, _ own: [[Set<Rule>?]], _ panels: [[Set<Rule>?]]) {
        #expect(funnel.experts == experts.count)
        #expect(funnel.expertSteps.map(\.rule) == Rule.ofExpert)
        #expect(funnel.panelSteps.map(\.rule) == Rule.ofPanel)
        #expect(funnel.expertSteps.map(\.left) == steps(Rule.ofExpert, own), comment)
        #expect(
          funnel.panels
            == (panels.first ?? []).indices.count { who in panels.contains { $0[who] != nil } })
        #expect(funnel.panelSteps.map(\.left) == steps(Rule.ofPanel, panels), comment)
      }
      check(why.whole, expertBars, panelBars)
      for (place, onStart) in why.starts.enumerated() {
        check(onStart.funnel, [expertBars[place]], [panelBars[place]])
      }
    }
  }
}
