import Testing

@testable import TandemProtocol

@Suite("Messages to bytes and back")
struct RoundTripTests {
  @Test("every message comes back as it was", arguments: 0..<40)
  func comesBack(seed: Int) throws {
    for type in Wire.allMessages { try expectSame(type, seed) }
  }

  private func expectSame<M: Message>(_ type: M.Type, _ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let message = RandomFiller.message(type, from: &random)
    let bytes = try Codec.encode(message)
    // The tightest limits: a message within the first two must fit into the memory that follows.
    var scan = WireScan(limit: .max)
    try scan.scan(bytes.span, bytes.indices, as: M.descriptor)
    let limits = Limits(bytes: bytes.count, elements: scan.elements)
    let back = try Codec.decode(
      type, from: bytes, limits: limits, unknownEnumValues: .refused)
    #expect(back == message, "\(M.descriptor.name) of seed \(seed)")
  }

  @Test("an empty message has no bytes")
  func empty() throws {
    #expect(try Codec.encode(Wire.Status()) == [])
    #expect(try decode(Wire.Status.self, []) == Wire.Status())
  }

  @Test("a present but empty sub-message stays present")
  func presence() throws {
    let panel = Wire.Panel.with { $0.start = Wire.Date() }
    let back = try decode(Wire.Panel.self, Codec.encode(panel))
    #expect(back.start == Wire.Date())
    #expect(back.end == nil)
  }

  @Test("unknown fields are passed over")
  func unknownFields() throws {
    let unknown: [UInt8] = [
      0xF8, 0x07, 0x01,  // field 127, a varint
      0xFD, 0x07, 1, 2, 3, 4,  // four bytes
      0xF9, 0x07, 1, 2, 3, 4, 5, 6, 7, 8,  // eight bytes
      0xFA, 0x07, 2, 0xFF, 0xFF,  // a length and bytes
    ]
    #expect(try decode(Wire.Date.self, unknown + [8, 1]).year == 1)
  }

  @Test("a number out of its field's range is refused at its path")
  func rangeOfNumbers() throws {
    let wrong = Wire.Date.with { $0.year = 1 << 31 }
    let panel = Wire.Panel.with { $0.start = wrong }
    #expect {
      try Codec.encode(panel)
    } throws: { error in
      guard case CodecError.invalid(let faults) = error else { return false }
      return faults.map(\.place) == ["start.year"] && faults[0].reason.contains("2147483648")
    }
  }
}

/// Decodes with limits that are no matter of the test.
func decode<M: Message>(
  _ type: M.Type, _ bytes: [UInt8], unknownEnumValues: UnknownEnumValues = .refused
) throws(CodecError) -> M {
  try Codec.decode(
    type, from: bytes, limits: Limits(bytes: 1 << 20, elements: 10_000),
    unknownEnumValues: unknownEnumValues)
}
