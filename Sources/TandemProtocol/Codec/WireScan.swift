import TandemModel

/// One walk over the bytes of a message before C parses them, which finds what is malformed and
/// counts what C would allocate: an empty sub-message of two bytes becomes a struct of a hundred.
///
/// It goes as deep as the types do, and none of them contains itself.
struct WireScan {
  /// How many elements the message may have, see ``Limits/elements``.
  let limit: Int
  private(set) var elements = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Scans a range of the bytes as a message of a type.
  mutating func scan(
    _ bytes: Span<UInt8>, _ range: Range<Int>, as type: MessageDescriptor
  ) throws(CodecError) {
    var cursor = WireCursor(at: range.lowerBound, end: range.upperBound)
    var seen: UInt64 = 0
    while !cursor.isAtEnd {
      let (number, wireType) = try cursor.tag(of: bytes)
      guard let field = type[number] else {
        let name = "field \(number)"
        try count(name)
        do { _ = try cursor.value(wireType, of: bytes) } catch { throw error.under(name) }
        continue
      }
      let isAgain = seen & (1 << type.index(of: field)) != 0
      seen |= 1 << type.index(of: field)
      try scan(field, isAgain: isAgain, wireType, &cursor, bytes)
    }
  }

  private mutating func scan(
    _ field: FieldDescriptor, isAgain: Bool, _ wireType: WireType, _ cursor: inout WireCursor,
    _ bytes: Span<UInt8>
  ) throws(CodecError) {
    let right: WireType = field.isLengthPrefixed ? .lengthPrefixed : .varint
    guard wireType == right else {
      throw .malformed(Fault(at: field.name, "is sent as \(wireType); send it as \(right)"))
    }
    if isAgain, !field.isRepeated {
      // No encoder does so, and libprotobuf-c would merge two messages and lose numbers of the first.
      throw .malformed(Fault(at: field.name, "is sent more than once; send it once"))
    }
    if field.isRepeated || field.kind == .message { try count(field.name) }
    do {
      let value = try cursor.value(wireType, of: bytes)
      if let message = field.message { try scan(bytes, value, as: message) }
    } catch {
      throw error.under(field.name)
    }
  }

  private mutating func count(_ name: @autoclosure () -> String) throws(CodecError) {
    elements += 1
    guard elements <= limit else { throw .tooMany(field: name(), limit: limit) }
  }
}
