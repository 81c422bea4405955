import TandemModel

/// What an expert found on an audit.
public struct AuditReport: Hashable, Sendable {
  /// Whether to award the label.
  public var recommended: Bool
  /// Percent, 0…100, for each area of the scheme.
  public var scores: [Scheme.Area: Int]
  public var note: String

  public init(recommended: Bool, scores: [Scheme.Area: Int], note: String) {
    self.recommended = recommended
    self.scores = scores
    self.note = note
  }
}

/// A report, and who recorded it when.
public struct FiledReport: Hashable, Sendable {
  public var report: AuditReport
  public var origin: Origin
}

/// What was decided of a label, and who did it when.
public struct Verdict: Hashable, Sendable {
  public var awarded: Bool
  /// Never empty where it is against what all reports recommend.
  public var reason: String
  public var origin: Origin
}
