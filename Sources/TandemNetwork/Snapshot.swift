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
}
