import TandemModel

/// An audit as whoever asked for it may know it: nothing of what only the coordinator weighs, and nothing of
/// a panel before that is announced.
public struct AuditRequest: Hashable, Sendable {
  /// Without priority, recusals and bids.
  public var audit: Audit
  public var contact: Person
  /// As long as its panel is not announced, a proposed audit is an admitted one.
  public var state: AuditState
  /// The panel that was announced.
  public var panel: Panel?

  public struct Panel: Hashable, Sendable {
    public var start: Day
    public var experts: Set<ExpertID>
    public var announcement: Announcement
  }
}

extension AuditEntry {
  public var request: AuditRequest {
    var audit = audit
    audit.priority = 1
    audit.recusals = []
    audit.bids = [:]
    let announced = panel.flatMap { panel in
      panel.announcement.map {
        AuditRequest.Panel(start: panel.start, experts: panel.experts, announcement: $0)
      }
    }
    return AuditRequest(
      audit: audit, contact: contact,
      state: state == .proposed && announced == nil ? .admitted : state, panel: announced)
  }
}
