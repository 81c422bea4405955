import TandemModel

/// Checks plans against their problem, panel by panel and through the rules alone: it shares
/// nothing with what searches for panels or plans.
public struct PlanVerifier: Sendable {
  private let indexed: IndexedProblem
  private let memory: PanelMemory
  private var problem: Problem { indexed.problem }

  public init(_ problem: Problem) { self.init(IndexedProblem(problem)) }

  public init(_ indexed: IndexedProblem) {
    self.indexed = indexed
    memory = PanelMemory(indexed)
  }

  /// Looks at panels ahead of the plans that have them: a verdict on a plan of known panels only looks
  /// at how they stand beside each other.
  func look(at panels: [Plan.Entry]) { _ = memory.look(at: panels) }

  /// Everything that is wrong with a plan; what it is worth is looked at when it breaks no rule.
  public func verdict(on plan: Plan) -> PlanVerdict {
    let sound = memory.look(at: plan.panels)
    let engagements = engagements(in: plan, sound)
    let faultsOfPanels = inParallel(plan.panels.count) { place -> [PlanFinding.Fault] in
      if let panel = sound[place], panel.stands(beside: engagements) { return [] }
      return faults(of: plan.panels[place], beside: engagements)
    }
    var planned: Set<AuditID> = []
    var findings: [PlanFinding] = []
    for (place, entry) in plan.panels.enumerated() {
      var faults = faultsOfPanels[place]
      if !planned.insert(entry.audit).inserted { faults = [.audited(again: entry.audit)] + faults }
      findings += faults.map { PlanFinding(panel: place, audit: entry.audit, fault: $0) }
    }
    for audit in problem.audits where !planned.contains(audit.id) {
      findings += PinnedBreach.breaches(ofNoPanelFor: audit.id, in: problem).map {
        PlanFinding(panel: nil, audit: audit.id, fault: .breach($0))
      }
    }
    guard findings.isEmpty else { return PlanVerdict(findings: findings, objective: nil) }
    let objective = objective(of: plan.panels, sound)
    return PlanVerdict(
      findings: falseClaims(of: plan, worth: objective).map {
        PlanFinding(panel: nil, audit: nil, fault: $0)
      },
      objective: objective)
  }

  /// What panels that break no rule are worth together.
  func objective(of panels: [Plan.Entry]) -> Objective {
    objective(of: panels, memory.look(at: panels))
  }

  /// What experts have in the plan. A panel of the wrong size, or that names somebody unknown, is
  /// refused as it is, and keeps nobody from another audit.
  private func engagements(in plan: Plan, _ sound: [SoundPanel?]) -> Engagements {
    var engagements = Engagements()
    for (entry, panel) in zip(plan.panels, sound) {
      guard let engagement = panel?.engagement ?? engagement(of: entry) else { continue }
      for expert in entry.experts { engagements.insert(engagement, of: expert) }
    }
    return engagements
  }

  private func engagement(of entry: Plan.Entry) -> Engagement? {
    guard let auditCase = AuditCase(entry.audit, in: indexed, beside: Engagements()),
      SizeBreach.breaches(of: entry.experts, in: auditCase).isEmpty,
      entry.experts.allSatisfy({ indexed.record(of: $0) != nil })
    else { return nil }
    return Engagement(entry.audit, from: entry.start, in: problem)
  }

  private func faults(
    of entry: Plan.Entry, beside engagements: Engagements
  ) -> [PlanFinding.Fault] {
    guard let auditCase = AuditCase(entry.audit, in: indexed, beside: engagements) else {
      return [.unknownAudit]
    }
    let unknown = entry.experts.filter { indexed.record(of: $0) == nil }
    guard unknown.isEmpty else {
      return unknown.map { .unknownExpert($0) }
        + PinnedBreach.breaches(of: entry.experts, on: entry.start, in: auditCase).map {
          .breach($0)
        }
    }
    let breaches = auditCase.breaches(of: entry.experts, on: entry.start)
    return breaches.map { .breach($0) } + languageFaults(of: entry, in: auditCase)
  }

  private func languageFaults(
    of entry: Plan.Entry, in auditCase: AuditCase
  ) -> [PlanFinding.Fault] {
    let members = entry.experts.compactMap { indexed.record(of: $0) }
    guard SizeBreach.breaches(of: entry.experts, in: auditCase).isEmpty,
      let seats = Seats(entry.experts)
    else { return [] }
    let required = auditCase.labelPolicy.level
    guard auditCase.audit.languages.contains(entry.language),
      members.allSatisfy({ $0.speaks(entry.language, at: required) }),
      let cheapest = auditCase.language(of: seats)
    else { return [.languageNotShared(entry.language)] }
    return cheapest == entry.language
      ? [] : [.languageNotCheapest(entry.language, cheapest: cheapest)]
  }

  /// Panel by panel, each with what it adds to those before it.
  private func objective(of panels: [Plan.Entry], _ sound: [SoundPanel?]) -> Objective {
    var cost = 0
    var audits = Array(repeating: 0, count: indexed.records.count)
    for panel in sound {
      guard let panel else { continue }
      cost += panel.cost
      for member in panel.members {
        let load = panel.auditCase.loadUnits(of: member, besides: audits[member.position])
        cost += panel.auditCase.cost(of: [load])
        audits[member.position] += 1
      }
    }
    let planned = Set(panels.map(\.audit))
    let unfilled = problem.audits.lazy.filter { !planned.contains($0.id) }
      .reduce(0) { $0 + $1.priority }
    return Objective(unfilled: unfilled, cost: cost)
  }

  private func falseClaims(of plan: Plan, worth objective: Objective) -> [PlanFinding.Fault] {
    var faults: [PlanFinding.Fault] = []
    if plan.objective != objective {
      faults.append(.objective(claimed: plan.objective, found: objective))
    }
    if let bound = plan.bound, bound > objective {
      faults.append(.boundAboveObjective(bound: bound, objective: objective))
    } else if plan.optimal, plan.bound != objective {
      faults.append(.optimalUnproven(bound: plan.bound, objective: objective))
    }
    return faults
  }
}
