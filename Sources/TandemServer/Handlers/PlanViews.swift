import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

extension Wire.Objective {
  init(_ objective: Objective) {
    self.init()
    unfilled = objective.unfilled
    cost = objective.cost
  }
}

extension Wire.PlanProgress {
  init(_ progress: PlanProgress, of problem: Problem, after duration: Duration) {
    self.init()
    phase = Phase(progress.phase)
    filled = progress.filled
    audits = problem.audits.count
    objective = Wire.Objective(progress.objective)
    bound = Wire.Objective(progress.bound)
    gap = .with {
      $0.unfilled = progress.objective.unfilled - progress.bound.unfilled
      $0.cost = progress.objective.cost - progress.bound.cost
    }
    milliseconds = Int(duration / .milliseconds(1))
  }
}

extension Wire.PlanProgress.Phase {
  init(_ phase: PlanProgress.Phase) {
    switch phase {
    case .constructing: self = .constructing
    case .solving: self = .solving
    case .diving: self = .diving
    case .branching: self = .branching
    }
  }
}

extension Wire.Plan {
  init(
    _ result: PlanningResult, of export: ProblemExport, in state: NetworkState, on today: Day
  ) {
    self.init()
    let plan = result.plan
    let panels = Dictionary(uniqueKeysWithValues: plan.panels.map { ($0.audit, $0) })
    plannedOn = Wire.Date(today)
    audits = export.problem.audits.sorted { $0.id < $1.id }.map {
      Wire.PlannedAudit($0, panel: panels[$0.id], in: state, on: export.problem)
    }
    objective = Wire.Objective(plan.objective)
    bound = plan.bound.map(Wire.Objective.init)
    optimal = plan.optimal
    problemFile = export.problem.write()
    planFile = plan.write()
    certificateFile = result.certificate?.write() ?? []
    leftOut = export.leftOut
  }
}

extension Wire.PlannedAudit {
  fileprivate init(
    _ audit: Audit, panel: Plan.Entry?, in state: NetworkState, on problem: Problem
  ) {
    self.init()
    self.audit = audit.id.text
    cluster = audit.cluster.text
    clusterName = state.organisations[audit.cluster]?.value.name ?? ""
    label = audit.label.text
    country = audit.country.text
    priority = audit.priority
    let days = state.length(of: audit)
    self.panel = panel.map {
      Wire.Panel(
        start: $0.start, days: days, experts: $0.experts, language: $0.language,
        names: state.name)
    }
    standing = state.audits[audit.id]?.panel.map {
      Wire.Panel(
        start: $0.start, days: days, experts: $0.experts, language: nil, names: state.name)
    }
    pinned = problem.current[audit.id]?.pinned ?? false
  }
}

extension Wire.PublishedPlan {
  init(_ plan: PlanEntry) {
    self.init()
    published = plan.origin.revision
    actor = plan.origin.actor
    time = Wire.Timestamp(milliseconds: plan.origin.time)
    madeFrom = plan.madeFrom
    plannedOn = Wire.Date(plan.on)
    audits = plan.scope.audits.sorted().map(\.text)
    `repair` = plan.scope.repair
    filled = plan.filled
    unfilled = plan.unfilled
    objective = Wire.Objective(plan.objective)
    optimal = plan.isOptimal
    changed = plan.changed.sorted().map(\.text)
  }
}
