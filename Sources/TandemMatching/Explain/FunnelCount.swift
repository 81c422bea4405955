import TandemModel

/// Counts, on each start and on all together, who is left after each rule.
struct FunnelCount: Sendable {
  private let auditCase: AuditCase
  private let starts: [Day]
  private var experts: Tally
  private var panels: Tally

  init(of auditCase: AuditCase) {
    self.auditCase = auditCase
    starts = auditCase.starts
    experts = Tally(rules: Rule.ofExpert, starts: starts.count)
    panels = Tally(rules: Rule.ofPanel, starts: starts.count)
  }

  mutating func answer() -> WhyUnfilled {
    if let first = starts.first, let last = starts.last { count(over: first...last) }
    let all = auditCase.indexed.records.count
    func funnel(_ count: (Tally) -> Tally.Row) -> Funnel {
      Funnel(
        experts: all, expertSteps: count(experts).steps, panels: count(panels).all,
        panelSteps: count(panels).steps)
    }
    return WhyUnfilled(
      whole: funnel { $0.whole },
      starts: starts.indices.map { place in
        WhyUnfilled.OnStart(start: starts[place], funnel: funnel { $0.row(on: place) })
      })
  }

  private mutating func count(over reach: ClosedRange<Day>) {
    var free: [(record: ExpertRecord, starts: StartSet)] = []
    for record in auditCase.indexed.records {
      let bars = auditCase.unwaived(auditCase.bars(of: record.id, over: reach))
      let left = experts.add(StartSet(all: starts.count), barredBy: bars, on: starts)
      if !left.isEmpty { free.append((record, left)) }
    }
    for (place, one) in free.enumerated() {
      if auditCase.labelPolicy.panel == 1 {
        let bars = auditCase.panelBars(of: [one.record], over: reach)
        _ = panels.add(one.starts, barredBy: bars, on: starts)
        continue
      }
      for other in free[(place + 1)...] {
        let together = one.starts.intersection(other.starts)
        if together.isEmpty { continue }
        let bars = auditCase.panelBars(of: [one.record, other.record], over: reach)
        _ = panels.add(together, barredBy: bars, on: starts)
      }
    }
  }
}

/// How many were there, and how many each rule removed, by start and on all starts together.
private struct Tally: Sendable {
  struct Row {
    let all: Int
    let steps: [Funnel.Step]
  }

  private let rules: [Rule]
  /// By start, and after these the whole.
  private var all: [Int]
  /// By rule, and then as ``all``.
  private var removed: [[Int]]

  init(rules: [Rule], starts: Int) {
    self.rules = rules
    all = Array(repeating: 0, count: starts + 1)
    removed = rules.map { _ in Array(repeating: 0, count: starts + 1) }
  }

  var whole: Row { row(on: all.count - 1) }

  func row(on start: Int) -> Row {
    var left = all[start]
    var steps: [Funnel.Step] = []
    for (place, rule) in rules.enumerated() {
      left -= removed[place][start]
      steps.append(Funnel.Step(rule: rule, left: left))
    }
    return Row(all: all[start], steps: steps)
  }

  /// Counts somebody who is there on some starts; gives those on which they are left in the end.
  mutating func add(_ present: StartSet, barredBy bars: [Bar], on starts: [Day]) -> StartSet {
    var left = present
    all[starts.count] += 1
    for start in present.places { all[start] += 1 }
    for (place, rule) in rules.enumerated() where !left.isEmpty {
      for bar in bars where bar.breach.rule == rule {
        for start in left.places where bar.starts.contains(starts[start]) {
          left.remove(start)
          removed[place][start] += 1
        }
      }
      if left.isEmpty { removed[place][starts.count] += 1 }
    }
    return left
  }
}
