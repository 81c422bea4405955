import Logging
import Testing

extension Logger {
  /// Of a server whose log nobody reads, but for what must never be in it.
  static let silent = Logger(label: "test") { _ in SecretWatch() }
}

/// Whatever the servers of these tests log goes through here: a token in it is a failure.
struct SecretWatch: LogHandler {
  /// What becomes of a line with a token in it; a test of the watch itself only looks.
  @TaskLocal static var found: @Sendable (String) -> Void = {
    Issue.record("a token is in the log: \($0)")
  }

  /// Takes each line.
  var keep: @Sendable (LogEvent, Logger.Metadata) -> Void = { _, _ in }
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
    let text = "\(event.message) \(metadata)"
    if text.contains(/tdm_[A-Za-z0-9_\-]{43}/) { Self.found(text) }
    keep(event, metadata)
  }
}
