/// The letters of a word, as written or as sounded.
struct Spelling: Sendable {
  /// So many are kept; two longer words differ by their hashes.
  static let kept = 32

  let letters: SIMD32<UInt8>
  let length: UInt8
  /// The letters that it has, a bit each.
  let mask: UInt32

  init(_ bytes: [UInt8]) {
    var letters = SIMD32<UInt8>()
    var mask: UInt32 = 0
    for (place, byte) in bytes.prefix(Self.kept).enumerated() {
      letters[place] = byte
      mask |= 1 << UInt32(byte < 0x3A ? 26 + byte % 6 : byte % 32)
    }
    self.letters = letters
    self.mask = mask
    length = UInt8(min(bytes.count, Self.kept))
  }

  /// The two in a row.
  func followed(by end: Spelling) -> Spelling {
    Spelling(
      (0..<Int(length)).map { letters[$0] } + (0..<Int(end.length)).map { end.letters[$0] })
  }

  /// Whether leaving out letters after the first makes this one of the other.
  func isLeft(of other: Spelling) -> Bool {
    guard length > 0, letters[0] == other.letters[0] else { return false }
    var place = 0
    for letter in 0..<Int(other.length)
    where place < Int(length) && letters[place] == other.letters[letter] {
      place += 1
    }
    return place == Int(length)
  }

  /// How many letters both begin with.
  func sharedStart(_ other: Spelling) -> Int {
    var count = 0
    while count < min(length, other.length), letters[count] == other.letters[count] { count += 1 }
    return count
  }
}
