/// A JSON value (RFC 8259) as it was written: keys in their order, numbers by their form.
package enum JSON: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  case null
  case boolean(Bool)
  /// A number without fraction or exponent that fits.
  case whole(Int)
  /// Any other number, as it was written.
  case number(String)
  case text(String)
  case list([JSON])
  case object([Member])

  /// The value of the first member of that name.
  package subscript(name: String) -> JSON? {
    // Names of fields are small ASCII letters, to which no other text is canonically equivalent:
    // Swift's == compares bytes here.
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == name }?.value
  }
}

extension JSON: CustomStringConvertible {
  /// What it is, short enough for a message.
  package var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .whole(let number): String(number)
    case .number(let digits): digits.shortened
    case .text(let text): text.shortened.quoted
    case .list(let values): "a list of \(values.count)"
    case .object: "an object"
    }
  }
}

extension String {
  /// The text between quotes, as JSON writes it; control characters, even those that JSON lets
  /// stand, are escaped so that they never reach a terminal.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case _ where scalar.isControl:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// At most 40 characters of the text: input goes into messages, however long it is.
  var shortened: String {
    let limit = 40
    guard let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex),
      end != endIndex
    else { return self }
    return String(unicodeScalars[..<end]) + "…"
  }
}

extension [UInt8] {
  /// Adds the text as ``Swift/String/quoted`` writes it.
  mutating func append(quoted text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      // Nearly every text needs no escape, and bytes tell that faster than scalars do. 0xC2 begins
      // the control characters beyond ASCII.
      let isPlain = bytes.allSatisfy {
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F
          && $0 != 0xC2
      }
      guard isPlain else { return false }
      append(UInt8(ascii: "\""))
      append(contentsOf: bytes)
      append(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { self += text.quoted.utf8 }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
