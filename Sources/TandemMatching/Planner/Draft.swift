/// Panels for some audits that can stand side by side, by positions: a plan in the making.
struct Draft: Sendable {
  /// By audit; nil where it is open.
  private(set) var columns: [Column?]
  private(set) var standing: Standing
  private(set) var unfilled: Int
  private(set) var cost = 0

  /// Nothing but the pinned panels.
  init(_ model: PlanningModel) {
    columns = Array(repeating: nil, count: model.audits.count)
    standing = Standing(model)
    unfilled = model.audits.reduce(0) { $0 + $1.priority }
    for (_, column) in model.pinned.sorted(by: { $0.key < $1.key }) { add(column, in: model) }
  }

  /// The pinned panels and those columns; nil when they cannot stand side by side.
  init?(_ columns: [Column], in model: PlanningModel) {
    self.init(model)
    for column in columns where model.pinned[Int(column.audit)] == nil {
      guard self.columns[Int(column.audit)] == nil, standing.allows(column, in: model) else {
        return nil
      }
      add(column, in: model)
    }
  }

  var objective: Objective { Objective(unfilled: unfilled, cost: cost) }

  var filledCount: Int { columns.count { $0 != nil } }

  mutating func add(_ column: Column, in model: PlanningModel) {
    columns[Int(column.audit)] = column
    unfilled -= model.audits[Int(column.audit)].priority
    cost += column.cost
    for expert in column.members { cost += model.stepCost(of: expert, standing.count(of: expert)) }
    standing.add(column, in: model)
  }

  mutating func remove(_ column: Column, in model: PlanningModel) {
    columns[Int(column.audit)] = nil
    unfilled += model.audits[Int(column.audit)].priority
    standing.remove(column, in: model)
    cost -= column.cost
    for expert in column.members { cost -= model.stepCost(of: expert, standing.count(of: expert)) }
  }
}
