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

/// All that is wrong with one input, at least one fault, in the order of the input.
public struct Faults: Hashable, Sendable, Error {
  public let faults: [Fault]

  public init(_ faults: [Fault]) { self.faults = faults }
}

extension Faults: CustomStringConvertible {
  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
