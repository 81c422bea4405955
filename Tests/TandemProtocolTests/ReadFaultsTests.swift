import CTandemProtos
import TandemModel
import Testing

@testable import TandemProtocol

@Suite("Values that a field cannot have")
struct ReadFaultsTests {
  @Test(
    "a text with a control character is refused",
    arguments: [0, 9, 0xA, 0xD, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F] as [UInt32])
  func controlCharacters(code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let bytes = try Codec.encode(Wire.Evidence.with { $0.name = "a\(scalar)b" })
    #expect(places(Wire.Evidence.self, bytes) == ["name"])
  }

  @Test(
    "a text that is not UTF-8 is refused",
    arguments: [
      [0xFF], [0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    #expect(places(Wire.Evidence.self, [0x0A, UInt8(bytes.count)] + bytes) == ["name"])
  }

  @Test(
    "a text of any other characters is taken as it is",
    arguments: ["é", "e\u{301}", "日本", "👩‍🔬", "\u{A0}", "\u{2028}"])
  func otherTexts(text: String) throws {
    let message = Wire.Evidence.with { $0.name = text }
    let back = try decode(Wire.Evidence.self, Codec.encode(message))
    #expect(back.name.utf8.elementsEqual(text.utf8))
  }

  @Test("all faults are told at once, each at its path")
  func allAtOnce() throws {
    let breach = Wire.Breach.with {
      $0.rule = "A\n"
      $0.experts = ["E1", "E\u{0}2", "E3", "E4\n"]
      $0.evidence = [
        .with { $0.name = "fine" },
        .with {
          $0.name = "\u{7}"
          $0.value = "\u{8}"
        },
      ]
    }
    #expect(
      places(Wire.Breach.self, try Codec.encode(breach)) == [
        "rule", "experts[1]", "experts[3]", "evidence[1].name", "evidence[1].value",
      ])
  }

  @Test("faults are told up to a number")
  func upToANumber() throws {
    let breach = Wire.Breach.with { breach in
      breach.evidence = (0..<100).map { _ in .with { $0.name = "\n" } }
    }
    let found = places(Wire.Breach.self, try Codec.encode(breach))
    #expect(found.count == Codec.mostFaults)
    #expect(found.last == "evidence[\(Codec.mostFaults - 1)].name")
  }

  @Test("an unknown enum value is refused with the known names", arguments: [9, -1, 1 << 30])
  func unknownEnumValue(value: Int32) throws {
    let bytes = try Codec.encode(Unknowing(sameCountry: value))
    #expect {
      try decode(Wire.Policy.self, bytes)
    } throws: { error in
      guard case CodecError.invalid(let faults) = error, let fault = faults.first else {
        return false
      }
      return faults.count == 1 && fault.place == "same_country"
        && fault.reason.contains("\(value) ") && fault.reason.contains("SAME_COUNTRY_FORBID")
    }
  }

  @Test("an unknown enum value reads as unspecified where that is asked for")
  func unknownEnumValueTolerated() throws {
    let bytes = try Codec.encode(Unknowing(sameCountry: 9))
    let policy = try decode(Wire.Policy.self, bytes, unknownEnumValues: .unspecified)
    #expect(policy.sameCountry == .unspecified)
  }

  private func places(_ type: (some Message).Type, _ bytes: [UInt8]) -> [String] {
    do {
      _ = try decode(type, bytes)
      return []
    } catch {
      guard case .invalid(let faults) = error else { return ["\(error)"] }
      return faults.map(\.place)
    }
  }
}

/// The policy as a program writes it that knows more values of the enum.
private struct Unknowing: Message {
  struct Value: WireEnum {
    static let unspecified = Value(rawValue: 0)
    static let allCases = [unspecified]
    let rawValue: Int32
    init(rawValue: Int32) { self.rawValue = rawValue }
  }

  static let descriptor = Wire.Policy.descriptor
  var sameCountry = Value.unspecified

  init() {}
  init(sameCountry: Int32) { self.sameCountry = Value(rawValue: sameCountry) }

  mutating func map(_ fields: inout some FieldMapper) { fields.choice(2, &sameCountry) }
}
