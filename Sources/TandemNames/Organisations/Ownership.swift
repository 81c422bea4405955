import TandemModel

/// Who owns an organisation in the end, and how that is known.
public struct Ownership: Hashable, Sendable {
  /// The ultimate owner: organisations of one owner count as one where interests are weighed.
  public var group: OrganisationID
  /// Where that is said: a register, an annual report, the organisation itself.
  public var source: String
  /// The day of which the source speaks.
  public var date: Day

  public init(group: OrganisationID, source: String, date: Day) {
    self.group = group
    self.source = source
    self.date = date
  }
}
