/// What is personal about somebody: it is sealed wherever it is stored.
public struct Person: Hashable, Sendable {
  /// May be empty: not given, or erased.
  public var name: String
  /// May be empty: not given, or erased.
  public var email: String

  public init(name: String = "", email: String = "") {
    self.name = name
    self.email = email
  }
}
