import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's call for explanations.
enum ExplainHandlers {
  /// How many relaxations are listed when the request does not say.
  static let relaxations = 10

  static func explain(
    _ request: Wire.ExplainRequest, _ call: Call
  ) async throws(Refusal) -> Wire.ExplainResponse {
    let snapshot = try call.snapshot(for: request)
    let asked = try call.read { $0.explanation(request, in: snapshot) }
    let entry = try snapshot.state.audit(asked.audit)
    let (known, today) = try await asDecided(entry, snapshot, call)
    let supposed = try call.supposing(asked.changes, in: known)
    for (position, id) in asked.experts.enumerated() where supposed.state.experts[id] == nil {
      throw .invalid([Fault(at: "experts[\(position)]", "no expert \(id) in the network")])
    }
    var answer = Wire.ExplainResponse.with {
      $0.revision = snapshot.revision
      $0.policyVersion = supposed.state.policy.version
    }
    switch request.question {
    case .whyPanel: try explainPanel(asked, entry.panel, supposed, on: today, &answer)
    case .whyNot:
      let auditCase = try supposed.auditCase(asked.audit, on: today)
      answer.experts = whyNot(asked, auditCase).map { Wire.WhyNot($0, auditCase, supposed.state) }
    case .whyUnfilled, .unspecified:
      let auditCase = try supposed.auditCase(asked.audit, on: today)
      answer.unfilled = Wire.WhyUnfilled(
        auditCase.whyUnfilled(), auditCase.relaxations(best: asked.relaxations), auditCase,
        supposed.state)
    }
    return answer
  }

  /// An audit that was held is explained by what was known when its panel was decided.
  private static func asDecided(
    _ entry: AuditEntry, _ snapshot: Snapshot, _ call: Call
  ) async throws(Refusal) -> (Snapshot, today: Day) {
    guard snapshot.state.isHeld(entry, on: call.today), let decision = entry.panel?.decision,
      let day = snapshot.state.day(of: decision)
    else { return (snapshot, call.today) }
    return (try await call.network.snapshot(at: decision.origin.revision - 1), day)
  }

  /// A panel that stands is explained under the policy that it was decided under.
  private static func explainPanel(
    _ asked: Explanation, _ standing: StandingPanel?, _ snapshot: Snapshot, on today: Day,
    _ answer: inout Wire.ExplainResponse
  ) throws(Refusal) {
    let isStanding =
      asked.start == nil
      || standing?.start == asked.start && standing?.experts == Set(asked.experts)
    let isPolicySupposed = asked.changes.contains {
      if case .setPolicy = $0 { true } else { false }
    }
    let version =
      isStanding && !isPolicySupposed ? standing?.decision.policyVersion : nil
    let policed = snapshot.under(policyVersion: version ?? snapshot.state.policy.version)
    let auditCase = try policed.auditCase(asked.audit, on: today)
    var choice = PanelChoice(experts: asked.experts, start: asked.start ?? today)
    if asked.start == nil {
      guard
        let known = standing.map({ (Array($0.experts), $0.start) })
          ?? PanelRanking(of: auditCase).first(where: { _ in true })
          .map({ ($0.panel.seats.experts, $0.panel.start) })
      else { throw .noPanel(asked.audit) }
      choice = PanelChoice(experts: known.0, start: known.1)
    }
    guard let seats = Seats(choice.experts) else {
      throw .invalid([Fault(at: "experts", "name one or two different experts")])
    }
    let finding = try policed.check(choice, for: asked.audit, on: today)
    answer.policyVersion = policed.state.policy.version
    answer.panel = .with {
      $0.panel = Wire.RankedPanel(finding, in: policed.state, on: today)
      $0.breaches = finding.breaches.map { Wire.Breach($0) }
      $0.alternatives = auditCase.whyPanel(seats, on: choice.start).alternatives.map {
        Wire.Alternative($0.expert, $0.panel, $0.difference, auditCase, policed.state)
      }
      if isStanding, let standing {
        $0.decision = Wire.Decision(standing.decision, for: finding, in: policed.state)
      }
    }
  }

  private static func whyNot(_ asked: Explanation, _ auditCase: AuditCase) -> [WhyNot] {
    if asked.experts.count == 1 {
      return [auditCase.whyNot(asked.experts[0], on: asked.start)].compactMap { $0 }
    }
    let wanted = Set(asked.experts)
    return auditCase.whyNotEach(on: asked.start).filter {
      wanted.isEmpty || wanted.contains($0.expert)
    }
  }
}

/// What a request asks to be explained.
struct Explanation {
  let audit: AuditID
  let experts: [ExpertID]
  let start: Day?
  let relaxations: Int
  /// What is supposed.
  let changes: [Command]
}

extension FieldReader {
  fileprivate mutating func explanation(
    _ request: Wire.ExplainRequest, in snapshot: Snapshot
  ) -> Explanation? {
    let audit: AuditID? = id(request.audit, at: "audit")
    if request.question == .unspecified {
      refuse("is missing: expected why a panel, why not an expert, or why unfilled", at: "question")
    }
    let experts: [ExpertID] = distinct(request.experts, at: "experts") { $0.id($1, at: $2) }
    let start = optionalDay(request.start, at: "start")
    if request.question == .whyPanel, request.experts.isEmpty != (request.start == nil) {
      refuse("goes with `experts`: give both, or neither", at: "start")
    }
    let changes = hypotheses(request.whatIf, in: snapshot)
    let relaxations =
      request.relaxations == 0
      ? ExplainHandlers.relaxations
      : whole(request.relaxations, 1...Limit.list, at: "relaxations")
    return audit.flatMap { audit in
      relaxations.map {
        Explanation(
          audit: audit, experts: experts, start: start, relaxations: $0, changes: changes)
      }
    }
  }
}
