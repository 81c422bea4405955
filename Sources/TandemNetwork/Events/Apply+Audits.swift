import TandemMatching
import TandemModel

// What events about audits change.
extension NetworkState {
  mutating func setPanel(_ panel: StandingPanel?, of id: AuditID, in state: AuditState) {
    links.replace(id, audits[id]?.panel, by: panel)
    change(id) {
      $0.state = state
      $0.panel = panel
    }
  }

  mutating func change(_ id: AuditID, _ body: (inout AuditEntry) -> Void) {
    guard let old = audits[id] else { return }
    var entry = old
    body(&entry)
    entry.revision = revision
    if entry.request != old.request { entry.requestRevision = revision }
    audits[id] = entry
  }
}

extension AuditEntry {
  /// An audit that was submitted; only a file brings waivers along.
  init(
    _ audit: Audit, contact: Person, reference: AuditReference? = nil, from origin: Origin
  ) {
    self.init(
      audit: audit, contact: contact, state: .submitted, panel: nil,
      waivers: audit.waivers.map {
        GrantedWaiver(waiver: $0, reason: "", until: nil, origin: origin)
      },
      statements: Statements(), reference: reference, revision: origin.revision,
      requestRevision: origin.revision)
    take(audit, from: origin)
  }

  /// What is said of the audit now; who stated what stays known of that which was said before.
  mutating func take(_ audit: Audit, from origin: Origin) {
    let statement = Statements.Statement(by: origin.actor, on: origin.day)
    func stated(
      _ experts: Set<ExpertID>, _ known: [ExpertID: Statements.Statement]
    ) -> [ExpertID: Statements.Statement] {
      Dictionary(uniqueKeysWithValues: experts.map { ($0, known[$0] ?? statement) })
    }
    statements = Statements(
      objections: stated(audit.objections, statements.objections),
      recusals: stated(audit.recusals, statements.recusals))
    self.audit = audit
    self.audit.waivers = []
  }
}
