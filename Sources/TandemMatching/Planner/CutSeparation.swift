extension PlanSearch {
  /// How many cuts a round adds.
  private static let cutsPerRound = 16
  /// Cuts of more rows slow all later pricing down more than they help.
  private static let rowsPerCut = 40
  private static let leastViolation = 0.02

  /// Odd-set cuts that a solution violates, those that it violates most first.
  func cuts(for solution: MasterProgram.Solution) -> [MasterProgram.Row] {
    let rows = halvableRows(of: solution)
    let support = solution.panels.indices.filter { solution.panels[$0] > 1e-6 }
    guard !rows.isEmpty else { return [] }
    var seen: Set<Cut> = []
    var found: [(cut: Cut, violation: Double)] = []
    for seed in 0..<3 where !stop.isSet {
      let code = OddSets(
        rows: rows.map { row in
          OddSets.Row(
            columns: support.indices.filter { isIn(row, master.columns[support[$0]]) },
            loss: row.loss, isOdd: row.limit % 2 == 1)
        }, weights: support.map { solution.panels[$0] }, seed: UInt64(seed),
        stop: stop)
      for choice in code.lightOddSets(ofAtMost: Self.rowsPerCut) {
        guard let cut = Cut(choice.map { rows[$0] }), seen.insert(cut).inserted else { continue }
        let violation = violation(of: cut, by: solution, support)
        if violation > Self.leastViolation { found.append((cut, violation)) }
      }
    }
    let order = found.indices.sorted { (-found[$0].violation, $0) < (-found[$1].violation, $1) }
    return order.prefix(Self.cutsPerRound).map { .cut(found[$0].cut) }
  }

  /// A row of the program, taken as one of a cut's.
  fileprivate struct HalvableRow {
    enum Kind {
      case audit(Int)
      case expert(Cut.Member)
      case day(Cut.ExpertDay)
    }

    let kind: Kind
    /// Its right side.
    let limit: Int
    /// How far the solution stays below it.
    let loss: Double
  }

  /// The rows that a solution keeps so closely that half of them can matter.
  private func halvableRows(of solution: MasterProgram.Solution) -> [HalvableRow] {
    var rows: [HalvableRow] = []
    var use: [Int: Double] = [:]
    var columnsOf: [Int: [Int]] = [:]
    for (position, value) in solution.panels.enumerated() where value > 1e-6 {
      for expert in master.columns[position].members {
        use[expert, default: 0] += value
        columnsOf[expert, default: []].append(position)
      }
    }
    for (audit, open) in solution.open.enumerated() where open < 1 - 1e-6 {
      rows.append(HalvableRow(kind: .audit(audit), limit: 1, loss: max(0, open)))
    }
    for (expert, value) in use.sorted(by: { $0.key < $1.key }) {
      let whole = Int((value + 1e-6).rounded(.down))
      for steps in [whole, whole + 1] {
        let loss = abs(Double(steps) - value)
        guard loss < 1 - 1e-6 else { continue }
        rows.append(
          HalvableRow(kind: .expert(.init(expert: expert, steps: steps)), limit: steps, loss: loss))
      }
    }
    for (expert, positions) in columnsOf.sorted(by: { $0.key < $1.key }) where positions.count > 1 {
      for day in Set(positions.map { Int(master.columns[$0].start) }).sorted() {
        let covering = positions.filter { master.columns[$0].days(in: model).contains(day) }
        guard covering.count > 1 else { continue }
        let sum = covering.reduce(0.0) { $0 + solution.panels[$1] }
        rows.append(
          HalvableRow(
            kind: .day(.init(expert: expert, day: day)), limit: 1, loss: max(0, 1 - sum)))
      }
    }
    return rows
  }

  private func isIn(_ row: HalvableRow, _ column: Column) -> Bool {
    switch row.kind {
    case .audit(let audit): Int(column.audit) == audit
    case .expert(let member): column.hasMember(member.expert)
    case .day(let held):
      column.occupies(held, occupied: model.audits[Int(column.audit)].occupied)
    }
  }

  /// By how much a solution is above what the cut allows.
  private func violation(
    of cut: Cut, by solution: MasterProgram.Solution, _ support: [Int]
  ) -> Double {
    var sum = -Double(cut.limit)
    for position in support {
      let column = master.columns[position]
      let occupied = model.audits[Int(column.audit)].occupied
      sum += Double(cut.coefficient(of: column, occupied: occupied)) * solution.panels[position]
    }
    for member in cut.members {
      for step in master.steps(of: member.expert).dropFirst(member.steps) {
        sum -= solution.steps[step]
      }
    }
    return sum
  }
}

extension Cut {
  /// Nil when a row stands twice in it.
  fileprivate init?(_ rows: [PlanSearch.HalvableRow]) {
    var audits: [Int] = []
    var members: [Member] = []
    var days: [ExpertDay] = []
    for row in rows {
      switch row.kind {
      case .audit(let audit): audits.append(audit)
      case .expert(let member): members.append(member)
      case .day(let held): days.append(held)
      }
    }
    guard Set(members.map(\.expert)).count == members.count else { return nil }
    self.init(
      audits: audits.sorted(), members: members.sorted { $0.expert < $1.expert },
      days: days.sorted { ($0.expert, $0.day) < ($1.expert, $1.day) })
  }
}
