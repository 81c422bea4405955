import TandemMatching
import TandemModel

/// A panel for an audit as the rules and costs see it on one day.
public struct PanelFinding: Sendable {
  public let audit: Audit
  public let experts: [ExpertID]
  public let start: Day
  /// Calendar days.
  public let days: Int
  /// Nil when the experts share none of the audit's languages.
  public let language: Language?
  /// What the panel adds to the plan that stands; empty when it is of the wrong size.
  public let rows: [CostRow]
  /// Every rule that it breaks, in the order of the model's tables; empty when it is valid.
  public let breaches: [any Breach]
  private let auditCase: AuditCase

  /// Every rule that it keeps, and what shows it.
  public var assurances: [Assurance] { auditCase.assurances(of: experts, on: start) }
  public var cost: Int { rows.reduce(0) { $0 + $1.amount } }

  init(of experts: some Collection<ExpertID>, on start: Day, in auditCase: AuditCase) {
    self.auditCase = auditCase
    audit = auditCase.audit
    self.experts = experts.sorted()
    self.start = start
    days = auditCase.length
    let seats = Seats(experts)
    language = seats.flatMap(auditCase.language(of:))
    rows = language == nil ? [] : seats.map { auditCase.costRows(of: $0, on: start) } ?? []
    breaches = auditCase.breaches(of: self.experts, on: start)
  }
}

/// The valid panels of an audit, the best first, each looked for when it is asked for.
public struct RankedFindings: Sequence, IteratorProtocol, Sendable {
  private let auditCase: AuditCase
  private var ranking: PanelRanking

  init(of auditCase: AuditCase) {
    self.auditCase = auditCase
    ranking = PanelRanking(of: auditCase)
  }

  public mutating func next() -> PanelFinding? {
    ranking.next().map {
      PanelFinding(of: $0.panel.seats.experts, on: $0.panel.start, in: auditCase)
    }
  }
}

extension Snapshot {
  /// The valid panels of an audit beside all panels that stand, the best first.
  ///
  /// Throws `notFound` or `notNow` when the audit is not in planning.
  public func ranking(
    of id: AuditID, on today: Day
  ) throws(Refusal) -> RankedFindings {
    RankedFindings(of: try planned(id, on: today))
  }

  /// What is right and wrong with a panel that somebody has in mind, and what it would cost.
  ///
  /// Throws `invalid` for unknown experts, `notFound` or `notNow` when the audit is not in planning.
  public func check(
    _ choice: PanelChoice, for id: AuditID, on today: Day
  ) throws(Refusal) -> PanelFinding {
    try state.refuseUnknown(choice)
    return PanelFinding(of: choice.experts, on: choice.start, in: try planned(id, on: today))
  }

  /// The panel that stands for an audit, by what is known now; nil when there is none.
  public func standingPanel(of id: AuditID, on today: Day) -> PanelFinding? {
    guard let panel = state.audits[id]?.panel, let auditCase = try? planned(id, on: today) else {
      return nil
    }
    return PanelFinding(of: panel.experts, on: panel.start, in: auditCase)
  }

  private func planned(_ id: AuditID, on today: Day) throws(Refusal) -> AuditCase {
    try state.planned(id, in: try planning(for: id, on: today))
  }
}

extension NetworkState {
  func refuseUnknown(_ choice: PanelChoice) throws(Refusal) {
    try refuse(
      choice.experts.enumerated().flatMap { unknownExpert($1, at: "experts[\($0)]") })
  }
}
