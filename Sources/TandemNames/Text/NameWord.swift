/// A word of a name as it is compared: of a fixed size, so that an index of many thousands of names
/// is a few arrays.
struct NameWord: Sendable {
  /// The bytes of its sound that are kept; two longer words differ by their hashes.
  static let kept = 32

  /// Hash of the text, and of how it sounds.
  let text: UInt64
  let sound: UInt64
  /// The first eight letters of the text, the first in the lowest byte.
  let head: UInt64
  let letters: SIMD32<UInt8>
  let length: UInt8
  let textLength: UInt8
  /// The letters that it has, a bit each.
  let mask: UInt32
  var meaning: Meaning
  var isUpper: Bool
  var isDotted: Bool
  var isForeign: Bool
  var part: UInt8

  init(_ raw: RawWord, meaning: Meaning) {
    var text = Hash(0)
    text.add(raw.text)
    self.text = text.value
    let spelled = Skeleton.standard.sound(raw.text)
    var sound = Hash(1)
    sound.add(spelled)
    self.sound = sound.value
    var head: UInt64 = 0
    for (place, byte) in raw.text.prefix(8).enumerated() { head |= UInt64(byte) << (8 * place) }
    self.head = head
    var letters = SIMD32<UInt8>()
    var mask: UInt32 = 0
    for (place, byte) in spelled.prefix(Self.kept).enumerated() {
      letters[place] = byte
      mask |= 1 << UInt32(byte < 0x3A ? 26 + byte % 6 : byte % 32)
    }
    self.letters = letters
    self.mask = mask
    length = UInt8(min(spelled.count, Self.kept))
    textLength = UInt8(min(raw.text.count, 255))
    self.meaning = meaning
    isUpper = raw.isUpper
    isDotted = raw.isDotted
    isForeign = raw.isForeign
    part = raw.part
  }

  /// The letter of the text at the place, of the first eight; 0 past the end.
  func head(_ place: Int) -> UInt8 {
    place < 8 ? UInt8(truncatingIfNeeded: head >> (8 * UInt64(place))) : 0
  }

  /// Whether the two are one word, or mean the same.
  func isSame(_ other: NameWord) -> Bool {
    if text == other.text { return true }
    if meaning.kind == .number || other.meaning.kind == .number { return false }
    if meaning.concept != 0, meaning.concept == other.meaning.concept {
      return !meaning.isLoose || beginsLike(other)
    }
    // Of abbreviations every letter counts.
    return sound == other.sound && length > 0
      && (textLength > 4 && other.textLength > 4 || isForeign != other.isForeign)
  }

  private func beginsLike(_ other: NameWord) -> Bool {
    let count = min(4, min(length, other.length))
    for place in 0..<Int(count) where letters[place] != other.letters[place] { return false }
    return count >= 3
  }
}
