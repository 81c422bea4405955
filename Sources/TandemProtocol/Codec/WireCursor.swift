import TandemModel

/// How a value is sent. Groups, which were taken out of protobuf, are refused.
enum WireType: UInt8, CustomStringConvertible {
  case varint = 0
  case eightBytes = 1
  case lengthPrefixed = 2
  case fourBytes = 5

  var description: String {
    switch self {
    case .varint: "a varint"
    case .eightBytes: "eight bytes"
    case .lengthPrefixed: "a length and bytes"
    case .fourBytes: "four bytes"
    }
  }
}

/// A place in the bytes of a message, and the end that nothing in it may pass.
struct WireCursor {
  private(set) var at: Int
  let end: Int

  init(at: Int, end: Int) {
    self.at = at
    self.end = end
  }

  var isAtEnd: Bool { at == end }

  /// Reads the number and the wire type of a field.
  mutating func tag(of bytes: Span<UInt8>) throws(CodecError) -> (UInt32, WireType) {
    guard let tag = varint(of: bytes, most: 5) else { throw fault("a field's number is cut short") }
    guard let number = UInt32(exactly: tag >> 3), (1..<1 << 29).contains(number) else {
      throw fault("a field has the number \(tag >> 3)")
    }
    guard let wireType = WireType(rawValue: UInt8(tag & 7)) else {
      throw fault("field \(number) has the wire type \(tag & 7)")
    }
    return (number, wireType)
  }

  /// Passes a value, and returns where it lies, without its length.
  mutating func value(
    _ wireType: WireType, of bytes: Span<UInt8>
  ) throws(CodecError) -> Range<Int> {
    let start = at
    switch wireType {
    case .varint:
      guard varint(of: bytes, most: 10) != nil else { throw fault("a varint does not end") }
      return start..<at
    case .eightBytes: return try skip(8)
    case .fourBytes: return try skip(4)
    case .lengthPrefixed:
      guard let length = varint(of: bytes, most: 5) else { throw fault("a length does not end") }
      return try skip(length)
    }
  }

  private mutating func skip(_ count: UInt64) throws(CodecError) -> Range<Int> {
    guard count <= end - at else {
      throw fault("\(count) bytes are announced, \(end - at) are left")
    }
    let start = at
    at += Int(count)
    return start..<at
  }

  /// Reads a varint, nil where it does not end within the bytes or within `most` of them.
  private mutating func varint(of bytes: Span<UInt8>, most: Int) -> UInt64? {
    var value: UInt64 = 0
    for shift in 0..<most where at < end {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << UInt64(7 * shift)
      if byte < 0x80 { return value }
    }
    return nil
  }

  private func fault(_ reason: String) -> CodecError {
    .malformed(Fault(at: "", "\(reason), at byte \(at)"))
  }
}
