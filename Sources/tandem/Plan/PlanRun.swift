import Foundation
import Synchronization
import TandemClient
import TandemProtocol

/// Has a plan made and tells how far it has come: by a bar on a terminal, else by lines.
struct PlanRun: Sendable {
  let client: TandemClient
  /// Whether progress is a bar.
  var isTerminal = isatty(STDERR_FILENO) == 1

  /// What was heard last.
  private final class Heard: Sendable {
    private let message = Mutex(Wire.PlanResponse())

    var last: Wire.PlanResponse {
      get { message.withLock { $0 } }
      set { message.withLock { $0 = newValue } }
    }
  }

  /// Ctrl-C ends it with the best plan so far. Throws what the server says.
  func plan(_ request: Wire.PlanRequest) async throws -> (revision: Int, Wire.Plan) {
    let heard = Heard()
    let began = ContinuousClock.now
    let interrupt = Interrupt()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [client, isTerminal] in
        try await client.stream(Methods.plan, request) { message in
          heard.last = message
          guard !isTerminal, message.plan == nil, let progress = message.progress else { return }
          say(ProgressLine(progress, milliseconds: progress.milliseconds).text)
        }
      }
      group.addTask { [client, isTerminal] in
        var hasStopped = false
        while !Task.isCancelled {
          let last = heard.last
          if isTerminal, let progress = last.progress { draw(progress, since: began) }
          if interrupt.isGiven, !hasStopped, !last.planning.isEmpty {
            hasStopped = true
            // Planning may have ended by itself.
            _ = try? await client.call(Methods.stopPlan, .with { $0.planning = last.planning })
          }
          try? await Task.sleep(for: .milliseconds(50))
        }
      }
      // Either the plan is there or its call has failed.
      defer { group.cancelAll() }
      try await group.next()
    }
    if isTerminal { erase() }
    guard let plan = heard.last.plan else {
      throw Failure.unreadable("the server ended the call without a plan")
    }
    return (heard.last.revision, plan)
  }

  private func draw(_ progress: Wire.PlanProgress, since began: ContinuousClock.Instant) {
    let line = ProgressLine(
      progress, milliseconds: Int(began.duration(to: .now) / .milliseconds(1)))
    // One column less than there are: a full line would begin the next one.
    show("\r\(line.bar.cut(to: Terminal.width - 1))\u{1B}[K")
  }

  private func erase() { show("\r\u{1B}[K") }

  private func show(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
