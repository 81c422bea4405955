import TandemModel
import TandemNetwork
import TandemProtocol

/// RegisterService's calls.
enum RegisterHandlers {
  static func list(
    _ request: Wire.ListLabelsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListLabelsResponse {
    let snapshot = try call.snapshot(for: request)
    let (on, dueBy): (Day?, Day?) = try call.read { reader in
      (reader.optionalDay(request.on, at: "on"), reader.optionalDay(request.dueBy, at: "due_by"))
    }
    let found = snapshot.state.register(on: on ?? call.today).filter { entry in
      (request.cluster.isEmpty || entry.award.cluster.text == request.cluster)
        && (request.label.isEmpty || entry.award.label.text == request.label)
        && (dueBy.map { entry.isDue(by: $0) } ?? true)
    }
    let page = try call.page(of: found, for: request) {
      "\($0.award.cluster) \($0.award.awarded) \($0.award.label)"
    }
    return .with {
      $0.revision = snapshot.revision
      $0.labels = page.items.map { Wire.RegisteredLabel($0, in: snapshot.state) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func record(
    _ request: Wire.RecordLabelRequest, _ call: Call
  ) async throws(Refusal) -> Wire.RecordLabelResponse {
    let (cluster, label, day): (OrganisationID, Label, Day) = try call.read { reader in
      let cluster: OrganisationID? = reader.id(request.cluster, at: "cluster")
      let label: Label? = reader.term(request.label, at: "label")
      let day = reader.day(request.awarded, at: "awarded")
      guard let cluster, let label, let day else { return nil }
      return (cluster, label, day)
    }
    let outcome = try await call.write(request, .recordLabel(label, cluster, on: day))
    return call.answer(outcome) {
      $0.label = outcome.state.register(on: call.today)
        .first { $0.award.cluster == cluster && $0.award.awarded == day.firstOfMonth }
        .map { Wire.RegisteredLabel($0, in: outcome.state) }
    }
  }
}

extension RegisteredLabel {
  fileprivate func isDue(by day: Day) -> Bool {
    (state == .valid || state == .renewable) && award.until <= day
  }
}

extension Wire.RegisteredLabel {
  init(_ entry: RegisteredLabel, in network: NetworkState) {
    self.init()
    cluster = entry.award.cluster.text
    clusterName = network.organisations[entry.award.cluster]?.value.name ?? ""
    label = entry.award.label.text
    awarded = Wire.Date(entry.award.awarded)
    until = Wire.Date(entry.award.until)
    state =
      switch entry.state {
      case .valid: .valid
      case .renewable: .renewable
      case .lapsed: .lapsed
      case .renewed: .renewed
      case .replaced: .replaced
      }
    audit = entry.award.audit?.text ?? ""
  }
}
