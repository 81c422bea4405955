import TandemModel

extension Problem {
  /// Why a repair that frees only some audits cannot be planned.
  public enum RepairRefusal: Error, Hashable, Sendable {
    /// The problem has no such audits.
    case unknown([AuditID])
    /// These keep a panel that breaks a rule where it stands: they must be freed too, or lose it.
    case broken([AuditID])
  }

  /// The problem of repairing a plan with as little disturbance as pays: only the named audits are
  /// planned; all others keep the panels that they have, and those that have none stay out.
  ///
  /// The cost rows for changes and moves make the best plan of it the least disturbance.
  public func repair(freeing audits: Set<AuditID>) throws(RepairRefusal) -> Problem {
    let unknown = audits.subtracting(self.audits.map(\.id))
    guard unknown.isEmpty else { throw .unknown(unknown.sorted()) }
    var repair = Problem(
      horizon: horizon, policy: policy, experts: experts,
      audits: self.audits.filter { audits.contains($0.id) || current[$0.id] != nil },
      unavailable: unavailable, current: current, groups: groups, interests: interests,
      relations: relations, history: history, travel: travel, closures: closures)
    for audit in current.keys { repair.current[audit]?.pinned = !audits.contains(audit) }
    let broken = repair.breachesOfPinned().map(\.audit)
    guard broken.isEmpty else { throw .broken(broken) }
    return repair
  }
}
