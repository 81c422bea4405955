import TandemModel
import Testing

@testable import TandemProtocol

@Suite("Limits before parsing")
struct WireScanTests {
  @Test("a message over its size is refused unread")
  func size() throws {
    let limits = Limits(bytes: 3, elements: 10)
    #expect(throws: CodecError.tooLarge(limit: 3, actual: 4)) {
      try Codec.decode(
        Wire.Date.self, from: [8, 1, 16, 1], limits: limits, unknownEnumValues: .refused)
    }
    let date = try Codec.decode(
      Wire.Date.self, from: [0x08, 0xE8, 0x07], limits: limits, unknownEnumValues: .refused)
    #expect(date.year == 1000)
  }

  @Test(
    "elements are counted: sub-messages, repeated texts, unknown fields",
    arguments: [
      ([0x0A, 2, 0x08, 1], 1, "one sub-message and its number"),
      ([0x1A, 0, 0x1A, 0, 0x1A, 2, 0x0A, 0], 3, "three seats, a text in one"),
      ([0x70, 1, 0x72, 0], 2, "two unknown fields"),
      ([0x22, 0], 0, "a text"),
    ] as [([UInt8], Int, String)])
  func elements(bytes: [UInt8], expected: Int, what: String) throws {
    var scan = WireScan(limit: .max)
    try scan.scan(bytes.span, bytes.indices, as: Wire.Panel.descriptor)
    #expect(scan.elements == expected, "\(what)")
  }

  @Test("the element that is one too many is named by its path")
  func tooMany() {
    let two = Limits(bytes: 100, elements: 2)
    func refusal(_ bytes: [UInt8]) -> CodecError? {
      #expect(throws: CodecError.self) {
        try Codec.decode(
          Wire.Breach.self, from: bytes, limits: two, unknownEnumValues: .refused)
      }
    }
    #expect(refusal([0x12, 0, 0x12, 0, 0x12, 0]) == .tooMany(field: "experts", limit: 2))
    #expect(
      refusal([0x22, 4, 0x70, 0, 0x78, 0]) == .tooMany(field: "evidence.field 15", limit: 2))
  }

  @Test(
    "malformed bytes are refused where they are",
    arguments: [
      ([0x08], "start.year"), ([0x08, 0x80], "start.year"),
      ([0x08] + Array(repeating: 0x80, count: 10) + [0], "start.year"),
      ([0x75, 1, 2, 3], "start.field 14"), ([0x71, 1, 2, 3, 4, 5, 6, 7], "start.field 14"),
      ([0x88], "start"), ([0x88, 0x80, 0x80, 0x80, 0x80, 0x00], "start"),
      ([0xF8, 0xFF, 0xFF, 0xFF, 0x7F, 0x00], "start"), ([0x00, 0], "start"),
      ([0x0B], "start"), ([0x0C], "start"), ([0x0E], "start"), ([0x0F], "start"),
    ] as [([UInt8], String)])
  func malformed(bytes: [UInt8], place: String) {
    #expect(malformedPlace([0x0A, UInt8(bytes.count)] + bytes) == place)
  }

  @Test(
    "a length past the end is refused, however large",
    arguments: [
      [1], [0x7F], [0xFF, 0x01], [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x80, 0x80, 0x80, 0x80, 0x08],
      [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
    ] as [[UInt8]])
  func hostileLength(length: [UInt8]) {
    #expect(malformedPlace([0x22] + length) == "language")
    #expect(malformedPlace([0x0A] + length) == "start")
    #expect(malformedPlace([0x1A] + length) == "seats")
    #expect(malformedPlace([0x72] + length) == "field 14")
    // A length that fits the whole but not the message around it.
    #expect(malformedPlace([0x0A, 2, 0x08, 0x80, 0x22, 0]) == "start.year")
  }

  @Test("a field that is sent as another wire type is refused by name")
  func wireType() {
    #expect(malformedPlace([0x20, 1]) == "language")
    #expect(malformedPlace([0x0D, 1, 2, 3, 4]) == "start")
    #expect(malformedPlace([0x0A, 2, 0x0A, 0]) == "start.year")
  }

  @Test("a field that is sent twice is refused, neither merged nor the last taken")
  func sentTwice() {
    #expect(malformedPlace([0x0A, 2, 0x08, 1, 0x0A, 2, 0x10, 1]) == "start")
    #expect(malformedPlace([0x22, 0, 0x0A, 0, 0x22, 0]) == "language")
    #expect(malformedPlace([0x0A, 4, 0x08, 1, 0x08, 1]) == "start.year")
  }

  @Test("C is given no more memory than the limit, and the error says so")
  func memory() {
    var limits = Limits(bytes: 1_000, elements: 1_000)
    limits.memory = 4_096
    let seats = Array(repeating: [0x1A, 0] as [UInt8], count: 100).flatMap { $0 }
    #expect(throws: CodecError.tooMuchMemory(limit: 4_096)) {
      try Codec.decode(
        Wire.Panel.self, from: seats, limits: limits, unknownEnumValues: .refused)
    }
  }

  private func malformedPlace(_ bytes: [UInt8]) -> String? {
    do {
      _ = try decode(Wire.Panel.self, bytes)
      return nil
    } catch {
      guard case .malformed(let fault) = error else { return "\(error)" }
      return fault.place
    }
  }
}
