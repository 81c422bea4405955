/// One thing that is wrong with an input: where, and what.
public struct Fault: Hashable, Sendable, Error {
  /// In a file a JSON Pointer (RFC 6901), empty for the whole; in a request the path of a field.
  public var place: String
  /// What is wrong there and what would be right, without a full stop.
  public var reason: String

  public init(at place: String, _ reason: String) {
    self.place = place
    self.reason = reason
  }
}

extension Fault: CustomStringConvertible {
  public var description: String { "\(place): \(reason)" }
}
