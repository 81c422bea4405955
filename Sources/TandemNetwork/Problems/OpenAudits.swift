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
    guard try !self.expert(expert).retired else { return [] }
    return audits.values.filter { entry in
      entry.state == .admitted
        && planning.auditCase(entry.audit.id)?.maySomeDay(serve: expert) == true
    }.sorted {
      ($0.audit.window.lowerBound, $0.audit.id) < ($1.audit.window.lowerBound, $1.audit.id)
    }
  }

  func placeBid(
    _ id: AuditID, _ expert: ExpertID, _ bid: Int, on today: Day
  ) throws(Refusal) -> [Event] {
    guard (0...3).contains(bid) else {
      throw .invalid([Fault(at: "bid", "is \(bid), expected 0 to 3")])
    }
    let open = try openAudits(for: expert, on: today)
    // Why others are closed to them is not told.
    guard open.contains(where: { $0.audit.id == id }) else { throw .notFound(Thing(id)) }
    return [.bidPlaced(id, expert, bid)]
  }

  /// The last day on which the expert's word holds that all their interests are declared.
  public func lastDayOfInterests(_ entry: ExpertEntry) -> Day {
    entry.interestsDeclared.adding(policy.policy.scheme.interestDays)
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
