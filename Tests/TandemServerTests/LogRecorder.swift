import Logging
import Synchronization

/// Keeps the lines of a log, and hands them on as they are written.
final class LogRecorder: Sendable {
  struct Line: Sendable {
    let level: Logger.Level
    let message: String
    let metadata: [String: String]
  }

  private let kept = Mutex<[Line]>([])
  /// Each line as it comes.
  let stream: AsyncStream<Line>
  private let continuation: AsyncStream<Line>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  var lines: [Line] { kept.withLock { $0 } }

  /// Takes every level.
  var logger: Logger { Logger(label: "test") { _ in SecretWatch(keep: self.keep) } }

  @Sendable private func keep(_ event: LogEvent, _ metadata: Logger.Metadata) {
    let line = Line(
      level: event.level, message: event.message.description,
      metadata: metadata.mapValues(\.description))
    kept.withLock { $0.append(line) }
    continuation.yield(line)
  }
}
