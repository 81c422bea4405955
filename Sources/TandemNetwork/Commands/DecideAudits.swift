import TandemModel

extension NetworkState {
  func submitAudit(
    _ audit: Audit, contact: Person, reference: AuditReference?, on today: Day
  ) throws(Refusal) -> [Event] {
    if let reference, let earlier = self.audit(called: reference) {
      throw .referenceTaken(reference, by: earlier)
    }
    guard audits[audit.id] == nil else { throw .alreadyExists(Thing(audit.id)) }
    try refuse(faults(in: audit, on: today))
    return registration(of: audit)
      + [.auditSubmitted(audit, contact: contact, reference: reference?.name)]
  }

  func admitAudit(_ id: AuditID) throws(Refusal) -> [Event] {
    let entry = try audit(id)
    guard entry.state == .submitted else {
      throw .notNow(
        Thing(id), reason: "it is \(entry.state.rawValue), and only a submitted one is admitted")
    }
    return [.auditAdmitted(id)]
  }

  func updateAudit(
    _ audit: Audit, contact: Person, readAt: Int, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try self.audit(audit.id)
    guard entry.state != .withdrawn else {
      throw .notNow(Thing(audit.id), reason: "it is withdrawn; submit a new one")
    }
    try refuseStale(Thing(audit.id), revision: entry.revision, readAt: readAt)
    let isSameWindow = audit.window == entry.audit.window
    try refuse(faults(in: audit, on: isSameWindow ? .first : today))
    return registration(of: audit) + [.auditUpdated(audit, contact: contact)]
  }

  func withdrawAudit(
    _ id: AuditID, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id)
    guard entry.state != .withdrawn else {
      throw .notNow(Thing(id), reason: "it is withdrawn already")
    }
    try refuseHeld(entry, on: today)
    return [.auditWithdrawn(id, reason: reason)]
  }

  /// What was held stays known: experts' rotation and load follow from it.
  func refuseHeld(_ entry: AuditEntry, on today: Day) throws(Refusal) {
    guard isHeld(entry, on: today), let panel = entry.panel else { return }
    throw .notNow(Thing(entry.audit.id), reason: "it was held from \(panel.start) on")
  }

  /// Days of an audit's window: two years, far more than anybody plans ahead. Every audit is planned
  /// over the years that all windows touch.
  static let longestWindow = 731

  private func faults(in audit: Audit, on today: Day) -> [Fault] {
    var faults: [Fault] = []
    if policy.policy.labels[audit.label] == nil {
      faults.append(unknownLabel(audit.label, at: "audit.label"))
    }
    if audit.window.upperBound < today {
      faults.append(
        Fault(at: "audit.latest", "the window ended before today, \(today); ask for later days"))
    }
    if audit.window.count > NetworkState.longestWindow {
      faults.append(
        Fault(
          at: "audit.latest",
          "the window has \(audit.window.count) days, at most \(NetworkState.longestWindow) are allowed"
        ))
    }
    if audit.members.contains(audit.cluster) {
      faults.append(Fault(at: "audit.members", "a cluster is not its own member; leave it out"))
    }
    for (place, named) in [
      ("objections", audit.objections), ("recusals", audit.recusals),
      ("bids", Set(audit.bids.keys)), ("waivers", Set(audit.waivers.flatMap(\.experts))),
    ] {
      faults += named.sorted().flatMap { unknownExpert($0, at: "audit.\(place)") }
    }
    faults += missingTravel(for: audit.country, at: "audit.country")
    return faults
  }

  /// Registers the organisations that the audit names and the network does not know yet, so that
  /// interests in them can be declared, and marks the cluster as one.
  func registration(of audit: Audit) -> [Event] {
    var events: [Event] = []
    var cluster = organisations[audit.cluster]?.value ?? Organisation(id: audit.cluster)
    if !cluster.isCluster {
      cluster.isCluster = true
      events.append(.organisationSet(cluster))
    }
    for member in audit.members.sorted() where organisations[member] == nil {
      events.append(.organisationSet(Organisation(id: member)))
    }
    return events
  }
}
