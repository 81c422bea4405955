import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

extension NetworkState {
  /// Empty for an expert whom the network does not know, or whose name is not given or erased.
  func name(of expert: ExpertID) -> String { experts[expert]?.person.name ?? "" }
}

extension Wire.Audit {
  /// The audit with its panel as it stands on that day; nil when there is no such audit.
  init?(_ id: AuditID, in snapshot: Snapshot, on today: Day) {
    guard let entry = snapshot.state.audits[id] else { return nil }
    self.init(entry.audit, contact: entry.contact, state: entry.state)
    clusterName = snapshot.state.organisations[entry.audit.cluster]?.value.name ?? ""
    memberNames = entry.memberNames.map(Wire.ResolvedName.init)
    waivers = entry.waivers.map(Wire.Waiver.init)
    panel = Wire.StandingPanel(of: entry, in: snapshot, on: today)
    reference = entry.reference?.name.text ?? ""
    revision = entry.revision
    invitations = (entry.panel?.invitations ?? [:]).sorted { $0.key < $1.key }
      .map { Wire.Invitation($0.value, of: $0.key, in: snapshot.state) }
    announcement = entry.panel?.announcement.map { Wire.Announcement($0, in: snapshot.state) }
    vacancy = entry.vacancy.map { Wire.Vacancy($0, in: snapshot.state) }
    verdict = entry.verdict.map(Wire.Verdict.init)
    // One report is not to sway the other.
    if let panel = entry.panel, panel.experts.allSatisfy({ entry.reports[$0] != nil }) {
      reports = entry.reports.sorted { $0.key < $1.key }.map { Wire.Report($0.value, of: $0.key) }
    }
  }
}

extension Wire.StandingPanel {
  /// Nil when the audit has no panel.
  init?(of entry: AuditEntry, in snapshot: Snapshot, on today: Day) {
    let state = snapshot.state
    guard let panel = entry.panel,
      let finding = snapshot.standingPanel(of: entry.audit.id, on: today)
    else { return nil }
    self.init()
    self.panel = Wire.Panel(finding, in: state)
    pinned = panel.pinned
    cost = finding.cost
    rows = finding.rows.map(Wire.CostRow.init)
    breaches = finding.breaches.map { Wire.Breach($0) }
    waived = finding.waived.map(Wire.WaivedBreach.init)
    warnings = Wire.Breach.warnings(about: finding, in: state, on: today)
    decision = Wire.Decision(panel.decision, for: finding, in: state)
  }
}

extension Wire.Decision {
  init(_ decision: Decision, for finding: PanelFinding, in state: NetworkState) {
    self.init()
    revision = decision.origin.revision
    actor = decision.origin.actor
    time = Wire.Timestamp(milliseconds: decision.origin.time)
    policyVersion = decision.policyVersion
    planned = decision.isPlanned
    guard let selection = decision.selection else { return }
    decidedOn = Wire.Date(selection.on)
    cost = selection.cost
    note = selection.note
    guard let choice = selection.best else { return }
    bestCost = choice.cost
    best = Wire.Panel(
      start: choice.start, days: finding.days, experts: choice.experts, language: nil,
      names: state.name)
  }
}

extension Wire.Timestamp {
  init(milliseconds: Int64) {
    self.init()
    seconds = Int(milliseconds / 1000)
    nanos = Int(milliseconds % 1000) * 1_000_000
  }
}

extension Wire.PanelEffect {
  init(_ effect: PanelEffect) {
    self.init()
    audit = effect.audit.text
    breaches = effect.breaches.map { Wire.Breach($0) }
  }
}

extension Wire.WaivedBreach {
  init(_ waived: WaivedBreach) {
    self.init()
    breach = Wire.Breach(waived.breach)
    waiver = waived.waiver.map(Wire.Waiver.init)
  }
}

extension Wire.Waiver {
  init(_ granted: GrantedWaiver) {
    self.init(granted.waiver)
    reason = granted.reason
    until = granted.until.map(Wire.Date.init)
    grantedBy = granted.origin.actor
    self.granted = Wire.Timestamp(milliseconds: granted.origin.time)
  }
}

extension Wire.RankedPanel {
  init(_ finding: PanelFinding, in state: NetworkState, on today: Day) {
    self.init()
    panel = Wire.Panel(finding, in: state)
    cost = finding.cost
    rows = finding.rows.map(Wire.CostRow.init)
    waived = finding.waived.map(Wire.WaivedBreach.init)
    warnings = Wire.Breach.warnings(about: finding, in: state, on: today)
  }
}

extension Wire.Breach {
  /// What speaks against a panel and does not bar it: doubts that only warn, and experts who are to confirm
  /// their interests before they may accept.
  static func warnings(
    about finding: PanelFinding, in state: NetworkState, on today: Day
  ) -> [Wire.Breach] {
    let doubts = state.warnings(about: finding, on: today).map { Wire.Breach($0) }
    return doubts
      + finding.experts.sorted().compactMap { expert in
        guard let entry = state.experts[expert], state.lastDayOfInterests(entry) < today else {
          return nil
        }
        return .with {
          $0.rule = "INTERESTS_UNCONFIRMED"
          $0.experts = [expert.text]
          $0.sentence =
            "\(expert) confirmed last on \(entry.interestsDeclared) that their interests are declared."
        }
      }
  }
}

extension Wire.Panel {
  init(_ finding: PanelFinding, in state: NetworkState) {
    self.init(
      start: finding.start, days: finding.days, experts: finding.experts,
      language: finding.language, names: state.name)
  }
}

extension Wire.CostRow {
  init(_ row: CostRow) {
    self.init()
    self.row = row.row.rawValue
    expert = row.expert?.text ?? ""
    amount = row.amount
  }
}

extension Wire.Breach {
  init(_ breach: some Breach) {
    self.init()
    rule = breach.rule.rawValue
    experts = breach.experts.map(\.text)
    sentence = breach.sentence
    evidence = breach.evidence.map { item in
      .with {
        $0.name = item.name
        $0.value = item.value
      }
    }
  }
}

extension Wire.Assurance {
  init(_ assurance: Assurance) {
    self.init()
    rule = assurance.rule.rawValue
    experts = assurance.experts.map(\.text)
    sentence = assurance.sentence
  }
}
