import TandemProtocol

extension ErrorDetails {
  /// What of an error a role may read: why panels break rules is the coordinator's.
  func seen(by role: Role) -> ErrorDetails {
    guard role != .coordinator, !breaches.isEmpty || code == .failedPrecondition else {
      return self
    }
    var details = self
    details.breaches = []
    details.preconditionViolations = details.preconditionViolations.filter { $0.type == "STATE" }
    return details
  }
}
