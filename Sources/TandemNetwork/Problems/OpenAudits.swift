import TandemMatching
import TandemModel

extension NetworkState {
  /// The audits for which a panel is looked for and on which the expert could serve on some day, by their
  /// windows.
  ///
  /// Throws `notFound` for nobody known.
  public func openAudits(
    for expert: ExpertID, on today: Day
  ) throws(Refusal) -> [AuditEntry] {
    try openAudits(for: expert, in: Planning(of: self, on: today))
  }

  fileprivate func openAudits(
    for expert: ExpertID, in planning: Planning
  ) throws(Refusal) -> [AuditEntry] {
    let known = try self.expert(expert)
    return audits.values.filter { isOpen($0, to: known, in: planning) }.sorted {
      ($0.audit.window.lowerBound, $0.audit.id) < ($1.audit.window.lowerBound, $1.audit.id)
    }
  }

  private func isOpen(
    _ entry: AuditEntry, to expert: ExpertEntry, in planning: @autoclosure () -> Planning
  ) -> Bool {
    entry.state == .admitted && !expert.retired
      && planning().auditCase(entry.audit.id)?.maySomeDay(serve: expert.expert.id) == true
  }

  func placeBid(
    _ id: AuditID, _ expert: ExpertID, _ bid: Int, on today: Day
  ) throws(Refusal) -> [Event] {
    guard (0...3).contains(bid) else {
      throw .invalid([Fault(at: "bid", "is \(bid), expected 0 to 3")])
    }
    let known = try self.expert(expert)
    // Why others are closed to them is not told.
    guard let entry = audits[id], isOpen(entry, to: known, in: Planning(of: self, on: today)) else {
      throw .notFound(Thing(id))
    }
    return [.bidPlaced(id, expert, bid)]
  }
}

extension Snapshot {
  /// As that of its state, which it may have looked at before.
  public func openAudits(
    for expert: ExpertID, on today: Day
  ) throws(Refusal) -> [AuditEntry] {
    try state.openAudits(for: expert, in: planning(on: today))
  }
}
