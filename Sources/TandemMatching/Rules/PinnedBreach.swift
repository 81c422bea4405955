import TandemModel

/// PINNED: the audit is pinned to another start or panel.
public struct PinnedBreach: Breach {
  public static let rule = Rule.pinned
  public let audit: AuditID
  /// The panel that it is pinned to, in the order of their ids.
  public let experts: [ExpertID]
  public let start: Day

  public var sentence: String {
    let names = experts.map(\.description).joined(separator: " and ")
    return "\(audit) is pinned to \(names) from \(start)."
  }
  public var evidence: [Evidence] {
    [Evidence("audit", audit), Evidence("start", start)]
  }

  static func breaches(
    of experts: [ExpertID], on start: Day, in auditCase: AuditCase
  ) -> [PinnedBreach] {
    guard let current = auditCase.current,
      current.start != start || current.experts != Set(experts)
    else { return [] }
    return breaches(ofNoPanelFor: auditCase.audit.id, in: auditCase.problem)
  }

  /// An audit without a panel breaks the rule when it is pinned to one.
  static func breaches(ofNoPanelFor audit: AuditID, in problem: Problem) -> [PinnedBreach] {
    guard let current = problem.current[audit], current.pinned else { return [] }
    return [
      PinnedBreach(audit: audit, experts: current.experts.sorted(), start: current.start)
    ]
  }
}
