import Synchronization
import TandemJournal
import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// When planning ends, by a clock of the test's own.
@Suite struct PlanDeadlineTests {
  /// The plan of a problem that takes longer than the clock allows: it stands still until planning has
  /// begun, then it shows `later`.
  private func plan(
    deadline: Duration?, seconds: Int, later: Duration
  ) async throws -> Wire.Plan? {
    let network = Network(
      journal: MemoryJournal(), replay: Replay(),
      clock: { _ in Moment(time: 1_668_500_000_000, today: Day("2022-11-15") ?? .first) })
    let file = try ProblemFile.read(sharedInstance("season-250"))
    _ = try await network.execute(
      .importProblem(file, withoutAudits: false),
      RequestIdentity(actor: "tester", id: "import", body: []))
    let began = ContinuousClock.now
    let isFirst = Atomic(true)
    let call = Call(
      caller: Caller(actor: "tester", grant: .coordinator), network: network, newID: { "\($0)-1" },
      deadline: deadline.map { began + $0 },
      instant: { isFirst.exchange(false, ordering: .relaxed) ? began : began + later })
    let plan = Mutex<Wire.Plan?>(nil)
    let answer = try PlanHandlers().plan(.with { $0.seconds = seconds }, call)
    try await answer.write { message in plan.withLock { $0 = message.plan } }
    return plan.withLock { $0 }
  }

  @Test(
    "a deadline, or the seconds asked for, end planning with a valid plan and an honest bound",
    arguments: [
      // Half a second before the deadline, or at half of what is left of it.
      (Duration.seconds(60), 0, Duration.seconds(59.6)), (.seconds(0.5), 0, .seconds(0.3)),
      (nil, 5, .seconds(5)),
    ] as [(Duration?, Int, Duration)])
  func ends(deadline: Duration?, seconds: Int, later: Duration) async throws {
    let plan = try #require(
      try await plan(deadline: deadline, seconds: seconds, later: later))
    let file = try Plan.read(plan.planFile)
    #expect(PlanVerifier(try Problem.read(plan.problemFile)).verdict(on: file).isValid)
    #expect(!plan.optimal && plan.certificateFile.isEmpty)
    #expect(try #require(file.bound) < file.objective)
  }
}
