import Synchronization
import TandemJournal
import TandemMatching
import TandemModel
import Testing

@testable import TandemNetwork

/// The whole network at work for a year, from a seed.
@Suite struct SimulationTests {
  @Test("a year of random commands keeps every promise of the network", arguments: 1...6)
  func year(seed: UInt64) async throws {
    let journal = MemoryJournal()
    let clock = Mutex(Moment(time: 1_798_761_600_000, today: day("2027-01-01")))
    let network = Network(
      journal: journal, replay: Replay(), clock: { _ in clock.withLock { $0 } },
      random: SeededGenerator(seed: seed))
    var commands = RandomCommands(seed: seed)
    var answers: [String: Int] = [:]
    for step in 0..<2000 {
      if step.isMultiple(of: 6) {
        clock.withLock {
          $0.today = $0.today.adding(1)
          $0.time += 86_400_000
        }
      }
      let before = network.snapshot
      let today = network.now.today
      let command = commands.next(before.state, on: today)
      var outcome: Outcome?
      let refused = await refusal { outcome = try await network.run(command, as: "r\(step)") }
      let after = network.snapshot
      let place: Comment = "seed \(seed) step \(step): \(command), \(refused?.summary ?? "")"
      #expect(after.revision == before.revision + (refused == nil ? 1 : 0), place)
      let answer = Expectation(state: before.state, today: today).answer(to: command)
      if answer == .matching {
        try check(command, refused, before, after, today, place)
      } else {
        #expect(answer == refused.map(\.answer) ?? .accepted, place)
      }
      // A look at all panels is slow: at every third step it finds as much over the seeds.
      if let outcome, step.isMultiple(of: 3) { checkEffects(outcome, before.state, today, place) }
      answers[refused.map { $0.answer?.rawValue ?? "matching" } ?? "accepted", default: 0] += 1
      if step.isMultiple(of: 20) { try exportAll(after, today, place) }
    }
    let again = try Sample.network(journal)
    #expect(again.snapshot.state.differences(from: network.snapshot.state) == [], "seed \(seed)")
    #expect(again.snapshot.head == journal.head)
    let experts = network.snapshot.state.experts.values
    #expect(experts.contains { $0.mergedInto != nil }, "somebody was entered twice, seed \(seed)")
    #expect(!network.snapshot.state.expertDoubts.isEmpty, "somebody is in doubt, seed \(seed)")
    let all = ["accepted", "alreadyExists", "invalid", "matching", "notFound", "notNow", "stale"]
    #expect(answers.keys.sorted() == all, "every answer came up: \(answers), seed \(seed)")
  }

  /// What matching decided is what somebody outside finds who has the exported file.
  private func check(
    _ command: Command, _ refused: Refusal?, _ before: Snapshot, _ after: Snapshot, _ today: Day,
    _ comment: Comment
  ) throws {
    let id: AuditID
    var choice: PanelChoice?
    switch command {
    case .publishPlan(let plan): return check(plan, refused, before, after, today, comment)
    case .announcePanel(let id), .inviteExperts(let id), .acceptInvitation(let id, _, _):
      let isBroken = !before.state.standingBreaches(of: id, on: today).isEmpty
      #expect((refused == nil) == !isBroken, comment)
      return
    case .assignPanel(let audit, let chosen, _): (id, choice) = (audit, chosen)
    case .changePanel(let audit, let chosen, _): (id, choice) = (audit, chosen)
    case .pinPanel(let audit):
      let panel = try #require(before.state.audits[audit]?.panel)
      (id, choice) = (audit, PanelChoice(experts: panel.experts.sorted(), start: panel.start))
    default: return
    }
    if case .invalid = refused {
      #expect(choice?.experts.allSatisfy { before.state.experts[$0] != nil } == false, comment)
      return
    }
    guard let export = try? before.export(id, on: today) else {
      #expect(refused?.answer == .notNow, comment)
      return
    }
    let problem = try Problem.read(export.problem.write())
    let auditCase = try #require(
      AuditCase(id, in: IndexedProblem(problem), standing: problem.pinnedPanels))
    // One who is retired is not in the file, and may serve on nothing.
    let retired = choice?.experts.contains { before.state.experts[$0]?.retired == true } ?? false
    let breaches = choice.map { auditCase.breaches(of: $0.experts, on: $0.start).map(\.rule) }
    switch refused {
    case nil:
      #expect(!retired, comment)
      #expect(breaches ?? [] == [], comment)
      let finding = try #require(after.state.standingPanel(of: id, on: today))
      #expect(finding.breaches.isEmpty, comment)
      #expect(finding.start >= today || after.state.audits[id]?.panel?.pinned == true, comment)
    case .broken(_, let found):
      #expect(retired || breaches == found.map(\.rule), comment)
    case .noPanel:
      #expect(PanelRanking(of: auditCase).first { _ in true } == nil, comment)
    default: Issue.record(comment)
    }
  }

  /// A plan that is taken gives the panels that it says, none of which breaks a rule; one that is not
  /// says what changed.
  private func check(
    _ plan: PublishedPlan, _ refused: Refusal?, _ before: Snapshot, _ after: Snapshot,
    _ today: Day, _ comment: Comment
  ) {
    guard let refused else {
      for id in plan.audits {
        let panel = after.state.audits[id]?.panel
        #expect(panel?.experts == plan.panels[id]?.experts, comment)
        #expect(panel?.start == plan.panels[id]?.start, comment)
      }
      for id in before.state.changed(by: plan) where plan.panels[id] != nil {
        #expect(after.state.standingPanel(of: id, on: today)?.breaches.isEmpty == true, comment)
      }
      return
    }
    guard case .planOutdated(let changes, _) = refused else {
      Issue.record(comment)
      return
    }
    let isOld = plan.madeFrom < before.revision || plan.on < today
    #expect(isOld && !changes.isEmpty, comment)
  }

  /// The panels that a command broke or mended are those which a look at all of them shows.
  private func checkEffects(
    _ outcome: Outcome, _ before: NetworkState, _ today: Day, _ comment: Comment
  ) {
    var changed: [AuditID: [String]] = [:]
    for (id, entry) in outcome.state.audits {
      guard let panel = entry.panel, panel.decision == before.audits[id]?.panel?.decision,
        let then = before.standingPanel(of: id, on: today)?.breaches.map(\.sentence),
        let now = outcome.state.standingPanel(of: id, on: today)?.breaches.map(\.sentence),
        then != now
      else { continue }
      changed[id] = now
    }
    let effects = outcome.effects(on: today)
    #expect(effects.map(\.audit) == changed.keys.sorted(), comment)
    #expect(effects.allSatisfy { $0.breaches.map(\.sentence) == changed[$0.audit] }, comment)
  }

  /// Every problem that the network gives out can be read and is the one it meant.
  private func exportAll(_ snapshot: Snapshot, _ today: Day, _ comment: Comment) throws {
    let planned = snapshot.planning(on: today).problem.audits.map(\.id)
    for id in [nil] + planned.suffix(6).map(Optional.some) {
      let export = try snapshot.export(id, on: today)
      do {
        #expect(try Problem.read(export.problem.write()) == export.problem, comment)
      } catch {
        Issue.record(error, comment)
      }
    }
  }
}
