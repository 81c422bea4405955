import TandemMatching
import TandemModel

/// A plan of many audits that was published: their panels are those that it gives them.
public struct PublishedPlan: Hashable, Sendable {
  /// The revision that it was made from.
  public var madeFrom: Int
  /// The day that counted as today when it was made.
  public var on: Day
  public var scope: PlanScope
  /// A panel for each audit that it fills, those that stay as they are too.
  public var panels: [AuditID: CurrentPanel]
  /// The audits that it leaves open.
  public var unfilled: Set<AuditID>
  public var objective: Objective
  /// The bytes of a `tandem-certificate/1` file, which was checked; nil where nothing was proven.
  public var certificate: [UInt8]?

  public init(
    madeFrom: Int, on: Day, scope: PlanScope, panels: [AuditID: CurrentPanel],
    unfilled: Set<AuditID>, objective: Objective, certificate: [UInt8]?
  ) {
    self.madeFrom = madeFrom
    self.on = on
    self.scope = scope
    self.panels = panels
    self.unfilled = unfilled
    self.objective = objective
    self.certificate = certificate
  }

  /// What of a plan of a problem is published: the panels of the audits that were to be planned.
  public init(
    _ plan: Plan, of problem: Problem, _ scope: PlanScope, madeFrom: Int, on day: Day,
    certificate: [UInt8]?
  ) {
    let isMeant = { (id: AuditID) in scope.audits.isEmpty || scope.audits.contains(id) }
    let panels = plan.panels.filter { isMeant($0.audit) }.map { entry in
      let panel = CurrentPanel(
        start: entry.start, experts: Set(entry.experts),
        pinned: problem.current[entry.audit]?.pinned ?? false)
      return (entry.audit, panel)
    }
    self.init(
      madeFrom: madeFrom, on: day, scope: scope, panels: Dictionary(uniqueKeysWithValues: panels),
      unfilled: Set(problem.audits.map(\.id).filter(isMeant)).subtracting(panels.map(\.0)),
      objective: plan.objective, certificate: certificate)
  }

  /// All audits that it is about.
  public var audits: Set<AuditID> { unfilled.union(panels.keys) }
  /// Whether it was proven that no plan is better.
  public var isOptimal: Bool { certificate != nil }
}

/// What of the network is to be planned.
public struct PlanScope: Hashable, Sendable {
  /// The audits to plan, beside all other panels that stand; all audits where it is empty.
  public var audits: Set<AuditID>
  /// Whether the panels that the audits have count as current: changing one has its cost, so that the
  /// best plan disturbs as little as pays.
  public var repair: Bool

  public static let all = PlanScope()

  public init(audits: Set<AuditID> = [], repair: Bool = false) {
    self.audits = audits
    self.repair = repair
  }
}

/// Something that changed between a plan's making and its publication.
public struct PlanChange: Hashable, Sendable {
  public var thing: Thing
  /// What became of it, as a sentence.
  public var sentence: String
}

extension PublishedPlan {
  /// The plan as a file of that problem has it, with the panels that stood beside it, in the order of the
  /// problem's audits.
  public func file(of problem: Problem) -> Plan {
    let indexed = IndexedProblem(problem)
    let panels = panels.merging(problem.pinnedPanels) { planned, _ in planned }
    return Plan(
      panels: problem.audits.compactMap { audit in
        guard let panel = panels[audit.id], let seats = Seats(panel.experts),
          let language = AuditCase(audit.id, in: indexed, beside: Engagements())?
            .language(of: seats)
        else { return nil }
        return Plan.Entry(
          audit: audit.id, start: panel.start, experts: panel.experts.sorted(), language: language)
      },
      objective: objective, bound: isOptimal ? objective : nil, optimal: isOptimal)
  }
}
