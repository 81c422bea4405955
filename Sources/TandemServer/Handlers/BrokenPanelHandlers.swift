import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's list of panels that break a rule.
enum BrokenPanelHandlers {
  static func list(
    _ request: Wire.ListBrokenPanelsRequest, _ call: Call
  ) throws(Refusal) -> Wire.ListBrokenPanelsResponse {
    let snapshot = try call.snapshot(for: request)
    let day = try call.read { reader in
      reader.optionalDay(request.on, at: "on") ?? call.today
    }
    let page = try call.page(of: snapshot.brokenPanels(on: day), for: request) {
      $0.audit.id.text
    }
    return .with {
      $0.revision = snapshot.revision
      $0.panels = page.items.map { Wire.BrokenPanel($0, in: snapshot, on: day) }
      $0.nextPageToken = page.nextToken
    }
  }
}

extension Wire.BrokenPanel {
  init(_ finding: PanelFinding, in snapshot: Snapshot, on day: Day) {
    self.init()
    let state = snapshot.state
    audit = finding.audit.id.text
    cluster = finding.audit.cluster.text
    clusterName = state.organisations[finding.audit.cluster]?.value.name ?? ""
    panel = state.audits[finding.audit.id].flatMap {
      Wire.StandingPanel(of: $0, in: snapshot, on: day)
    }
    held = finding.start.adding(finding.days - 1) < day
  }
}
