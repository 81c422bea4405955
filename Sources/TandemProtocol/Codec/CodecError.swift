import TandemModel

/// Why a message was not encoded or decoded.
public enum CodecError: Error, Hashable, Sendable {
  /// The message has `actual` bytes.
  case tooLarge(limit: Int, actual: Int)
  /// With the field of this dotted name, the message has more than `limit` elements, see
  /// ``Limits/elements``.
  case tooMany(field: String, limit: Int)
  /// Its structs would take more than `limit` bytes.
  case tooMuchMemory(limit: Int)
  /// The bytes are no message of the type; the place is the dotted name of a field, empty for the
  /// message as a whole.
  case malformed(Fault)
  /// Values that their fields cannot have, up to ``Codec/mostFaults`` of them; places are paths such
  /// as `expert.languages[2].level`.
  case invalid([Fault])

  /// The error as it is seen from the message that has it in a field.
  func under(_ name: String) -> CodecError {
    switch self {
    case .tooMany(let field, let limit): .tooMany(field: "\(name).\(field)", limit: limit)
    case .malformed(let fault):
      .malformed(Fault(at: fault.place.isEmpty ? name : "\(name).\(fault.place)", fault.reason))
    case .tooLarge, .tooMuchMemory, .invalid: self
    }
  }
}

extension CodecError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let limit, let actual):
      "the message has \(actual) bytes, more than the \(limit) it may have; send less at once"
    case .tooMany(let field, let limit):
      "the message has more than \(limit) elements, counted up to \(field); send less at once"
    case .tooMuchMemory(let limit):
      "the message takes more than \(limit) bytes when it is read; send less at once"
    case .malformed(let fault):
      "the bytes are not a message of this type: \(fault.place.isEmpty ? fault.reason : "\(fault)")"
    case .invalid(let faults): faults.map(\.description).joined(separator: "; ")
    }
  }
}
