/// What the lists say of a word.
struct Meaning: Sendable {
  var kind: WordClass
  /// Words of one concept mean the same; 0 is none.
  var concept: UInt16
  /// Two words of the concept are the same only if they begin alike.
  var isLoose: Bool
  /// The country that it names, or that it lies in: its two letters, 0 for none.
  var country: UInt16
  /// The first letter of the English word, which abbreviations often have: JYU is Jyväskylän yliopisto.
  var initial: UInt8 = 0
  /// Words of two concepts that share a bit are nearly the same: research and science; 0 is none.
  var kin: UInt64 = 0
}

extension UInt16 {
  /// A country code of two letters as a number; 0 when it is not one.
  init(country code: some StringProtocol) {
    let bytes = Array(code.utf8)
    self = bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : 0
  }
}
