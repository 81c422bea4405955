import TandemMatching
import TandemModel

/// A problem from which a ranking or a plan can be repeated elsewhere.
public struct ProblemExport: Sendable {
  public let problem: Problem
  /// What the problem cannot say and leaves out, as sentences.
  public internal(set) var leftOut: [String]
}

extension Snapshot {
  /// The problem of planning one audit beside all panels that stand, or of planning them all.
  ///
  /// Throws `notFound` or `notNow` for an audit that is not in planning.
  public func export(_ id: AuditID?, on today: Day) throws(Refusal) -> ProblemExport {
    guard let id else { return try export(.all, on: today) }
    return try state.export(
      PlanScope(audits: [id]), in: planning(for: id, on: today), unpinning: true)
  }

  /// The problem of planning some audits beside all other panels that stand, or of planning them all.
  ///
  /// Throws `notFound` or `notNow` for an audit that is not in planning.
  public func export(_ scope: PlanScope, on today: Day) throws(Refusal) -> ProblemExport {
    for id in scope.audits.sorted() { _ = try state.audit(id) }
    guard scope.audits.isEmpty else {
      let planning = Planning(of: state, on: today, excluding: scope.audits)
      return try state.export(scope, in: planning, unpinning: false)
    }
    var (problem, _) = state.problem(on: today, groups: state.groups(of: state.allTies()))
    if scope.repair { state.keepPanels(in: &problem) }
    let broken = planning(on: today).broken
    state.settleBegun(in: &problem, on: today, broken: broken)
    return state.withoutRetired(problem, unpinning: broken)
  }

  /// What an audit is matched with: beside all panels that stand but its own.
  func planning(for id: AuditID?, on today: Day) throws(Refusal) -> Planning {
    guard let id, try state.audit(id).panel != nil else { return planning(on: today) }
    return Planning(of: state, on: today, excluding: [id])
  }
}

extension NetworkState {
  /// The problem of the audits of a scope. A pin of one of them holds, unless it is to be planned anew
  /// all the same.
  fileprivate func export(
    _ scope: PlanScope, in planning: Planning, unpinning: Bool
  ) throws(Refusal) -> ProblemExport {
    for id in scope.audits.sorted() { _ = try planned(id, in: planning) }
    var problem = planning.problem
    let kept = problem.audits.filter {
      scope.audits.contains($0.id) || planning.standing[$0.id] != nil
    }
    problem = problem.with(experts: problem.experts, audits: kept)
    problem.current = problem.current.filter { scope.audits.contains($0.key) }
    if scope.repair { keepPanels(in: &problem) }
    if unpinning {
      for id in scope.audits { problem.current[id]?.pinned = false }
    } else {
      let broken = scope.audits.filter {
        !standingBreaches(of: $0, on: planning.today).isEmpty
      }
      settleBegun(in: &problem, on: planning.today, broken: broken)
    }
    problem.current.merge(planning.standing.filter { !scope.audits.contains($0.key) }) { $1 }
    // A pin that breaks a rule would make the file unreadable.
    let broken = Set(problem.breachesOfPinned().map(\.audit)).intersection(scope.audits)
    var export = withoutRetired(problem, unpinning: broken)
    export.leftOut =
      planning.broken.sorted().map {
        "\($0) has a panel that breaks a rule; its days are absences of its experts"
      } + export.leftOut
    return export
  }

  /// An audit that has begun is planned no more: its panel is pinned. Where it is broken or a member has
  /// gone, what is left of its window is planned.
  fileprivate func settleBegun(
    in problem: inout Problem, on today: Day, broken: Set<AuditID>
  ) {
    let begun = problem.audits.filter { audits[$0.id]?.panel.map { $0.start < today } ?? false }
    for audit in begun {
      guard let panel = audits[audit.id]?.panel else { continue }
      let isWhole =
        !broken.contains(audit.id)
        && panel.experts.allSatisfy { experts[$0]?.retired == false }
      if isWhole {
        problem.current[audit.id] = CurrentPanel(
          start: panel.start, experts: panel.experts, pinned: true)
      } else {
        problem.current[audit.id]?.pinned = false
      }
    }
    let open = Set(begun.map(\.id)).filter { problem.current[$0]?.pinned != true }
    problem = problem.with(
      experts: problem.experts,
      audits: problem.audits.compactMap { audit in
        open.contains(audit.id) ? audit.beginning(from: today) : audit
      })
    let kept = Set(problem.audits.map(\.id))
    problem.current = problem.current.filter { kept.contains($0.key) }
  }

  /// Makes the panels that audits of the problem have current ones, which it costs to change.
  fileprivate func keepPanels(in problem: inout Problem) {
    for id in problem.audits.map(\.id) where problem.current[id] == nil {
      guard let panel = audits[id]?.panel,
        panel.experts.allSatisfy({ experts[$0]?.retired == false })
      else { continue }
      problem.current[id] = CurrentPanel(
        start: panel.start, experts: panel.experts, pinned: panel.pinned)
    }
  }

  /// The problem without experts who are retired, and without the pins of broken panels.
  fileprivate func withoutRetired(
    _ problem: Problem, unpinning broken: Set<AuditID>
  ) -> ProblemExport {
    var problem = problem
    var leftOut: [String] = []
    for broken in broken.sorted() where problem.current[broken]?.pinned == true {
      problem.current[broken]?.pinned = false
      leftOut.append("\(broken) has a pinned panel that breaks a rule; it is not pinned here")
    }
    let (clean, notes) = withoutRetired(problem)
    return ProblemExport(problem: clean, leftOut: leftOut + notes)
  }

  /// The problem without experts who are retired, and without all that names them or somebody whom the
  /// network does not know, and what that was.
  fileprivate func withoutRetired(_ problem: Problem) -> (Problem, [String]) {
    var notes: [String] = []
    func kept<Item>(_ items: [Item], named what: String, _ names: (Item) -> [ExpertID]) -> [Item] {
      items.filter { item in
        let gone = names(item).filter { experts[$0]?.retired != false }
        for id in gone {
          let why = experts[id] == nil ? "not known" : "retired"
          notes.append("\(id) is \(why); left out: \(what)")
        }
        return gone.isEmpty
      }
    }
    var audits = problem.audits
    for index in audits.indices {
      let id = audits[index].id
      audits[index].objections = Set(
        kept(audits[index].objections.sorted(), named: "an objection to \(id)") { [$0] })
      audits[index].recusals = Set(
        kept(audits[index].recusals.sorted(), named: "a recusal from \(id)") { [$0] })
      audits[index].bids = Dictionary(
        uniqueKeysWithValues: kept(
          audits[index].bids.sorted { $0.key < $1.key }, named: "a bid for \(id)"
        ) { [$0.key] })
      audits[index].waivers = kept(audits[index].waivers, named: "a waiver of \(id)") { $0.experts }
    }
    var clean = problem.with(
      experts: problem.experts.filter { experts[$0.id]?.retired == false }, audits: audits)
    clean.unavailable = problem.unavailable.filter { experts[$0.key]?.retired == false }
    clean.interests = kept(problem.interests, named: "an interest") { [$0.expert] }
    clean.relations = Set(
      kept(
        problem.relations.sorted { ($0.one, $0.other) < ($1.one, $1.other) }, named: "a relation"
      ) {
        [$0.one, $0.other]
      })
    for id in problem.audits.map(\.id) {
      guard let panel = self.audits[id]?.panel, panel.current || panel.pinned,
        panel.experts.contains(where: { experts[$0]?.retired != false })
      else { continue }
      notes.append("\(id) has a panel with a retired expert; the panel is left out")
    }
    return (clean, notes)
  }
}

extension Problem {
  /// The same with other experts and audits.
  fileprivate func with(experts: [Expert], audits: [Audit]) -> Problem {
    Problem(
      horizon: horizon, policy: policy, experts: experts, audits: audits,
      unavailable: unavailable, current: current, groups: groups, interests: interests,
      relations: relations, history: history, travel: travel, closures: closures)
  }
}
