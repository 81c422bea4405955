import TandemModel

/// For each expert the best valid panel of an audit that they sit on, in the order of the ranking.
/// That the audit is pinned is not looked at.
public struct CheapestPanels: Sendable {
  private let panels: [ExpertID: RankedPanel]
  /// The best panel of all; nil when there is none.
  public let best: RankedPanel?

  /// Looks at all starts of the audit, or at one of them.
  public init(of auditCase: AuditCase, on start: Day? = nil) {
    var search = CheapestPanelSearch(of: auditCase, on: start)
    search.lookAtAll()
    panels = search.panels
    best = panels.values.min { $0.comesBefore($1) }
  }

  /// Nil when no valid panel has the expert.
  public subscript(_ expert: ExpertID) -> RankedPanel? { panels[expert] }
}

extension RankedPanel {
  /// Whether it comes first in a ranking.
  func comesBefore(_ other: RankedPanel) -> Bool {
    (cost, panel.start, panel.seats) < (other.cost, other.panel.start, other.panel.seats)
  }
}
