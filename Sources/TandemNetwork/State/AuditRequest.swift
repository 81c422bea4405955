import TandemModel

/// An audit as whoever asked for it may know it: nothing of what only the coordinator weighs, and nothing of
/// a panel before that is announced.
public struct AuditRequest: Hashable, Sendable {
  /// Without priority, recusals and bids.
  public var audit: Audit
  public var contact: Person
  /// As long as its panel is not announced, a proposed audit is an admitted one.
  public var state: AuditState
}

extension AuditEntry {
  public var request: AuditRequest {
    var audit = audit
    audit.priority = 1
    audit.recusals = []
    audit.bids = [:]
    return AuditRequest(
      audit: audit, contact: contact, state: state == .proposed ? .admitted : state)
  }
}
