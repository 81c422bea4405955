import TandemModel

/// Reads JSON texts (RFC 8259) strictly: UTF-8 without a byte order mark, no key twice in one
/// object, nothing after the value.
package struct JSONParser {
  /// The largest text, in bytes: 64 MiB, some three hundred times a year of the whole network.
  static let sizeLimit = 64 << 20
  /// How many lists and objects may lie in one another, unless a format needs more.
  static let depthLimit = 100

  /// Why a text is not JSON, and the number of bytes before the place where that shows.
  private struct Malformed: Error {
    var reason: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private let depthLimit: Int
  private var next = 0
  private var path: [Place.Step] = []
  private var repeatedKeys: [Place] = []

  private init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The value of a text, its repeated keys noted; nil, and that noted, when the text is refused as
  /// a whole. Each level of depth takes some of the stack: allow hundreds, not millions.
  package static func parse(
    _ bytes: [UInt8], depthLimit: Int = JSONParser.depthLimit, log: FaultLog
  ) -> JSON? {
    guard bytes.count <= sizeLimit else {
      log.note("is larger than \(sizeLimit >> 20) MiB", at: .top)
      return nil
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let valid = validPrefix(of: bytes)
      log.note("is not UTF-8 (\(place(valid, in: bytes)))", at: .top)
      return nil
    }
    var parser = JSONParser(bytes, depthLimit: depthLimit)
    do {
      let value = try parser.text()
      for place in parser.repeatedKeys {
        log.note("is given twice in one object; keep one of them", at: place)
      }
      return value
    } catch {
      log.note("\(error.reason) (\(place(error.offset, in: bytes)))", at: .top)
      return nil
    }
  }

  /// The line and the byte in it, both from 1.
  private static func place(_ offset: Int, in bytes: [UInt8]) -> String {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return "line \(line), byte \(column)"
  }

  /// How many bytes from the first on are whole characters.
  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) { length += UTF8.width(scalar) }
    return length
  }

  private mutating func text() throws(Malformed) -> JSON {
    skipSpace()
    let value = try value()
    skipSpace()
    guard next == bytes.count else { throw expected("nothing after the value") }
    return value
  }

  private mutating func value() throws(Malformed) -> JSON {
    switch peek {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .list(try elements())
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try number()
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw expected("a value")
    }
  }

  private mutating func members() throws(Malformed) -> [JSON.Member] {
    var members: [JSON.Member] = []
    // Swift's == of strings would take canonically equivalent keys for equal.
    var keys: Set<[UInt8]> = []
    try enter()
    while try another(closing: UInt8(ascii: "}"), first: members.isEmpty) {
      guard peek == UInt8(ascii: "\"") else { throw expected("a key between quotes") }
      let key = try string()
      path.append(.member(key, position: members.count))
      if !keys.insert(Array(key.utf8)).inserted {
        repeatedKeys.append(Place(steps: path))
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
      skipSpace()
      members.append(JSON.Member(key, try value()))
      path.removeLast()
    }
    return members
  }

  private mutating func elements() throws(Malformed) -> [JSON] {
    var elements: [JSON] = []
    try enter()
    while try another(closing: UInt8(ascii: "]"), first: elements.isEmpty) {
      path.append(.element(elements.count))
      elements.append(try value())
      path.removeLast()
    }
    return elements
  }

  /// Takes the bracket that opens a list or an object. The path to it is as long as it lies deep.
  private mutating func enter() throws(Malformed) {
    guard path.count < depthLimit else {
      throw Malformed(reason: "is nested deeper than \(depthLimit)", offset: next)
    }
    next += 1
  }

  /// Whether one more follows in a list or an object; takes the comma before it or the bracket.
  private mutating func another(closing: UInt8, first: Bool) throws(Malformed) -> Bool {
    skipSpace()
    if take(closing) { return false }
    if first { return true }
    guard take(UInt8(ascii: ",")) else {
      throw expected("a comma or \(Unicode.Scalar(closing))")
    }
    skipSpace()
    return true
  }

  private mutating func string() throws(Malformed) -> String {
    var result: [UInt8] = []
    next += 1
    while true {
      let start = next
      while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        next += 1
      }
      let run = bytes[start..<next]
      if take(UInt8(ascii: "\"")) {
        return result.isEmpty
          ? String(decoding: run, as: UTF8.self)
          : String(decoding: result + run, as: UTF8.self)
      }
      result += run
      guard take(UInt8(ascii: "\\")) else {
        throw expected(peek == nil ? "a quote at the end of a text" : "no bare control character")
      }
      result += String(Character(try escaped())).utf8
    }
  }

  private mutating func escaped() throws(Malformed) -> Unicode.Scalar {
    guard let byte = peek else { throw expected("an escape") }
    next += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
    default:
      next -= 1
      throw expected("an escape that JSON knows")
    }
  }

  /// The scalar of the digits after `\u`, or of these and those of a second `\u` in a pair of
  /// surrogates.
  private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let second = try hexadecimal()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw expected("both halves of a pair of surrogates")
  }

  private mutating func hexadecimal() throws(Malformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw expected("four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
      next += 1
    }
    return value
  }

  private mutating func number() throws(Malformed) -> JSON {
    let start = next
    var isWhole = true
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let written = String(decoding: bytes[start..<next], as: UTF8.self)
    if isWhole, let value = Int(written) { return .whole(value) }
    return .number(written)
  }

  private mutating func digits() throws(Malformed) {
    let start = next
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
    if next == start { throw expected("a digit") }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Malformed) -> JSON {
    let written = word.description.utf8
    guard bytes[next...].starts(with: written) else { throw expected("a value") }
    next += written.count
    return value
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    next += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      next += 1
    }
  }

  private func expected(_ what: String) -> Malformed {
    Malformed(reason: "is not JSON: expected \(what)", offset: next)
  }
}
