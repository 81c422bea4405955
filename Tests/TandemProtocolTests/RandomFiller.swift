import CProtobufC

@testable import TandemProtocol

/// Fills the fields of a message with random values that they can have.
struct RandomFiller: FieldMapper {
  private static let scalars: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x4E00...0x4E20, 0x1F600...0x1F640,
  ]

  private let type: MessageDescriptor
  private let depth: Int
  private(set) var random: SeededGenerator

  private init(_ type: MessageDescriptor, depth: Int, _ random: SeededGenerator) {
    self.type = type
    self.depth = depth
    self.random = random
  }

  /// A random message.
  static func message<M: Message>(_ type: M.Type, from random: inout SeededGenerator) -> M {
    message(depth: 0, from: &random)
  }

  private static func message<M: Message>(
    depth: Int, from random: inout SeededGenerator
  ) -> M {
    var filler = RandomFiller(M.descriptor, depth: depth, random)
    var message = M()
    message.map(&filler)
    random = filler.random
    return message
  }

  mutating func text(_ number: UInt32, _ value: inout String) { value = text() }

  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    value = (0..<count()).map { _ in text() }
  }

  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) {
    value = (0..<count()).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  mutating func flag(_ number: UInt32, _ value: inout Bool) { value = .random(using: &random) }

  mutating func integer(_ number: UInt32, _ value: inout Int) {
    let range: ClosedRange<Int> =
      switch type.field(number, .integer).type {
      case PROTOBUF_C_TYPE_INT32: Int(Int32.min)...Int(Int32.max)
      case PROTOBUF_C_TYPE_UINT32: 0...Int(UInt32.max)
      case PROTOBUF_C_TYPE_INT64: .min ... .max
      default: 0 ... .max
      }
    let candidates = [
      range.lowerBound, range.upperBound, 0, max(range.lowerBound, -1), 127, 128,
      Int.random(in: range, using: &random),
    ]
    value = candidates[Int.random(in: candidates.indices, using: &random)]
  }

  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    value = E.allCases.randomElement(using: &random) ?? .unspecified
  }

  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    value = count() == 0 ? nil : Self.message(depth: depth + 1, from: &random)
  }

  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    value = (0..<count()).map { _ in Self.message(depth: depth + 1, from: &random) }
  }

  private mutating func count() -> Int {
    Int.random(in: 0...max(1, 4 - depth), using: &random)
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let range = Self.scalars[Int.random(in: Self.scalars.indices, using: &random)]
      guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
