import TandemMatching
import TandemModel

/// A panel for an audit as the rules and costs see it on one day.
public struct PanelFinding: Sendable {
  public let audit: Audit
  public let experts: [ExpertID]
  public let start: Day
  /// Calendar days.
  public let days: Int
  /// Nil when the experts share none of the audit's languages.
  public let language: Language?
  /// What the panel adds to the plan that stands; empty when it is of the wrong size.
  public let rows: [CostRow]
  /// Every rule that it breaks, in the order of the model's tables; empty when it is valid.
  public let breaches: [any Breach]
  /// Every rule that it would break had nobody given a waiver.
  public let waived: [WaivedBreach]
  private let auditCase: AuditCase

  /// Every rule that it keeps, and what shows it.
  public var assurances: [Assurance] { auditCase.assurances(of: experts, on: start) }
  public var cost: Int { rows.total }

  /// `waivers` are those of the audit that hold.
  init(
    of experts: some Collection<ExpertID>, on start: Day, in auditCase: AuditCase,
    waivers: [GrantedWaiver]
  ) {
    self.auditCase = auditCase
    audit = auditCase.audit
    self.experts = experts.sorted()
    self.start = start
    days = auditCase.length
    let seats = Seats(experts)
    language = seats.flatMap(auditCase.language(of:))
    rows = language == nil ? [] : seats.map { auditCase.costRows(of: $0, on: start) } ?? []
    breaches = auditCase.breaches(of: self.experts, on: start)
    waived =
      waivers.isEmpty
      ? []
      : auditCase.waivedBreaches(of: self.experts, on: start).map { breach in
        WaivedBreach(breach: breach, waiver: waivers.first { $0.covers(breach) })
      }
  }
}

/// A broken rule that a waiver lets pass.
public struct WaivedBreach: Sendable {
  public let breach: any Breach
  public let waiver: GrantedWaiver?
}

extension GrantedWaiver {
  /// Whether it lets the breach pass: of a WINDOW, one that is wide enough.
  fileprivate func covers(_ breach: some Breach) -> Bool {
    switch (waiver, breach.waiver) {
    case (.window(let given), .window(let needed)?): needed <= given
    case (_, let needed): waiver == needed
    }
  }
}

/// The valid panels of an audit, the best first, each looked for when it is asked for.
public struct RankedFindings: Sequence, IteratorProtocol, Sendable {
  private let auditCase: AuditCase
  private let waivers: [GrantedWaiver]
  private var ranking: PanelRanking

  init(of auditCase: AuditCase, waivers: [GrantedWaiver]) {
    self.auditCase = auditCase
    self.waivers = waivers
    ranking = PanelRanking(of: auditCase)
  }

  public mutating func next() -> PanelFinding? {
    ranking.next().map {
      PanelFinding(
        of: $0.panel.seats.experts, on: $0.panel.start, in: auditCase, waivers: waivers)
    }
  }
}

/// A panel for an audit in which a seat opened, and what it keeps of what was agreed.
public struct ReplacementFinding: Sendable {
  public let finding: PanelFinding
  public let keepsExperts: Bool
  public let keepsDay: Bool
}

extension Snapshot {
  /// The valid panels of an audit in which a seat opened, those that keep most of what was agreed first.
  ///
  /// Throws `notFound`, or `notNow` when no seat is open.
  public func replacements(
    of id: AuditID, on today: Day
  ) throws(Refusal) -> some Sequence<ReplacementFinding> {
    let entry = try state.audit(id)
    guard let vacancy = entry.vacancy else {
      throw .notNow(Thing(id), reason: "no seat of its panel is open")
    }
    let auditCase = try auditCase(id, on: today)
    let waivers = entry.waivers(on: today)
    return auditCase.replacements(keeping: vacancy.experts, from: vacancy.start).lazy.map {
      let panel = $0.ranked.panel
      return ReplacementFinding(
        finding: PanelFinding(
          of: panel.seats.experts, on: panel.start, in: auditCase, waivers: waivers),
        keepsExperts: $0.keepsExperts, keepsDay: $0.keepsDay)
    }
  }
}

extension Snapshot {
  /// The valid panels of an audit beside all panels that stand, the best first.
  ///
  /// Throws `notFound` or `notNow` when the audit is not in planning.
  public func ranking(
    of id: AuditID, on today: Day
  ) throws(Refusal) -> RankedFindings {
    RankedFindings(
      of: try auditCase(id, on: today), waivers: try state.audit(id).waivers(on: today))
  }

  /// What is right and wrong with a panel that somebody has in mind, and what it would cost.
  ///
  /// Throws `invalid` for unknown experts, `notFound` or `notNow` when the audit is not in planning.
  public func check(
    _ choice: PanelChoice, for id: AuditID, on today: Day
  ) throws(Refusal) -> PanelFinding {
    try state.refuseUnknown(choice)
    return PanelFinding(
      of: choice.experts, on: choice.start, in: try auditCase(id, on: today),
      waivers: try state.audit(id).waivers(on: today))
  }

  /// The panels that stand and break a rule on a day, in the order of their audits' ids.
  public func brokenPanels(on day: Day) -> [PanelFinding] {
    let ids = state.audits.values.lazy.filter { $0.panel != nil }.map(\.audit.id).sorted()
    return inParallel(ids.count) { self.standingPanel(of: ids[$0], on: day) }
      .compactMap(\.self).filter { !$0.breaches.isEmpty }
  }

  /// The network as it would be had those commands been accepted one after the other; nothing is
  /// stored. Throws the first refusal, with the command's position.
  public func supposing(
    _ commands: [Command], at moment: Moment
  ) throws(Unsupposable) -> Snapshot {
    guard !commands.isEmpty else { return self }
    var state = state
    for (position, command) in commands.enumerated() {
      do throws(Refusal) {
        let events = try state.decide(command, at: moment)
        state.apply(
          events,
          from: Origin(revision: state.revision, actor: "what-if", time: moment.time))
      } catch {
        throw Unsupposable(position: position, refusal: error)
      }
    }
    return Snapshot(state: state, head: head)
  }

  /// The same network with another version of its policy in force; itself where there is none of that
  /// version.
  public func under(policyVersion version: Int) -> Snapshot {
    guard version != state.policy.version,
      let entry = state.policies.first(where: { $0.version == version })
    else { return self }
    var state = state
    state.policies.append(entry)
    return Snapshot(state: state, head: head)
  }

  /// An audit beside all panels that stand but its own, ready to be asked.
  ///
  /// Throws `notFound` or `notNow` when the audit is not in planning.
  public func auditCase(_ id: AuditID, on today: Day) throws(Refusal) -> AuditCase {
    try state.planned(id, in: try planning(for: id, on: today))
  }
}

/// A command that could not be supposed to have been accepted.
public struct Unsupposable: Error, Sendable {
  public let position: Int
  public let refusal: Refusal
}

extension NetworkState {
  func refuseUnknown(_ choice: PanelChoice) throws(Refusal) {
    try refuse(
      choice.experts.enumerated().flatMap { unknownExpert($1, at: "experts[\($0)]") })
  }
}
