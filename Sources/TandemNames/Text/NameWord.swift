/// A word of a name as it is compared: of a fixed size, so that an index of many thousands of names
/// is a few arrays.
struct NameWord: Sendable {
  /// Hash of the text, and of how it sounds.
  let text: UInt64
  let sound: UInt64
  /// The first eight letters of the text, the first in the lowest byte.
  let head: UInt64
  let spelled: Spelling
  let sounded: Spelling
  let textLength: UInt8
  /// The first letters of a compound's later words, the first in the lowest byte; 0 where it is none.
  var inner: UInt32 = 0
  /// The first letter of a word before it that said nothing; 0 where there was none.
  var before: UInt8
  /// The first letter of a word after the last one that said nothing; 0 where there was none.
  var after: UInt8
  var meaning: Meaning
  var isUpper: Bool
  var isDotted: Bool
  var isForeign: Bool
  var isQuoted: Bool
  /// It is several words of a list in a row.
  var isPhrase = false
  /// It is the English word for what it means.
  var isEnglish = false
  /// It is what an abbreviation of the list stands for, and none itself.
  var isExpanded = false
  var part: UInt8

  init(_ raw: RawWord, meaning: Meaning) {
    var text = Hash(0)
    text.add(raw.text)
    self.text = text.value
    let sounds = Skeleton.standard.sound(raw.text)
    var sound = Hash(1)
    sound.add(sounds)
    self.sound = sound.value
    var head: UInt64 = 0
    for (place, byte) in raw.text.prefix(8).enumerated() { head |= UInt64(byte) << (8 * place) }
    self.head = head
    spelled = Spelling(raw.text)
    sounded = Spelling(sounds)
    textLength = UInt8(min(raw.text.count, 255))
    self.meaning = meaning
    before = raw.before
    after = raw.after
    isUpper = raw.isUpper
    isDotted = raw.isDotted
    isForeign = raw.isForeign
    isQuoted = raw.isQuoted
    part = raw.part
  }

  /// The letter of the text at the place; 0 past the end.
  func head(_ place: Int) -> UInt8 {
    if place < 8 { return UInt8(truncatingIfNeeded: head >> (8 * UInt64(place))) }
    return place < Spelling.kept ? spelled.letters[place] : 0
  }

  /// Whether an abbreviation may have the letter for the word.
  func begins(_ letter: UInt8) -> Bool { head(0) == letter || isInitial(letter) }

  /// Whether the letter is the English word's.
  func isInitial(_ letter: UInt8) -> Bool { letter != 0 && meaning.initial == letter }

  /// A number of four digits or more that does not stand by the name itself: `…, 4032 Debrecen`.
  var isPostcode: Bool { meaning.kind == .number && part > 0 && textLength > 3 }

  /// How many words a compound has after its first.
  var innerCount: Int { (39 - inner.leadingZeroBitCount) / 8 }

  /// Whether the two are one word, or mean the same.
  func isSame(_ other: NameWord) -> Bool {
    if text == other.text { return true }
    if meaning.kind == .number || other.meaning.kind == .number { return false }
    if meaning.concept != 0, meaning.concept == other.meaning.concept {
      return !meaning.isLoose || beginsLike(other)
    }
    // Two family names may sound alike.
    if meaning.concept != 0, other.meaning.concept != 0, meaning.kind == .name { return false }
    // Of abbreviations every letter counts.
    return sound == other.sound && sounded.length > 0
      && (textLength > 4 && other.textLength > 4 || isForeign != other.isForeign)
  }

  private func beginsLike(_ other: NameWord) -> Bool {
    let count = min(4, Int(min(sounded.length, other.sounded.length)))
    return count >= 3 && sounded.sharedStart(other.sounded) >= count
  }
}
