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
  var logger: Logger { Logger(label: "test") { _ in Handler(recorder: self) } }

  private func keep(_ line: Line) {
    kept.withLock { $0.append(line) }
    continuation.yield(line)
  }

  private struct Handler: LogHandler {
    let recorder: LogRecorder
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
      refuseSecrets(in: event, metadata)
      recorder.keep(
        Line(
          level: event.level, message: event.message.description,
          metadata: metadata.mapValues(\.description)))
    }
  }
}
