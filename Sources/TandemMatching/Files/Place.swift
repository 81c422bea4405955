/// Where a value stands in a JSON text: the way to it from the top.
struct Place {
  /// The way from a value to one that it holds.
  enum Step {
    /// A member of an object, and how many stand before it.
    case member(String, position: Int)
    /// A member that is missing: it would stand after all others.
    case missing(String)
    case element(Int)

    fileprivate var position: Int {
      switch self {
      case .member(_, let position), .element(let position): position
      case .missing: .max
      }
    }

    fileprivate var token: String {
      switch self {
      case .element(let position): String(position)
      case .member(let key, _), .missing(let key):
        key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
          ? key.escapedForPointer : key
      }
    }
  }

  static let top = Place(steps: [])

  var steps: [Step]

  func appending(_ step: Step) -> Place { Place(steps: steps + [step]) }

  /// The JSON Pointer (RFC 6901).
  var pointer: String { steps.reduce(into: "") { $0 += "/" + $1.token } }

  /// Whether it stands before the other in the text, or around it.
  func precedes(_ other: Place) -> Bool {
    steps.lexicographicallyPrecedes(other.steps) { $0.position < $1.position }
  }
}

extension String {
  fileprivate var escapedForPointer: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
