import Foundation
import GRPCCore
import Synchronization
import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

/// MatchingService's calls that make plans.
struct PlanHandlers: Sendable {
  /// How many plans are made at once: each takes all cores that it can.
  static let mostAtOnce = 2
  /// After how many seconds planning ends when the request does not say, and at most.
  static let seconds = (default: 600, most: 3_600)
  /// Planning ends that long before the call's deadline, or at half of what is left to it where that is
  /// less: the plan has yet to be checked and sent.
  static let reserve = Duration.milliseconds(500)

  private let underway = Underway()

  func plan(
    _ request: Wire.PlanRequest, _ call: Call
  ) throws(Refusal) -> AnswerStream<Wire.PlanResponse> {
    let snapshot = try call.snapshot(for: request)
    let (scope, seconds, changes) = try call.read { reader in
      let changes = reader.hypotheses(request.whatIf, in: snapshot)
      let scope = reader.scope(request.audits, repair: request.repair)
      return reader.whole(request.seconds, 0...PlanHandlers.seconds.most, at: "seconds")
        .map { (scope, $0 == 0 ? PlanHandlers.seconds.default : $0, changes) }
    }
    let (began, today) = (call.instant(), call.today)
    let supposed = try call.supposing(changes, in: snapshot)
    let export = try supposed.export(scope, on: today)
    var end = began + .seconds(seconds)
    if let deadline = call.deadline {
      end = min(end, deadline - min(PlanHandlers.reserve, began.duration(to: deadline) / 2))
    }
    let (id, instant) = (call.newID("plan"), call.instant)
    return AnswerStream(revision: snapshot.revision) { [end] send in
      // Only here: who has gone away by now is not written to, and this is never run.
      let stop = try refusingByStatus { () throws(Refusal) in try underway.begin(id) }
      defer { underway.end(id) }
      let shouldStop: @Sendable () -> Bool = { stop.isGiven || instant() >= end }
      let steps = AsyncThrowingStream.planning(export.problem, shouldStop: shouldStop)
      defer { stop.give() }
      try await withCallEndHandler {
        for try await step in steps {
          try await send(
            .with {
              $0.revision = snapshot.revision
              $0.planning = id
              $0.progress = Wire.PlanProgress(
                step.progress, of: export.problem, after: began.duration(to: instant()))
              $0.plan = step.result.map { Wire.Plan($0, of: export, in: supposed.state, on: today) }
            })
        }
      } onEnd: {
        stop.give()
      }
    }
  }

  func stop(
    _ request: Wire.StopPlanRequest, _ call: Call
  ) throws(Refusal) -> Wire.StopPlanResponse {
    let planning: ID<Wire.Plan> = try call.read { $0.id(request.planning, at: "planning") }
    guard underway.stop(planning.text) else { throw .notFound(Thing(.plan, planning.text)) }
    return .with { $0.revision = call.network.snapshot.revision }
  }
}

extension FieldReader {
  mutating func scope(_ audits: [String], repair: Bool) -> PlanScope {
    let ids: [AuditID] = distinct(audits, at: "audits") { $0.id($1, at: $2) }
    return PlanScope(audits: Set(ids), repair: repair)
  }
}

/// The plans that are being made.
private final class Underway: Sendable {
  private let stops = Mutex<[String: PlanStop]>([:])

  /// Throws `busy` when as many are being made as may be at once.
  func begin(_ id: String) throws(Refusal) -> PlanStop {
    let stop: PlanStop? = stops.withLock { stops in
      guard stops.count < PlanHandlers.mostAtOnce else { return nil }
      let stop = PlanStop()
      stops[id] = stop
      return stop
    }
    guard let stop else {
      throw .busy(
        "\(PlanHandlers.mostAtOnce) plans are being made already; try again when one is done.")
    }
    return stop
  }

  func end(_ id: String) { stops.withLock { $0[id] = nil } }

  /// Whether there was one of that name.
  func stop(_ id: String) -> Bool {
    let stop = stops.withLock { $0[id] }
    stop?.give()
    return stop != nil
  }
}

/// Tells a plan that is being made to end.
private final class PlanStop: Sendable {
  private let given = Atomic(false)

  var isGiven: Bool { given.load(ordering: .relaxed) }

  func give() { given.store(true, ordering: .relaxed) }
}

/// How far planning has come, and in the last step what it came to.
private struct PlanStep: Sendable {
  let progress: PlanProgress
  let result: PlanningResult?
}

extension AsyncThrowingStream where Element == PlanStep, Failure == any Error {
  /// Plans on a thread of its own, and tells of the newest step when it is asked for one. A defect is an
  /// internal error.
  fileprivate static func planning(
    _ problem: Problem, shouldStop: @escaping @Sendable () -> Bool
  ) -> AsyncThrowingStream {
    let (stream, steps) = makeStream(bufferingPolicy: .bufferingNewest(1))
    let thread = Thread {
      do throws(PlanningDefect) {
        var last: PlanProgress?
        let result = try Planner(problem).plan(shouldStop: shouldStop) { progress in
          last = progress
          steps.yield(PlanStep(progress: progress, result: nil))
        }
        let plan = result.plan
        let progress = PlanProgress(
          phase: last?.phase ?? .constructing, filled: plan.panels.count,
          objective: plan.objective, bound: plan.bound ?? Objective(unfilled: 0, cost: 0))
        steps.yield(PlanStep(progress: progress, result: result))
        steps.finish()
      } catch {
        steps.finish(
          throwing: RPCError(
            code: .internalError, message: "No plan is given out: \(error.reason)"))
      }
    }
    thread.name = "tandem.planner"
    // The planner splits what is left in two again and again, one call deep each time.
    thread.stackSize = 64 << 20
    thread.start()
    return stream
  }
}
