/// How far an audit has come, on its way from a request to a label.
public enum AuditState: String, Hashable, Sendable, CaseIterable {
  /// Requested by a partner or the coordinator.
  case submitted
  /// Checked and taken into planning.
  case admitted
  /// A panel is assigned.
  case proposed
  /// Taken back; it is in no plan.
  case withdrawn
}
