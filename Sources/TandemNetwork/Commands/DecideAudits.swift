import TandemModel
import TandemNames

extension NetworkState {
  func submitAudit(
    _ audit: Audit, contact: Person, members: [NameQuery], reference: AuditReference?,
    takesUnknown: Bool, on today: Day
  ) throws(Refusal) -> [Event] {
    if let reference, let earlier = self.audit(called: reference) {
      throw .referenceTaken(reference, by: earlier)
    }
    guard audits[audit.id] == nil else { throw .alreadyExists(Thing(audit.id)) }
    let (audit, named) = resolve(members, of: audit)
    let objections = takesUnknown ? [] : audit.objections
    try refuse(
      faults(in: audit, objecting: objections, takesUnknown: takesUnknown, on: today))
    return named.events + registration(of: audit, besides: named.organisations)
      + [.auditSubmitted(audit, contact: contact, reference: reference?.name)]
      + (named.names.isEmpty ? [] : [.membersNamed(audit.id, named.names)])
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
    _ audit: Audit, contact: Person, members: [NameQuery], readAt: Int, takesUnknown: Bool,
    on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try self.audit(audit.id)
    guard !entry.state.isOver else {
      throw .notNow(Thing(audit.id), reason: "it is \(entry.state.rawValue); submit a new one")
    }
    try refuseStale(Thing(audit.id), revision: entry.revision, readAt: readAt)
    let (audit, named) = resolve(members, of: audit)
    let isSameWindow = audit.window == entry.audit.window
    let objections =
      takesUnknown ? [] : audit.objections.subtracting(entry.audit.objections)
    try refuse(
      faults(
        in: audit, objecting: objections, takesUnknown: takesUnknown,
        on: isSameWindow ? .first : today))
    let kept = entry.memberNames.filter { audit.members.contains($0.organisation) }
    let names = kept + named.names.filter { !kept.contains($0) }
    return named.events + registration(of: audit, besides: named.organisations)
      + [.auditUpdated(audit, contact: contact)]
      + (names == entry.memberNames ? [] : [.membersNamed(audit.id, names)])
  }

  func withdrawAudit(
    _ id: AuditID, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id)
    guard !entry.state.isOver else {
      throw .notNow(Thing(id), reason: "it is \(entry.state.rawValue) already")
    }
    try refuseHeld(entry, on: today)
    return [.auditWithdrawn(id, reason: reason)]
  }

  /// The audit with the members that the names mean, and how they were resolved.
  private func resolve(_ members: [NameQuery], of audit: Audit) -> (Audit, NameResolution) {
    var resolution = NameResolution(in: self)
    for name in members { resolution.resolve(name, assuming: audit.country) }
    var audit = audit
    // Many a list of members begins with the cluster itself.
    audit.members.formUnion(resolution.organisations.subtracting([audit.cluster]))
    return (audit, resolution)
  }

  /// What was held stays known: experts' rotation and load follow from it.
  func refuseHeld(_ entry: AuditEntry, on today: Day) throws(Refusal) {
    guard isHeld(entry, on: today), let panel = entry.panel else { return }
    throw .notNow(Thing(entry.audit.id), reason: "it was held from \(panel.start) on")
  }

  /// Days of an audit's window: two years, far more than anybody plans ahead. Every audit is planned
  /// over the years that all windows touch.
  static let longestWindow = 731

  /// - Parameter objections: those whose experts must be known.
  private func faults(
    in audit: Audit, objecting objections: Set<ExpertID>, takesUnknown: Bool, on today: Day
  ) -> [Fault] {
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
      ("objections", objections), ("recusals", audit.recusals),
      ("bids", Set(audit.bids.keys)), ("waivers", Set(audit.waivers.flatMap(\.experts))),
    ] {
      faults += named.sorted().flatMap { unknownExpert($0, at: "audit.\(place)") }
    }
    faults += missingTravel(
      for: audit.country, at: "audit.country", namesOthers: !takesUnknown)
    return faults
  }

  /// Registers the organisations that the audit names and the network does not know yet, so that
  /// interests in them can be declared, and marks the cluster as one.
  func registration(
    of audit: Audit, besides named: Set<OrganisationID> = []
  ) -> [Event] {
    var events: [Event] = []
    var cluster = organisations[audit.cluster]?.value ?? Organisation(id: audit.cluster)
    if !cluster.isCluster {
      cluster.isCluster = true
      events.append(.organisationSet(cluster))
    }
    for member in audit.members.sorted()
    where organisations[member] == nil && !named.contains(member) {
      events.append(.organisationSet(Organisation(id: member)))
    }
    return events
  }
}
