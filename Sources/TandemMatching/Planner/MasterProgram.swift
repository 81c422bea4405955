/// The linear program over the columns found so far.
///
/// Rows: the weight of what stays open is at least the proven one; each audit has one panel or stays
/// open; each expert's panels are covered by their steps; on some days an expert has at most one
/// panel; and cuts. Days get a row only when a solution needs it: hardly any do.
final class MasterProgram {
  enum Row: Hashable {
    case day(Cut.ExpertDay)
    case cut(Cut)
  }

  let model: PlanningModel
  let program: LinearProgram
  private(set) var columns: [Column] = []
  private var known: Set<Column> = []
  /// The rows after those of weight, audits and experts.
  private(set) var rows: [Row] = []
  private var knownRows: Set<Row> = []
  /// The positions of the columns of each audit and expert.
  private(set) var columnsOfAudit: [[Int]]
  private var columnsOfExpert: [[Int]]
  private var dayRowsOfExpert: [Int: [(day: Int, row: Int)]] = [:]
  /// The first column of each expert's steps.
  private let firstStep: [Int]
  private let firstPanel: Int
  /// What one unit of weight left open costs in the program.
  private(set) var weightCost: Double
  /// What costs are divided by: all of them are its multiples.
  let costUnit: Int

  /// Nil when there is no memory for it.
  init?(_ model: PlanningModel, weightCost: Double, costUnit: Int) {
    guard let program = LinearProgram() else { return nil }
    self.model = model
    self.program = program
    self.weightCost = weightCost
    self.costUnit = costUnit
    columnsOfAudit = Array(repeating: [], count: model.audits.count)
    columnsOfExpert = Array(repeating: [], count: model.roster.count)
    let auditCount = model.audits.count
    var steps: [Int] = []
    var next = auditCount
    // No expert can take on more audits than there are. The step after these stands for all later ones,
    // so that prices are right for a proof, which sums over every step that an expert may take.
    let capacities = model.roster.capacities.map { min($0, auditCount + 1) }
    for capacity in capacities {
      steps.append(next)
      next += capacity
    }
    firstStep = steps + [next]
    firstPanel = next
    program.addRows(
      [(0...(.infinity), [])] + model.audits.map { _ in (1...1, []) }
        + model.roster.records.map { _ in (-.infinity...0, []) })
    var initial: [LinearProgram.Column] = []
    for (position, audit) in model.audits.enumerated() {
      let priority = Double(audit.priority)
      initial.append((weightCost * priority, .infinity, [(0, priority), (1 + position, 1)]))
    }
    for (expert, capacity) in capacities.enumerated() {
      for step in 0..<capacity {
        let cost = Double(model.stepCost(of: expert, step)) / Double(costUnit)
        let most = step == auditCount ? Double.infinity : 1
        initial.append((cost, most, [(1 + auditCount + expert, -1)]))
      }
    }
    program.addColumns(initial)
  }

  func steps(of expert: Int) -> Range<Int> { firstStep[expert]..<firstStep[expert + 1] }

  func position(ofPanel column: Int) -> Int { firstPanel + column }

  private func position(ofRow row: Int) -> Int {
    1 + model.audits.count + model.roster.count + row
  }

  // MARK: Growing

  /// Adds those that are new; returns how many were.
  @discardableResult
  func add(_ found: [Column]) -> Int {
    let new = found.filter { known.insert($0).inserted }
    for column in new {
      let position = columns.count
      columns.append(column)
      columnsOfAudit[Int(column.audit)].append(position)
      for expert in column.members { columnsOfExpert[expert].append(position) }
    }
    program.addColumns(
      new.map { (Double($0.cost) / Double(costUnit), Double.infinity, entries(of: $0)) })
    return new.count
  }

  private func entries(of column: Column) -> LinearProgram.Entries {
    let occupied = model.audits[Int(column.audit)].occupied
    var entries: LinearProgram.Entries = [(1 + Int(column.audit), 1)]
    for expert in column.members {
      entries.append((1 + model.audits.count + expert, 1))
      for (day, row) in dayRowsOfExpert[expert] ?? [] {
        if column.occupies(.init(expert: expert, day: day), occupied: occupied) {
          entries.append((position(ofRow: row), 1))
        }
      }
    }
    for (number, row) in rows.enumerated() {
      guard case .cut(let cut) = row else { continue }
      let coefficient = cut.coefficient(of: column, occupied: occupied)
      if coefficient > 0 { entries.append((position(ofRow: number), Double(coefficient))) }
    }
    return entries
  }

  /// Adds rows that are new; returns how many were.
  func add(_ found: [Row]) -> Int {
    var added = 0
    for row in found where knownRows.insert(row).inserted {
      added += 1
      switch row {
      case .day(let held):
        dayRowsOfExpert[held.expert, default: []].append((held.day, rows.count))
        let covering = columnsOfExpert[held.expert].filter {
          let column = columns[$0]
          let occupied = model.audits[Int(column.audit)].occupied
          return column.occupies(held, occupied: occupied)
        }
        program.addRow(-.infinity...1, covering.map { (firstPanel + $0, 1) })
      case .cut(let cut):
        program.addRow(-.infinity...Double(cut.limit), entries(of: cut))
      }
      rows.append(row)
    }
    return added
  }

  private func entries(of cut: Cut) -> LinearProgram.Entries {
    var entries: LinearProgram.Entries = []
    for (position, column) in columns.enumerated() {
      let occupied = model.audits[Int(column.audit)].occupied
      let coefficient = cut.coefficient(of: column, occupied: occupied)
      if coefficient > 0 { entries.append((firstPanel + position, Double(coefficient))) }
    }
    for member in cut.members {
      for step in steps(of: member.expert).dropFirst(member.steps) { entries.append((step, -1)) }
    }
    return entries
  }

  // MARK: Bounds

  /// From now on at least that much weight stays open.
  func setWeight(atLeast weight: Int) {
    program.setBounds(ofRow: 0, Double(weight)...(.infinity))
  }

  func setWeightCost(_ cost: Double) {
    weightCost = cost
    for (position, audit) in model.audits.enumerated() {
      program.setCost(ofColumn: position, cost * Double(audit.priority))
    }
  }

  /// Leaves an audit what a restriction leaves it.
  ///
  /// One that may not stay open can still do so, at a price that no plan is worth: so the program
  /// always has a solution, and its duals say why there is no plan.
  func restrict(_ audit: Int, to restriction: Restriction) {
    let priority = Double(model.audits[audit].priority)
    let total = Double(model.audits.reduce(1) { $0 + $1.priority })
    let mayStayOpen = restriction.mayStayOpen && model.pinned[audit] == nil
    program.setCost(
      ofColumn: audit, weightCost * (mayStayOpen ? priority : priority + total))
    for position in columnsOfAudit[audit] {
      let upper = restriction.allows(columns[position]) ? Double.infinity : 0
      program.setBounds(ofColumn: firstPanel + position, 0...upper)
    }
  }

  func fix(_ column: Int) { program.setBounds(ofColumn: firstPanel + column, 1...(.infinity)) }

  // MARK: Solutions

  /// The last solution.
  func solution() -> Solution {
    let values = program.values
    return Solution(
      open: Array(values[..<model.audits.count]), panels: Array(values[firstPanel...]),
      steps: values, objective: program.objective)
  }

  /// A solution of the program, fractional as a rule.
  struct Solution {
    let open: [Double]
    /// By column.
    let panels: [Double]
    /// Indexed by ``steps(of:)``.
    let steps: [Double]
    let objective: Double

    static let tolerance = 1e-6

    var isIntegral: Bool {
      panels.allSatisfy { $0 < Solution.tolerance || $0 > 1 - Solution.tolerance }
    }
  }

  /// The days on which a solution has some expert more than once: for each expert the worst day.
  func violatedDays(of solution: Solution) -> [Row] {
    var used: [Int: [Int]] = [:]
    for (position, value) in solution.panels.enumerated() where value > Solution.tolerance {
      for expert in columns[position].members { used[expert, default: []].append(position) }
    }
    return used.sorted { $0.key < $1.key }.compactMap { expert, positions in
      guard positions.count > 1 else { return nil }
      var worst: (day: Int, sum: Double)?
      for day in Set(positions.map { Int(columns[$0].start) }).sorted() {
        // Days that are covered most begin some panel.
        let sum = positions.reduce(0.0) { sum, position in
          columns[position].days(in: model).contains(day) ? sum + solution.panels[position] : sum
        }
        if sum > 1 + 1e-6, sum > (worst?.sum ?? 0) + 1e-9 { worst = (day, sum) }
      }
      return worst.map { .day(.init(expert: expert, day: $0.day)) }
    }
  }

  /// The duals of the last solution as prices.
  func prices(scale: Int) -> Prices {
    let duals = program.duals
    let unit = Double(scale) * Double(costUnit)
    func price(_ dual: Double) -> Int {
      Int(min(max(0, (-dual * unit).rounded()), Double(Prices.limit)))
    }
    let auditCount = model.audits.count
    var experts = model.roster.records.indices.map { price(duals[1 + auditCount + $0]) }
    var days: [Int: [Prices.DayPrice]] = [:]
    var cuts: [Prices.PricedCut] = []
    for (number, row) in rows.enumerated() {
      let price = price(duals[position(ofRow: number)])
      guard price > 0 else { continue }
      switch row {
      case .day(let held):
        days[held.expert, default: []].append(.init(day: held.day, price: price))
      case .cut(let cut): cuts.append(.init(cut: cut, price: price))
      }
    }
    // One unit too much, from rounding, would count for every step that is left out here.
    for expert in experts.indices where model.roster.capacities[expert] > auditCount {
      var limit = scale * model.stepCost(of: expert, auditCount)
      for priced in cuts {
        for member in priced.cut.members where member.expert == expert { limit -= priced.price }
      }
      experts[expert] = min(experts[expert], max(0, limit))
    }
    let fill = ((weightCost - duals[0]) * unit).rounded()
    return Prices(
      scale: scale, costScale: scale,
      fill: Int(min(max(fill, -Double(Prices.limit)), Double(Prices.limit))), experts: experts,
      days: days, cuts: cuts)
  }

  /// What an audit's row is worth, in the units of prices.
  func auditValues(scale: Int) -> [Int] {
    let duals = program.duals
    let unit = Double(scale) * Double(costUnit)
    return model.audits.indices.map { audit in
      Int(min(max((duals[1 + audit] * unit).rounded(), -0x1p61), 0x1p61))
    }
  }
}
