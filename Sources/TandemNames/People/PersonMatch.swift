import TandemModel

/// A known expert who may be the one given, and why.
public struct PersonMatch: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The same address after capitals and tags are put aside.
    case email
    /// The same name, whatever its order, accents, script or titles.
    case name
    /// The same name but for initials or a middle name.
    case initials
  }

  public let id: ExpertID
  public let reason: Reason

  /// A sentence without its full stop; it names nobody.
  public var sentence: String {
    switch reason {
    case .email: "same e-mail address as \(id)"
    case .name: "same name in the same country as \(id)"
    case .initials: "same name but for initials or a middle name in the same country as \(id)"
    }
  }
}
