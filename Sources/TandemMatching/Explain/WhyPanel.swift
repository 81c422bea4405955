import TandemModel

/// Why a panel was chosen: what it costs, and what any other expert would cost in place of it.
public struct WhyPanel: Hashable, Sendable {
  /// The best valid panel with an expert who is not on the chosen one.
  public struct Alternative: Hashable, Sendable {
    public let expert: ExpertID
    public let panel: RankedPanel
    /// What it adds beyond the chosen panel; negative when it adds less.
    public let difference: Int
  }

  public let seats: Seats
  public let start: Day
  /// What the panel adds to the plan that stands, row by row.
  public let rows: [CostRow]
  /// The sum of the rows.
  public let cost: Int
  /// For each other expert whom some valid panel has, the best panel first, then by the expert's id.
  public let alternatives: [Alternative]
}

extension AuditCase {
  /// Why a panel. It need not be the best one, and is taken as valid.
  public func whyPanel(_ seats: Seats, on start: Day) -> WhyPanel {
    let rows = costRows(of: seats, on: start)
    let cost = rows.total
    let panels = CheapestPanels(of: self)
    let alternatives = problem.experts.map(\.id).compactMap { expert in
      seats.experts.contains(expert) ? nil : panels[expert].map { (expert: expert, panel: $0) }
    }.sorted {
      if $0.panel != $1.panel { return $0.panel.comesBefore($1.panel) }
      return $0.expert < $1.expert
    }
    return WhyPanel(
      seats: seats, start: start, rows: rows, cost: cost,
      alternatives: alternatives.map {
        WhyPanel.Alternative(
          expert: $0.expert, panel: $0.panel, difference: $0.panel.cost - cost)
      })
  }
}

extension [CostRow] {
  /// The sum of the rows.
  public var total: Int { reduce(0) { $0 + $1.amount } }
}
