/// A word as written, in plain small Latin letters and digits.
struct RawWord: Sendable {
  var text: [UInt8]
  /// All its letters, or at least half of them, were capitals.
  var isUpper: Bool
  /// It was several letters with full stops between.
  var isSpelled = false
  /// A full stop follows.
  var isDotted: Bool
  /// It had letters that are not Latin.
  var isForeign: Bool
  /// It stands between quotation marks.
  var isQuoted = false
  /// Which part of the name it stands in: parts end at commas, brackets, dashes, colons.
  var part: UInt8
  /// The first letter of the word before it that said nothing; 0 where there was none.
  var before: UInt8 = 0
  /// The first letter of the last word after it that said nothing, where the name ends with it.
  var after: UInt8 = 0
  /// `im.` or its like stands before it: it begins the name of a person.
  var isDedicated = false
  /// `in` or its like stands before it: it may be a town.
  var isPlaced = false
  /// What stands between it and the word before.
  var gap: Gap

  enum Gap: UInt8, Sendable {
    case nothing, dot, apostrophe, hyphen, slash, space, strong
  }

  /// A part of it.
  func part(_ text: ArraySlice<UInt8>) -> RawWord {
    var part = self
    part.text = Array(text)
    return part
  }
}
