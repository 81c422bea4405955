import TandemModel

/// Where a fact comes from: the record that holds it, who gave the command and when.
public struct Origin: Hashable, Sendable {
  public var revision: Int
  public var actor: String
  /// Milliseconds since 1970-01-01 UTC.
  public var time: Int64

  public init(revision: Int, actor: String, time: Int64) {
    self.revision = revision
    self.actor = actor
    self.time = time
  }

  /// The day in UTC.
  public var day: Day { Day(ofInstant: time) }
}
