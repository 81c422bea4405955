import TandemMatching
import TandemModel

extension NetworkState {
  /// The panel that stands for an audit, by what is known now; nil when there is none.
  ///
  /// It is looked at beside the panels of its experts' other audits, whether these are valid or not;
  /// those that were held are history.
  public func standingPanel(of id: AuditID, on today: Day) -> PanelFinding? {
    guard let entry = audits[id], let panel = entry.panel,
      let auditCase = auditCase(of: entry, for: panel.experts, on: today)
    else { return nil }
    return PanelFinding(
      of: panel.experts, on: panel.start, in: auditCase,
      waivers: entry.waivers(on: dayOfWaivers(of: entry, on: today)))
  }

  /// Every rule that the panel which stands for an audit breaks; none when there is no panel.
  func standingBreaches(of id: AuditID, on today: Day) -> [any Breach] {
    guard let entry = audits[id], let panel = entry.panel,
      let auditCase = auditCase(of: entry, for: panel.experts, on: today)
    else { return [] }
    return auditCase.breaches(of: panel.experts, on: panel.start)
  }

  /// The audit beside the other audits of its experts: all that the rules ask about its panel, and no
  /// more of the network. One that was held is asked about under the policy that it was decided under,
  /// and beside none. The `persons` are the doubts about experts that count, where these are not those
  /// that the policy says.
  func auditCase(
    of entry: AuditEntry, for experts: Set<ExpertID>, on today: Day, doubtsBar: Bool? = nil,
    persons: [ExpertDoubt]? = nil
  ) -> AuditCase? {
    let id = entry.audit.id
    let isHeld = isHeld(entry, on: today)
    var others: Set<AuditID> = []
    for expert in experts { others.formUnion(links.panels[expert]) }
    others.remove(id)
    let neighbours = others.compactMap { audits[$0] }
    let held = heldAudits(neighbours, on: today)
    let standing = isHeld ? [] : neighbours.filter { !self.isHeld($0, on: today) }
    let policy = isHeld ? policy(of: entry) : policy.policy
    let doubtsBar = doubtsBar ?? (policy.doubts == .bar)
    let persons = persons ?? (doubtsBar ? unsettledExpertDoubts(about: doubted(with: experts)) : [])
    let people = experts.union(persons.flatMap { [$0.one, $0.other] })
    let interests = people.flatMap { links.interests[$0] }.sorted()
      .compactMap { self.interests[$0]?.value }
    let tied = tied(to: interests.map(\.organisation), doubts: doubtsBar)
    // No rule asks about a member that no interest of the experts reaches.
    let members = self.members(of: entry.audit).reduce(into: Set()) {
      $0.formUnion(tied.organisations.intersection($1))
    }
    guard var audit = audit(toPlan: entry, with: members, on: today) else { return nil }
    if isHeld {
      audit.waivers = entry.waivers(on: dayOfWaivers(of: entry, on: today)).map(\.waiver)
    }
    let served = Set(experts.flatMap { links.served[$0] }).sorted().map { history[$0] }
    var problem = Problem(
      horizon: horizon(of: [entry], on: today),
      policy: policy,
      experts: experts.compactMap { self.experts[$0] }.map { entry in
        var expert = entry.withLoad(of: held)
        if entry.retired, !isHeld { expert.maxAudits = 0 }
        return expert
      },
      audits: [audit],
      unavailable: absences(of: experts),
      groups: groups(of: tied), interests: interests,
      relations: Set(
        people.flatMap { links.relations[$0] }
          .compactMap { relations[$0].flatMap { canonical($0.value) } }),
      history: canonical(served + held), travel: travel, closures: closures)
    let borne = problem.bear(persons, by: serving(people))
    return AuditCase(
      id,
      in: IndexedProblem(
        problem, statements: [id: statements(of: entry)], ties: OrganisationTies(tied.ties),
        borne: borne),
      beside: engagements(of: experts, on: standing))
  }

  /// The rules that a panel would break were its open doubts true, and that it does not break while
  /// they only warn; none where doubts bar.
  public func warnings(about finding: PanelFinding, on today: Day) -> [any Breach] {
    guard policy.policy.doubts == .warn, !doubts.isEmpty || !expertDoubts.isEmpty,
      let entry = audits[finding.audit.id],
      let auditCase = auditCase(
        of: entry, for: Set(finding.experts), on: today, doubtsBar: true)
    else { return [] }
    return auditCase.breaches(of: finding.experts, on: finding.start).filter(\.leansOnDoubt)
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

  /// The policy that an audit's panel was decided under.
  private func policy(of entry: AuditEntry) -> Policy {
    policies.first { $0.version == entry.panel?.decision.policyVersion }?.policy ?? policy.policy
  }

  /// The history with each cluster under the entry that stands for it.
  func canonical(_ history: [HeldAudit]) -> [HeldAudit] {
    guard !merges.isEmpty else { return history }
    return history.map {
      HeldAudit(cluster: canonical($0.cluster), date: $0.date, experts: $0.experts)
    }
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

  /// The organisations that belong to an audit's cluster: those that its request names, and those that
  /// are registered.
  func members(of audit: Audit) -> [Set<OrganisationID>] {
    [audit.members]
      + entries(of: audit.cluster).map { organisations[$0]?.value.members ?? [] }
  }
}
