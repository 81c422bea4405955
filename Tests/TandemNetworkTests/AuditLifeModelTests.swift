import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// Random steps on the way of a few audits, against a small automaton that knows nothing of the network.
@Suite struct AuditLifeModelTests {
  /// Which state each step leads to, by the one it leaves; all others are refused.
  private static let automaton: [String: [AuditState: AuditState]] = [
    "admit": [.submitted: .admitted], "assign": [.admitted: .proposed],
    "change": [.proposed: .proposed, .invited: .proposed, .confirmed: .proposed],
    "unassign": [.proposed: .admitted, .invited: .admitted, .confirmed: .admitted],
    "announce": [.proposed: .proposed], "invite": [.proposed: .invited],
    "decline": [.invited: .admitted, .admitted: .admitted],
    "object": [.proposed: .admitted, .invited: .admitted, .confirmed: .admitted],
    "hold": [.confirmed: .held], "report": [.held: .held], "decide": [.held: .decided],
    "cancel": Dictionary(uniqueKeysWithValues: open.map { ($0, .cancelled) }),
    "withdraw": Dictionary(uniqueKeysWithValues: open.map { ($0, .withdrawn) }),
  ]
  private static let open: [AuditState] = [
    .submitted, .admitted, .proposed, .invited, .confirmed,
  ]

  @Test("100,000 random steps go where the automaton says, and break nothing", arguments: 1...4)
  func steps(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var taken: Set<String> = []
    let beginning = try await start()
    var state = beginning
    var today = day("2027-02-01")
    var number = 0
    for step in 0..<25_000 {
      // A new year begins with new audits, when all that could become of the old ones did.
      if step.isMultiple(of: 1000) {
        state = beginning
        today = day("2027-02-01")
      }
      if Int.random(in: 0..<5, using: &random) == 0 { today = today.adding(1) }
      let (name, id, command) = self.command(in: state, &random)
      let comment: Comment = "seed \(seed) step \(step): \(name) \(id) on \(today)"
      let before = state.audits[id]?.state
      let next = before.flatMap { Self.automaton[name]?[$0] }
      do throws(Refusal) {
        number += 1
        let events = try state.decide(
          command, at: Moment(time: Int64(number), today: today))
        let old = state
        state.apply(
          events,
          from: Origin(revision: state.revision + 1, actor: "tester", time: Int64(number)))
        taken.insert(name)
        check(state, after: old, comment)
        guard let next, let after = state.audits[id]?.state else {
          // What has no row moves no audit but by a seat that opens or the last yes.
          let allowed: [AuditState?] = [before, .admitted, .confirmed]
          #expect(["accept", "recuse", "absence"].contains(name), comment)
          #expect(allowed.contains(state.audits[id]?.state), comment)
          continue
        }
        // Whoever stayed has accepted already.
        #expect(after == next || (name == "invite" && after == .confirmed), comment)
      } catch {
        guard case .notNow(_, let reason) = error, next == nil, Self.automaton[name] != nil else {
          continue
        }
        // The state, or that there is no panel, or that its days are over.
        #expect(
          [before?.rawValue ?? "", "panel", "held"].contains { reason.contains($0) }, comment)
      }
    }
    #expect(
      Set(Self.automaton.keys).union(["accept", "recuse", "absence"]) == taken, "seed \(seed)")
  }

  /// Two audits that are admitted and one that is not.
  private func start() async throws -> NetworkState {
    let network = try await SmallProblem {
      $0.policy.scheme.objectionDays = 1
      $0.policy.scheme.interestDays = 3_650
    }.network()
    try await network.run(
      .submitAudit(
        SmallProblem.audit("S", of: "F"), contact: Person(), members: [], reference: nil))
    return network.snapshot.state
  }

  private func command(
    in state: NetworkState, _ random: inout SeededGenerator
  ) -> (String, AuditID, Command) {
    func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let id = state.audits.keys.sorted()[whole(0...state.audits.count - 1)]
    let panel = state.audits[id]?.panel
    let experts = state.experts.keys.sorted()
    let seats = state.audits[id]?.seated.sorted() ?? []
    let expert =
      seats.isEmpty || whole(0...4) == 0
      ? experts[whole(0...experts.count - 1)] : seats[whole(0...seats.count - 1)]
    switch whole(0...40) {
    case 0: return ("cancel", id, .cancelAudit(id, reason: "merged"))
    case 1: return ("withdraw", id, .withdrawAudit(id, reason: "merged"))
    case 2: return ("recuse", id, .recuseExpert(id, expert, reason: "a cousin"))
    case 3:
      return (
        "object", id, .objectToExpert(id, expert, reason: "a rival", byCluster: whole(0...1) == 0)
      )
    case 4: return ("unassign", id, .unassignPanel(id, reason: "ill"))
    case 5, 6:
      let start = panel?.start ?? day("2027-03-09")
      let other = experts[whole(0...experts.count - 1)]
      return (
        "change", id,
        .changePanel(
          id, PanelChoice(experts: [expert, other], start: start.adding(whole(-1...1))),
          reason: "asked for")
      )
    case 7:
      return (
        "decline", id,
        .declineInvitation(id, expert, Exclusion(cause: .busy, reason: ""), interest: nil)
      )
    case 8:
      let first = day("2027-03-01").adding(whole(0...20))
      return (
        "absence", id,
        .createAbsence(
          AbsenceID("U\(state.revision)") ?? "U", Absence(expert: expert, days: first...first))
      )
    case 9...12:
      return (
        "report", id,
        .fileReport(
          id, expert,
          AuditReport(
            recommended: whole(0...1) == 0,
            scores: Dictionary(uniqueKeysWithValues: Scheme.standard.areas.map { ($0, 80) }),
            note: ""))
      )
    case 13, 14:
      return ("decide", id, .decideAudit(id, awarded: whole(0...1) == 0, reason: "so"))
    case 15, 16: return ("hold", id, .holdAudit(id))
    case 17...22: return ("accept", id, .acceptInvitation(id, expert, declaration: 1))
    case 23...28: return ("invite", id, .inviteExperts(id))
    case 29...34: return ("announce", id, .announcePanel(id))
    case 35...38: return ("assign", id, .assignPanel(id, nil, note: ""))
    default: return ("admit", id, .admitAudit(id))
    }
  }

  /// What holds whatever was done.
  private func check(_ state: NetworkState, after old: NetworkState, _ comment: Comment) {
    var days: [ExpertID: [(AuditID, ClosedRange<Day>)]] = [:]
    for (id, entry) in state.audits {
      guard let panel = entry.panel else {
        #expect(!(entry.state == .proposed || entry.state == .confirmed), comment)
        continue
      }
      #expect(panel.experts.count == state.policy.policy.labels[entry.audit.label]?.panel, comment)
      #expect(Set(panel.invitations.keys).isSubset(of: panel.experts), comment)
      #expect((entry.state == .confirmed) <= panel.isConfirmed, comment)
      let end = panel.start.adding(state.length(of: entry.audit) - 1)
      for expert in panel.experts {
        days[expert, default: []].append((id, panel.start...end))
        #expect(
          !entry.audit.recusals.contains(expert) && !entry.audit.objections.contains(expert),
          comment)
      }
      if panel.decision != old.audits[id]?.panel?.decision {
        let today = panel.decision.selection?.on ?? panel.start
        let breaches = state.standingBreaches(of: id, on: today)
        #expect(breaches.isEmpty, comment)
      }
    }
    for (expert, engagements) in days {
      #expect(engagements.count <= state.experts[expert]?.expert.maxAudits ?? 0, comment)
      let sorted = engagements.map(\.1).sorted { $0.lowerBound < $1.lowerBound }
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        #expect(one.upperBound < next.lowerBound, comment)
      }
    }
  }
}

/// That the first implies the second.
private func <= (one: Bool, other: Bool) -> Bool { !one || other }
