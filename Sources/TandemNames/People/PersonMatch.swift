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

    /// How alike they are, of 100.
    public var likeness: Int {
      switch self {
      case .email: 95
      case .name: 90
      case .initials: 70
      }
    }
  }

  public let id: ExpertID
  public let reason: Reason
}

extension PersonMatch.Reason: CustomStringConvertible {
  /// Without a full stop; it names nobody.
  public var description: String {
    switch self {
    case .email: "the same e-mail address"
    case .name: "the same name in the same country"
    case .initials: "the same name but for initials or a middle name, in the same country"
    }
  }
}
