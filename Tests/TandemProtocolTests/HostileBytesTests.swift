import Testing

@testable import TandemProtocol

/// Each of these is an error or a value; a crash ends the run, and AddressSanitizer sees the rest.
@Suite("Hostile bytes")
struct HostileBytesTests {
  private static let limits = Limits(bytes: 4_096, elements: 500)

  @Test("random bytes are an error or a message that encodes again", arguments: 0..<20)
  func randomBytes(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    for type in Wire.allMessages {
      for _ in 0..<20 {
        let count = Int.random(in: 0...64, using: &random)
        let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        try expectErrorOrMessage(type, bytes, seed)
      }
    }
  }

  @Test("cut and flipped messages are an error or a message that encodes again", arguments: 0..<20)
  func spoiltMessages(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    for type in Wire.allMessages {
      let bytes = try encodedMessage(type, &random)
      for _ in 0..<20 {
        try expectErrorOrMessage(type, spoil(bytes, &random), seed)
      }
    }
  }

  @Test("a million empty sub-messages are refused at the limit")
  func emptySubmessages() {
    let bytes = Array(repeating: [0x1A, 0] as [UInt8], count: 1_000_000).flatMap { $0 }
    #expect(throws: CodecError.tooMany(field: "seats", limit: 500)) {
      try Codec.decode(
        Wire.Panel.self, from: bytes, limits: Limits(bytes: 1 << 21, elements: 500),
        unknownEnumValues: .refused)
    }
  }

  @Test("ten thousand messages in one another are passed over as an unknown field")
  func nested() throws {
    var bytes: [UInt8] = []
    // From the inside, each a field 14 with what is there so far; lengths of three bytes do.
    for _ in 0..<10_000 {
      let count = bytes.count
      bytes.append(contentsOf: [UInt8(count >> 14) & 0x7F, UInt8(count >> 7 & 0x7F) | 0x80])
      bytes.append(contentsOf: [UInt8(count & 0x7F) | 0x80, 0x72])
    }
    bytes.reverse()
    #expect(try decode(Wire.Panel.self, bytes) == Wire.Panel())
  }

  private func encodedMessage<M: Message>(
    _ type: M.Type, _ random: inout SeededGenerator
  ) throws -> [UInt8] {
    try Codec.encode(RandomFiller.message(type, from: &random))
  }

  private func expectErrorOrMessage<M: Message>(
    _ type: M.Type, _ bytes: [UInt8], _ seed: Int
  ) throws {
    let message: M
    do {
      message = try Codec.decode(
        type, from: bytes, limits: Self.limits, unknownEnumValues: .refused)
    } catch {
      #expect(!error.description.isEmpty)
      return
    }
    let again = try decode(type, Codec.encode(message))
    #expect(again == message, "\(M.descriptor.name) of seed \(seed), \(bytes)")
  }
}

/// The bytes with an end cut off, some bits flipped, or a byte more.
func spoil(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
  var bytes = bytes
  switch Int.random(in: 0..<3, using: &random) {
  case 0: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
  case 1:
    for _ in 0..<3 where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
    }
  default:
    let place = Int.random(in: 0...bytes.count, using: &random)
    bytes.insert(.random(in: .min ... .max, using: &random), at: place)
  }
  return bytes
}
