import TandemMatching
import TandemModel

// What events about audits change.
extension NetworkState {
  mutating func setPanel(_ panel: StandingPanel?, of id: AuditID, in state: AuditState) {
    links.replace(id, audits[id]?.panel, by: panel)
    change(id) {
      $0.state = state
      $0.panel = panel
      $0.vacancy = nil
    }
  }

  /// Gives an audit another panel. Who sits on it from the same day on as before stays invited, or keeps
  /// their word.
  mutating func assign(_ panel: StandingPanel, to id: AuditID) {
    guard let entry = audits[id] else { return }
    let (start, invitations) =
      entry.panel.map { ($0.start, $0.invitations) }
      ?? entry.vacancy.map { ($0.start, $0.invitations) } ?? (panel.start, [:])
    var panel = panel
    if start == panel.start {
      panel.invitations = invitations.filter { panel.experts.contains($0.key) }
    }
    setPanel(panel, of: id, in: .proposed)
  }

  mutating func invite(_ id: AuditID, on day: Day, from origin: Origin) {
    change(id) {
      guard var panel = $0.panel else { return }
      for expert in panel.experts where panel.invitations[expert] == nil {
        panel.invitations[expert] = Invitation(on: day, origin: origin)
      }
      panel.current = true
      $0.panel = panel
      $0.state = panel.isConfirmed ? .confirmed : .invited
    }
  }

  /// Whoever has a seat leaves it; the others stay in a vacancy.
  mutating func exclude(
    _ expert: ExpertID, from id: AuditID, _ cause: Exclusion.Cause, by origin: Origin
  ) {
    change(id) {
      let statement = Statements.Statement(by: origin.actor, on: origin.day)
      if cause == .objected {
        $0.audit.objections.insert(expert)
        $0.statements.objections[expert] = statement
      } else {
        $0.audit.recusals.insert(expert)
        $0.statements.recusals[expert] = statement
      }
      $0.vacancy?.experts.remove(expert)
      $0.vacancy?.invitations[expert] = nil
    }
    guard let panel = audits[id]?.panel, panel.experts.contains(expert) else { return }
    setPanel(nil, of: id, in: .admitted)
    change(id) {
      $0.vacancy = Vacancy(
        start: panel.start, experts: panel.experts.subtracting([expert]),
        invitations: panel.invitations.filter { $0.key != expert })
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
