import TandemMatching
import TandemModel

/// That the cluster was told of its panel.
public struct Announcement: Hashable, Sendable {
  /// The day that counted as today.
  public var on: Day
  public var origin: Origin
}

/// That an expert was asked to serve, and whether they said yes.
public struct Invitation: Hashable, Sendable {
  /// The day that counted as today.
  public var on: Day
  public var origin: Origin
  public var acceptance: Acceptance?
}

/// An expert's yes, with the declaration of independence that they made.
public struct Acceptance: Hashable, Sendable {
  public var declaration: Declaration
  public var origin: Origin
}

/// What is left of a panel in which a seat opened: what a replacement keeps where it can.
public struct Vacancy: Hashable, Sendable {
  public var start: Day
  /// Those who stayed; none of a panel of one.
  public var experts: Set<ExpertID>
  public var invitations: [ExpertID: Invitation]
}

/// Why an expert serves on an audit no more, or never.
public struct Exclusion: Hashable, Sendable {
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    /// They declined for want of time.
    case busy
    /// They declined because of an interest, which they declare.
    case conflict
    /// They declined for another reason.
    case other
    /// They stood down by themselves.
    case recused
    /// The cluster objected to them.
    case objected
  }

  public var cause: Cause
  public var reason: String

  public init(cause: Cause, reason: String) {
    self.cause = cause
    self.reason = reason
  }
}

extension Exclusion.Cause: Word {
  package init?(_ text: String) { self.init(rawValue: text) }

  package static var expected: String {
    allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
  }
}
