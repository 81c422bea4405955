import Synchronization
import TandemJournal
import TandemMatching
import TandemModel

/// The network as it was right after one revision: immutable, shared by all who read it.
public final class Snapshot: Sendable {
  public let state: NetworkState
  /// The end of the chain that made it.
  public let head: Head
  private let kept = Mutex<Planning?>(nil)
  private let findings = Mutex(Findings(day: .first))

  /// The panels looked at on a day.
  private struct Findings {
    let day: Day
    var ofAudits: [AuditID: PanelFinding?] = [:]
  }

  public var revision: Int { head.revision }

  init(state: NetworkState, head: Head) {
    self.state = state
    self.head = head
  }

  /// What matching needs of the state on that day; made when it is first asked for, and kept.
  func planning(on today: Day) -> Planning {
    kept.withLock { kept in
      if let kept, kept.today == today { return kept }
      let planning = Planning(of: state, on: today)
      kept = planning
      return planning
    }
  }

  /// As the state's, looked at when it is first asked for, and kept.
  public func standingPanel(of id: AuditID, on today: Day) -> PanelFinding? {
    let known = findings.withLock { $0.day == today ? $0.ofAudits[id] : nil }
    if let known { return known }
    let finding = state.standingPanel(of: id, on: today)
    findings.withLock { findings in
      if findings.day != today { findings = Findings(day: today) }
      findings.ofAudits[id] = .some(finding)
    }
    return finding
  }
}
