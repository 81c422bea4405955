import TandemModel
import TandemNetwork
import TandemProtocol

/// AssignmentService's calls about audits without a panel.
enum BidHandlers {
  static func list(
    _ request: Wire.ListOpenAuditsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListOpenAuditsResponse {
    let snapshot = try call.snapshot(for: request)
    let expert: ExpertID = try call.read { $0.id(request.expert, at: "expert") }
    _ = try snapshot.state.expert(expert)
    try call.refuseForeign(expert, Thing(.expert, expert.text))
    let open = try snapshot.openAudits(for: expert, on: call.today)
      .map { (key: "\($0.audit.window.lowerBound) \($0.audit.id)", entry: $0) }
    let page = try call.page(of: open, for: request) { $0.key }
    return .with {
      $0.revision = snapshot.revision
      $0.audits = page.items.map { Wire.OpenAudit($0.entry, for: expert, in: snapshot.state) }
      $0.nextPageToken = page.nextToken
    }
  }

  static func place(
    _ request: Wire.PlaceBidRequest, _ call: Call
  ) async throws(Refusal) -> Wire.PlaceBidResponse {
    let (audit, expert): (AuditID, ExpertID) = try call.read { reader in
      let audit: AuditID? = reader.id(request.audit, at: "audit")
      let expert: ExpertID? = reader.id(request.expert, at: "expert")
      _ = reader.whole(request.bid, 0...3, at: "bid")
      return audit.flatMap { audit in expert.map { (audit, $0) } }
    }
    let outcome = try await call.write(request) { state throws(Refusal) in
      _ = try state.expert(expert)
      try call.refuseForeign(expert, Thing(.expert, expert.text))
      return .placeBid(audit, expert, request.bid)
    }
    return .with {
      $0.revision = outcome.revision
      $0.audit = outcome.state.audits[audit].map {
        Wire.OpenAudit($0, for: expert, in: outcome.state)
      }
    }
  }
}

extension Wire.OpenAudit {
  init(_ entry: AuditEntry, for expert: ExpertID, in state: NetworkState) {
    self.init()
    audit = entry.audit.id.text
    cluster = entry.audit.cluster.text
    clusterName = state.organisations[entry.audit.cluster]?.value.name ?? ""
    country = entry.audit.country.text
    label = entry.audit.label.text
    languages = entry.audit.languages.map(\.text)
    earliest = Wire.Date(entry.audit.window.lowerBound)
    latest = Wire.Date(entry.audit.window.upperBound)
    remote = entry.audit.remote
    renewal = entry.audit.renewal
    bid = entry.audit.bids[expert] ?? 1
  }
}
