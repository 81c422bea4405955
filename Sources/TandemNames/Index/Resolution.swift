import TandemModel

/// What a submitted organisation was found to be.
public enum Resolution: Hashable, Sendable {
  /// A known one.
  case linked(OrganisationID, Reason)
  /// Perhaps one of these, the most alike first; at least one. A person decides.
  case doubt([Candidate])
  case new

  /// A known organisation that may be the submitted one.
  public struct Candidate: Hashable, Sendable {
    public let id: OrganisationID
    /// How alike, 0 to 1; 1 where only a contradiction stands against a link.
    public let score: Float
    public let reason: Reason
  }
}
