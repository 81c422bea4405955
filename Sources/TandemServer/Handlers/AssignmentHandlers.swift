import TandemModel
import TandemNetwork
import TandemProtocol

/// AssignmentService's calls.
enum AssignmentHandlers {
  static func list(
    _ request: Wire.ListAssignmentsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListAssignmentsResponse {
    let snapshot = try call.snapshot(for: request)
    let state = snapshot.state
    let (expert, from): (ExpertID, Day?) = try call.read { reader in
      let from = reader.optionalDay(request.from, at: "from")
      let expert: ExpertID? = reader.id(request.expert, at: "expert")
      return expert.map { ($0, from) }
    }
    _ = try state.expert(expert)
    try call.refuseForeign(expert, Thing(.expert, expert.text))
    let assigned = state.audits.values.compactMap { entry -> (key: String, entry: AuditEntry)? in
      guard entry.seated.contains(expert), let start = entry.panel?.start ?? entry.vacancy?.start
      else { return nil }
      let end = start.adding(state.length(of: entry.audit) - 1)
      return end >= (from ?? .first) ? ("\(start) \(entry.audit.id)", entry) : nil
    }
    let page = try call.page(of: assigned.sorted { $0.key < $1.key }, for: request) { $0.key }
    return .with {
      $0.revision = snapshot.revision
      $0.assignments = page.items.map {
        Wire.Assignment($0.entry, of: expert, in: snapshot, on: call.today)
      }
      $0.nextPageToken = page.nextToken
    }
  }
}

extension Wire.Assignment {
  init(_ entry: AuditEntry, of expert: ExpertID, in snapshot: Snapshot, on today: Day) {
    self.init()
    audit = entry.audit.id.text
    cluster = entry.audit.cluster.text
    clusterName = snapshot.state.organisations[entry.audit.cluster]?.value.name ?? ""
    country = entry.audit.country.text
    label = entry.audit.label.text
    remote = entry.audit.remote
    renewal = entry.audit.renewal
    panel =
      Wire.StandingPanel(of: entry, in: snapshot, on: today)
      ?? entry.vacancy.map { vacancy in
        .with {
          $0.panel = Wire.Panel(
            start: vacancy.start,
            days: snapshot.state.length(of: entry.audit),
            experts: vacancy.experts, language: nil, names: snapshot.state.name)
        }
      }
    state = Wire.AuditState(entry.state)
    invitation = entry.invitation(of: expert)
      .map { Wire.Invitation($0, of: expert, in: snapshot.state) }
    report = entry.reports[expert].map { Wire.Report($0, of: expert) }
  }
}
