import TandemModel

// What experts did follows from panels and the day: nothing need be recorded when it happens.
extension NetworkState {
  /// Whether the days of the audit's panel are over, or somebody said that it was held.
  public func isHeld(_ entry: AuditEntry, on today: Day) -> Bool {
    if entry.state == .held || entry.state == .decided { return true }
    guard let panel = entry.panel, panel.start < today else { return false }
    return panel.start.adding(length(of: entry.audit) - 1) < today
  }

  /// Those of the audits that were held, by their start and then by their ids.
  func heldAudits(_ entries: some Sequence<AuditEntry>, on today: Day) -> [HeldAudit] {
    entries.filter { isHeld($0, on: today) }
      .sorted {
        ($0.panel?.start ?? .first, $0.audit.id) < ($1.panel?.start ?? .first, $1.audit.id)
      }
      .compactMap { entry in
        entry.panel.map {
          HeldAudit(cluster: entry.audit.cluster, date: $0.start, experts: $0.experts)
        }
      }
  }
}

extension ExpertEntry {
  /// The expert with the audits held since the opening day added to the opening load.
  func withLoad(of held: [HeldAudit]) -> Expert {
    var expert = expert
    expert.priorLoad += held.count { $0.date >= openingDay && $0.experts.contains(expert.id) }
    expert.priorLoad = min(expert.priorLoad, ExpertEntry.largestLoad)
    return expert
  }

  /// The most that a problem's file may say.
  static let largestLoad = 10_000
}
