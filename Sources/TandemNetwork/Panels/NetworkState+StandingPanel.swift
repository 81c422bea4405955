import TandemMatching
import TandemModel

extension NetworkState {
  /// The panel that stands for an audit, by what is known now; nil when there is none.
  ///
  /// It is looked at beside the panels of its experts' other audits, whether these are valid or not;
  /// those that were held are history.
  public func standingPanel(of id: AuditID, on today: Day) -> PanelFinding? {
    guard let entry = audits[id], let panel = entry.panel,
      let auditCase = auditCase(of: entry, panel, on: today)
    else { return nil }
    return PanelFinding(
      of: panel.experts, on: panel.start, in: auditCase,
      waivers: entry.waivers(on: dayOfWaivers(of: entry, on: today)))
  }

  /// Every rule that the panel which stands for an audit breaks; none when there is no panel.
  func standingBreaches(of id: AuditID, on today: Day) -> [any Breach] {
    guard let entry = audits[id], let panel = entry.panel,
      let auditCase = auditCase(of: entry, panel, on: today)
    else { return [] }
    return auditCase.breaches(of: panel.experts, on: panel.start)
  }

  /// The audit beside the other audits of its experts: all that the rules ask about its panel, and no
  /// more of the network. One that was held is asked about under the policy that it was decided under,
  /// and beside none.
  private func auditCase(
    of entry: AuditEntry, _ panel: StandingPanel, on today: Day
  ) -> AuditCase? {
    let id = entry.audit.id
    let isHeld = isHeld(entry, on: today)
    var others: Set<AuditID> = []
    for expert in panel.experts { others.formUnion(links.panels[expert]) }
    others.remove(id)
    let neighbours = others.compactMap { audits[$0] }
    let held = heldAudits(neighbours, on: today)
    let standing = isHeld ? [] : neighbours.filter { !self.isHeld($0, on: today) }
    let interests = panel.experts.flatMap { links.interests[$0] }.sorted()
      .compactMap { self.interests[$0]?.value }
    let groups = Set(interests.map { group(of: $0.organisation) })
    let organisations = groups.reduce(into: Set(interests.map(\.organisation))) {
      $0.formUnion(self.organisations(inGroup: $1))
    }
    // No rule asks about a member that no interest of the experts reaches.
    let members = self.members(of: entry.audit).reduce(into: Set()) {
      $0.formUnion(organisations.intersection($1))
    }
    guard var audit = audit(toPlan: entry, with: members, on: today) else { return nil }
    if isHeld {
      audit.waivers = entry.waivers(on: dayOfWaivers(of: entry, on: today)).map(\.waiver)
    }
    let served = Set(panel.experts.flatMap { links.served[$0] }).sorted().map { history[$0] }
    let problem = Problem(
      horizon: horizon(of: [entry], on: today),
      policy: isHeld ? policy(version: panel.decision.policyVersion) : policy.policy,
      experts: panel.experts.compactMap { experts[$0] }.map { entry in
        var expert = entry.withLoad(of: held)
        if entry.retired, !isHeld { expert.maxAudits = 0 }
        return expert
      },
      audits: [audit],
      unavailable: absences(of: panel.experts),
      groups: self.groups(of: organisations.union([audit.cluster])), interests: interests,
      relations: Set(
        panel.experts.flatMap { links.relations[$0] }.compactMap { relations[$0]?.value }),
      history: served + held, travel: travel, closures: closures)
    return AuditCase(
      id, in: IndexedProblem(problem, statements: [id: entry.statements]),
      beside: engagements(of: panel.experts, on: standing))
  }

  private func engagements(
    of experts: Set<ExpertID>, on entries: [AuditEntry]
  ) -> Engagements {
    var engagements = Engagements()
    for entry in entries {
      guard let panel = entry.panel else { continue }
      let days = panel.start...panel.start.adding(length(of: entry.audit) - 1)
      for expert in panel.experts where experts.contains(expert) {
        engagements.insert(entry.audit.id, on: days, of: expert)
      }
    }
    return engagements
  }

  /// What was waived when an audit was held stays so.
  private func dayOfWaivers(of entry: AuditEntry, on today: Day) -> Day {
    isHeld(entry, on: today) ? entry.panel?.start ?? today : today
  }

  private func policy(version: Int) -> Policy {
    policies.first { $0.version == version }?.policy ?? policy.policy
  }

  private func absences(of experts: Set<ExpertID>) -> [ExpertID: [ClosedRange<Day>]] {
    Dictionary(
      uniqueKeysWithValues: experts.map { expert in
        let days = links.absences[expert].compactMap { absences[$0]?.value.days }
        return (
          expert, days.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        )
      })
  }

  /// The group of an organisation, its own id where it is in none; followed one step.
  func group(of organisation: OrganisationID) -> OrganisationID {
    organisations[organisation]?.value.group ?? organisation
  }

  /// All that count as one under a group's name.
  func organisations(inGroup group: OrganisationID) -> Set<OrganisationID> {
    Set(links.members[group]).union([group])
  }

  /// The organisations that belong to an audit's cluster: those that its request names, and those that
  /// are registered.
  func members(of audit: Audit) -> [Set<OrganisationID>] {
    [audit.members, organisations[audit.cluster]?.value.members ?? []]
  }

  private func groups(
    of organisations: Set<OrganisationID>
  ) -> [OrganisationID: OrganisationID] {
    var groups: [OrganisationID: OrganisationID] = [:]
    for id in organisations {
      if let group = self.organisations[id]?.value.group { groups[id] = group }
    }
    return groups
  }
}
