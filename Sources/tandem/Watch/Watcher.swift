import Synchronization
import TandemClient
import TandemMatching
import TandemProtocol

/// Prints what changes until Ctrl-C, over as many connections as it takes.
struct Watcher: Sendable {
  /// How long to wait before the server is asked again at first, and at most.
  private static let pauses = (first: Duration.seconds(1), longest: Duration.seconds(30))

  let client: TandemClient
  let output: OutputOptions.Format

  func watch(_ request: Wire.WatchRequest) async throws {
    let interrupt = Interrupt()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await follow(request) }
      group.addTask {
        while !interrupt.isGiven, !Task.isCancelled {
          try? await Task.sleep(for: .milliseconds(50))
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func follow(_ first: Wire.WatchRequest) async throws {
    if output == .csv { try put(Self.table([]).csv) }
    let revision = Mutex(first.after)
    var pause = Self.pauses.first
    while true {
      var request = first
      request.after = revision.withLock { $0 }
      let isGood = Atomic(false)
      do throws(ClientError) {
        try await client.stream(Methods.watch, request) { message in
          try show(message)
          revision.withLock { $0 = message.revision }
          isGood.store(true, ordering: .relaxed)
        }
      } catch {
        if error.details.reason == "READER_TOO_SLOW" { continue }
        guard error.details.code == .unavailable else { throw error }
        // A connection on which something came was a good one, be it only that nothing changed.
        if isGood.load(ordering: .relaxed) { pause = Self.pauses.first }
        say("\(error) Trying again in \(pause.components.seconds) s.")
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, Self.pauses.longest)
    }
  }

  private func show(_ message: Wire.WatchResponse) throws {
    guard !message.changes.isEmpty else { return }
    switch output {
    case .json: try put(JSON(message).line() + [UInt8(ascii: "\n")])
    case .csv: try put(Array(Self.table([message]).csv.dropFirst()))
    case .table: try put(message.changes.map { Self.line($0, of: message) })
    }
  }

  /// A change in one line, for people: what is not known of it is left out.
  private static func line(_ change: Wire.Change, of message: Wire.WatchResponse) -> String {
    let state = change.state == .unspecified ? "" : String(describing: change.state)
    let words = [
      String(message.revision), message.time?.minute ?? "", change.kind, change.audit, state,
      change.subject, change.experts.joined(separator: ", "),
      message.actor.isEmpty ? "" : "by \(message.actor)",
    ]
    return words.filter { !$0.isEmpty }.joined(separator: "  ").printable.cut(to: Terminal.width)
  }

  private static func table(_ messages: [Wire.WatchResponse]) -> Table {
    Table(
      heads: ["REVISION", "TIME (UTC)", "KIND", "AUDIT", "STATE", "EXPERTS", "SUBJECT", "BY"],
      rows: messages.flatMap { message in
        message.changes.map { change in
          [
            String(message.revision), message.time?.minute ?? "", change.kind, change.audit,
            change.state == .unspecified ? "" : String(describing: change.state),
            change.experts.joined(separator: " "), change.subject, message.actor,
          ]
        }
      })
  }
}
