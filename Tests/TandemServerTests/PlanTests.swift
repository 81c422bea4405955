import Synchronization
import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol
import Testing

/// Planning over the wire: progress, the plan, its files, and how it is ended and published.
@Suite struct PlanTests {
  /// All messages of a call.
  private final class Messages: Sendable {
    private let messages = Mutex<[Wire.PlanResponse]>([])
    var all: [Wire.PlanResponse] { messages.withLock { $0 } }
    func add(_ message: Wire.PlanResponse) { messages.withLock { $0.append(message) } }
  }

  private static func plan(
    _ client: TandemClient, _ set: (inout Wire.PlanRequest) -> Void = { _ in }
  ) async throws -> [Wire.PlanResponse] {
    let messages = Messages()
    try await client.stream(Methods.plan, .with(set)) { messages.add($0) }
    return messages.all
  }

  private static func publication(
    _ answer: Wire.PlanResponse?
  ) throws -> Wire.PublishPlanRequest {
    let answer = try #require(answer)
    let plan = try #require(answer.plan)
    return .with {
      $0.madeFrom = answer.revision
      $0.plannedOn = plan.plannedOn
      $0.planFile = plan.planFile
      $0.certificateFile = plan.certificateFile
    }
  }

  @Test("progress comes in order, bounds rise, objectives fall, and the last message has the plan")
  func progress() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      let messages = try await Self.plan(client)
      let steps = messages.compactMap(\.progress)
      #expect(steps.count == messages.count)
      for (one, next) in zip(steps, steps.dropFirst()) {
        #expect(Objective(next) <= Objective(one))
        #expect((one.bound?.cost ?? 0) <= (next.bound?.cost ?? 0) || next.bound?.unfilled != 0)
        #expect(one.milliseconds <= next.milliseconds)
      }
      #expect(messages.dropLast().allSatisfy { $0.plan == nil && !$0.planning.isEmpty })
      let plan = try #require(messages.last?.plan)
      #expect(plan.optimal && plan.objective == plan.bound)
      #expect(plan.audits.map(\.audit) == ["A1", "A2"])
      #expect(plan.audits.allSatisfy { $0.panel?.seats.count == 2 && $0.standing == nil })

      let problem = IndexedProblem(try Problem.read(plan.problemFile))
      let file = try Plan.read(plan.planFile)
      #expect(PlanVerifier(problem).verdict(on: file).findings.isEmpty)
      let certificate = try Certificate.read(plan.certificateFile)
      #expect(CertificateChecker(problem).check(certificate, of: file) == .proven)
    }
  }

  @Test("a plan is published once, and shown again with the files that prove it")
  func publishes() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      let plan = try await Self.plan(client).last
      var request = try Self.publication(plan)
      request.requestID = "once"
      let first = try await client.call(Methods.publishPlan, request)
      #expect(first.plan?.changed == ["A1", "A2"] && first.plan?.optimal == true)
      #expect(first.effects.isEmpty)
      #expect(try await client.call(Methods.publishPlan, request) == first)
      let standing = try await client.standing()
      #expect(standing.decision?.planned == true && standing.decision?.revision == first.revision)
      #expect(standing.panel?.experts == plan?.plan?.audits.first?.panel?.experts)

      let shown = try await client.call(Methods.getPublishedPlan, .init())
      #expect(shown.plan == first.plan)
      #expect(shown.problemFile == plan?.plan?.problemFile)
      #expect(shown.certificateFile == plan?.plan?.certificateFile)
      let problem = IndexedProblem(try Problem.read(shown.problemFile))
      let file = try Plan.read(shown.planFile)
      #expect(PlanVerifier(problem).verdict(on: file).findings.isEmpty)
      let list = try await client.call(Methods.listPublishedPlans, .init())
      #expect(list.plans == [first.plan])
      let none = await refusal(client, Methods.getPublishedPlan, .with { $0.published = 1 })
      #expect(none?.code == .notFound)

      let again = try await Self.plan(client).last?.plan
      #expect(again?.audits.allSatisfy { $0.panel?.experts == $0.standing?.experts } == true)
    }
  }

  @Test(
    "a plan is refused as outdated with what changed, and again when its proof or panels are not its"
  )
  func refuses() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let planned = try await Self.plan(client).last
      let request = try Self.publication(planned)
      let expert = try #require(planned?.plan?.audits.first?.panel?.experts.first)

      var forged = request
      let text = String(decoding: request.planFile, as: UTF8.self)
      forged.planFile = Array(text.replacing(expert, with: "E1").utf8)
      if forged.planFile == request.planFile {
        forged.planFile = Array(text.replacing(expert, with: "E9").utf8)
      }
      let panel = await refusal(client, Methods.publishPlan, forged)
      #expect(panel?.code == .invalidArgument)
      #expect(panel?.fieldViolations.first?.place.hasPrefix("plan_file/panels/0") == true)

      forged = request
      forged.certificateFile = Array(#"{"format":"tandem-certificate/1"}"#.utf8)
      let proof = await refusal(client, Methods.publishPlan, forged)
      #expect(proof?.fieldViolations.first?.place.hasPrefix("certificate_file") == true)

      forged = request
      forged.madeFrom = 0
      let none = await refusal(client, Methods.publishPlan, forged)
      #expect(none?.code == .invalidArgument)

      _ = try await client.declare("I9", of: expert, in: "M2")
      let late = await refusal(client, Methods.publishPlan, request)
      #expect(late?.code == .aborted && late?.reason == "PLAN_OUTDATED")
      #expect(late?.preconditionViolations.map(\.subject) == ["A1"])
      #expect(late?.breaches.map(\.rule) == ["INTEREST"])
      #expect(try await client.audit().panel == nil)
    }
  }

  @Test("what is supposed is planned with, and only the named audits are")
  func supposes() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      try await client.admit("A2")
      let plan = try await Self.plan(client).last?.plan
      let expert = try #require(plan?.audits.first?.panel?.experts.first)
      let without = try await Self.plan(client) {
        $0.audits = ["A1"]
        $0.whatIf = [.with { $0.retired = expert }]
      }.last?.plan
      #expect(without?.audits.map(\.audit) == ["A1"])
      #expect(without?.audits.first?.panel?.experts.contains(expert) == false)
      let unknown = await failure { _ = try await Self.plan(client) { $0.audits = ["Z"] } }
      #expect(unknown?.details.code == .notFound)
    }
  }
}

extension Objective {
  fileprivate init(_ wire: Wire.Objective?) {
    self.init(unfilled: wire?.unfilled ?? 0, cost: wire?.cost ?? 0)
  }

  fileprivate init(_ progress: Wire.PlanProgress) { self.init(progress.objective) }
}

/// What a call fails with; nil when it does not.
private func failure(_ body: () async throws -> Void) async -> ClientError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? ClientError
  }
}
