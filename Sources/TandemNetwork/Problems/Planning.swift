import TandemMatching
import TandemModel

/// What matching needs of one state of the network on one day: the audits in planning, the experts,
/// and the panels that stand and are valid side by side.
///
/// A standing panel that breaks a rule does not count as one: its days become days on which its experts
/// are away, and one audit less that they take on.
struct Planning: Sendable {
  let today: Day
  let indexed: IndexedProblem
  /// The panels that stand and are valid, in the state's own plan.
  let standing: [AuditID: CurrentPanel]
  /// What experts have in these.
  private let engagements: Engagements
  /// The audits whose panel stands and breaks a rule.
  let broken: Set<AuditID>

  var problem: Problem { indexed.problem }

  /// The `excluded` audits are to be planned anew: their own panels do not stand.
  init(of state: NetworkState, on today: Day, excluding excluded: Set<AuditID> = []) {
    let statements = Dictionary(
      uniqueKeysWithValues: state.audits.lazy.map { ($0.key, state.statements(of: $0.value)) })
    let tied = state.allTies()
    let (ties, groups) = (OrganisationTies(tied.ties), state.groups(of: tied))
    let (problem, borne) = state.problem(on: today, groups: groups)
    let all = IndexedProblem(problem, statements: statements, ties: ties, borne: borne)
    var standing: [AuditID: CurrentPanel] = [:]
    var engagements = Engagements()
    var broken: Set<AuditID> = []
    for entry in state.audits.values.sorted(by: { $0.audit.id < $1.audit.id }) {
      let id = entry.audit.id
      guard let panel = entry.panel, !excluded.contains(id), !state.isHeld(entry, on: today) else {
        continue
      }
      let isValid = AuditCase(id, in: all, beside: engagements)
        .map { $0.breaches(of: panel.experts.sorted(), on: panel.start).isEmpty }
      if isValid == true {
        let current = CurrentPanel(start: panel.start, experts: panel.experts, pinned: true)
        standing[id] = current
        engagements.insert(id, current, in: all.problem)
      } else {
        broken.insert(id)
      }
    }
    self.today = today
    self.standing = standing
    self.engagements = engagements
    self.broken = broken
    guard !broken.isEmpty else {
      indexed = all
      return
    }
    let (rest, _) = state.problem(on: today, groups: groups, without: broken, beside: standing)
    indexed = IndexedProblem(rest, statements: statements, ties: ties, borne: borne)
  }

  /// Nil when the audit is not in planning.
  func auditCase(_ id: AuditID) -> AuditCase? { AuditCase(id, in: indexed, beside: engagements) }
}

extension NetworkState {
  /// The audits that are admitted, with the panels that they have, but for those that were held, which
  /// are history; experts who are retired take on none. The panels of the `broken` audits are turned into
  /// absences, which leave the panels that stand as they are. `groups` are those of ``allTies()``. With
  /// what experts bear of others, where doubts bar.
  func problem(
    on today: Day, groups: [OrganisationID: OrganisationID], without broken: Set<AuditID> = [],
    beside standing: [AuditID: CurrentPanel] = [:]
  ) -> (Problem, BorneTies) {
    let admitted = audits.values.filter(\.state.isTakenIn)
    let planned = admitted.filter { !isHeld($0, on: today) }
    let held = heldAudits(admitted, on: today)
    var unavailable: [ExpertID: [ClosedRange<Day>]] = [:]
    for absence in absences.values.map(\.value) {
      unavailable[absence.expert, default: []].append(absence.days)
    }
    var kept: [ExpertID: [ClosedRange<Day>]] = [:]
    for entry in planned {
      guard let panel = standing[entry.audit.id] else { continue }
      let days = panel.start...panel.start.adding(length(of: entry.audit) - 1)
      for expert in panel.experts { kept[expert, default: []].append(days) }
    }
    var taken: [ExpertID: Int] = [:]
    for entry in planned where broken.contains(entry.audit.id) {
      guard let panel = entry.panel else { continue }
      let rest = policy.policy.restDays
      let end = panel.start.adding(length(of: entry.audit) - 1)
      let days = panel.start.adding(-rest)...end.adding(rest)
      for expert in panel.experts {
        unavailable[expert, default: []] += days.without(kept[expert, default: []])
        taken[expert, default: 0] += 1
      }
    }
    for expert in unavailable.keys {
      unavailable[expert]?.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    var problem = Problem(
      horizon: horizon(of: planned, on: today), policy: policy.policy,
      experts: experts.values.map { entry in
        var expert = entry.withLoad(of: held)
        expert.maxAudits =
          entry.retired
          ? 0
          : max(
            expert.maxAudits - taken[expert.id, default: 0], kept[expert.id, default: []].count)
        return expert
      },
      audits: planned.compactMap { entry in
        let members = members(of: entry.audit).reduce(into: Set()) { $0.formUnion($1) }
        return audit(toPlan: entry, with: members, on: today)
      },
      unavailable: unavailable,
      current: Dictionary(
        uniqueKeysWithValues: planned.compactMap { entry in
          if let current = current(after: entry.vacancy) { return (entry.audit.id, current) }
          guard let panel = entry.panel, panel.current || panel.pinned,
            !broken.contains(entry.audit.id),
            panel.experts.allSatisfy({ experts[$0]?.retired == false })
          else { return nil }
          let current = CurrentPanel(
            start: panel.start, experts: panel.experts, pinned: panel.pinned)
          return (entry.audit.id, current)
        }),
      groups: groups,
      interests: interests.sorted { $0.key < $1.key }.map(\.value.value),
      relations: Set(relations.values.lazy.compactMap { self.canonical($0.value) }),
      history: canonical(history + held),
      travel: completeTravel,
      closures: closures)
    let borne = problem.bear(
      doubtsBar ? unsettledExpertDoubts() : [], by: serving(problem.experts.lazy.map(\.id)))
    return (problem, borne)
  }

  /// What planning pays for changing where a seat is open: the day, and whoever of the panel is left.
  private func current(after vacancy: Vacancy?) -> CurrentPanel? {
    guard let vacancy else { return nil }
    let experts = vacancy.experts.filter { self.experts[$0]?.retired == false }
    return experts.isEmpty
      ? nil : CurrentPanel(start: vacancy.start, experts: experts, pinned: false)
  }

  /// The travel table with the ways within a country, which nobody sets and nothing is paid for.
  private var completeTravel: TravelTable {
    var complete = travel
    for country in countriesInUse where travel[country]?[country] == nil {
      complete[country, default: [:]][country] = 0
    }
    return complete
  }

  /// The audit with those members; nil when its window is over and it has no panel. It cannot begin
  /// before today, unless it did so already.
  func audit(
    toPlan entry: AuditEntry, with members: Set<OrganisationID>, on today: Day
  ) -> Audit? {
    var audit = entry.audit
    audit.cluster = canonical(audit.cluster)
    audit.members = members
    audit.objections = Set(audit.objections.map(canonical))
    audit.recusals = Set(audit.recusals.map(canonical))
    audit.bids = Dictionary(audit.bids.map { (canonical($0.key), $0.value) }, uniquingKeysWith: max)
    audit.waivers = entry.waivers(on: today).map(\.waiver)
    // One that has begun may stay where it is.
    guard today <= entry.panel?.start ?? today else { return audit }
    return audit.beginning(from: today) ?? (entry.panel == nil ? nil : audit)
  }

  /// The calendar years that windows and panels touch; this year when there are none.
  func horizon(of planned: [AuditEntry], on today: Day) -> ClosedRange<Day> {
    var days = planned.flatMap { [$0.audit.window.lowerBound, $0.audit.window.upperBound] }
    days += planned.compactMap { $0.panel?.start }
    let first = (days.min() ?? today).parts.year
    let last = (days.max() ?? today).parts.year
    return
      (Day(year: first, month: 1, day: 1) ?? .first)...(Day(year: last, month: 12, day: 31) ?? .last)
  }

  /// Calendar days that the audit lasts; 1 when the policy has lost its label.
  public func length(of audit: Audit) -> Int {
    policy.policy.labels[audit.label].map { audit.renewal ? $0.renewalDays : $0.days } ?? 1
  }
}

extension Audit {
  /// The audit with what is left of its window from a day on; nil when that is nothing.
  func beginning(from day: Day) -> Audit? {
    let latest = window.upperBound.adding(windowWaived)
    guard window.lowerBound.adding(-windowWaived) < day else { return self }
    guard day <= latest else { return nil }
    var audit = self
    // A WINDOW waiver widens both ends alike: what it gives is put into the window instead.
    audit.waivers.removeAll { $0.rule == .window }
    audit.window = day...latest
    return audit
  }
}

extension ClosedRange<Day> {
  /// What is left of the days without those.
  fileprivate func without(_ others: [ClosedRange<Day>]) -> [ClosedRange<Day>] {
    var left: [ClosedRange<Day>] = []
    for offset in 0...lowerBound.days(to: upperBound) {
      let day = lowerBound.adding(offset)
      guard !others.contains(where: { $0.contains(day) }) else { continue }
      if let last = left.last, last.upperBound == day.adding(-1) {
        left[left.count - 1] = last.lowerBound...day
      } else {
        left.append(day...day)
      }
    }
    return left
  }
}
