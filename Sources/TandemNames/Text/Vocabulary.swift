/// The words and parts of words that lists know, by what they mean; and how a word is cut into such parts.
struct Vocabulary: Sendable {
  /// A stem so long may have so many more letters, a shorter one fewer.
  private static let longStem = 5
  private static let longEnding = 6
  private static let shortEnding = 2
  private static let shortestEnding = 3
  private static let shortestStart = 3
  /// A word of a compound has so many letters, and what links two of them is one of these.
  private static let shortestPart = 4
  private static let longestLink = 2
  private static let links = Set(
    ["s", "e", "n", "o", "a", "i", "u", "en", "es", "er"].map { Array($0.utf8) })

  private var phrases: [UInt64: Meaning] = [:]
  private var stems: [UInt64: Meaning] = [:]
  private var endings: [UInt64: Meaning] = [:]
  /// What no stem may be followed by.
  var never: Set<[UInt8]> = []

  mutating func add(_ phrase: [RawWord], _ meaning: Meaning) {
    phrases[Phrase.key(phrase[...])].prefer(meaning)
  }

  mutating func add(stem text: [UInt8], _ meaning: Meaning) {
    stems[Self.key(text[...])].prefer(meaning)
  }

  /// The last one of an ending stays.
  mutating func add(ending text: [UInt8], _ meaning: Meaning) {
    endings[Self.key(text[...])] = meaning
  }

  /// What the words mean together.
  subscript(_ words: ArraySlice<RawWord>) -> Meaning? { phrases[Phrase.key(words)] }

  private static func key(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash = Hash(3)
    hash.add(text)
    return hash.value
  }

  func stem(_ text: [UInt8]) -> Meaning? { longestStem(text)?.meaning }

  private func longestStem(_ text: [UInt8]) -> (meaning: Meaning, length: Int)? {
    var hash = Hash(3)
    var found: (Meaning, Int)?
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      let more = place + 1 < Self.longStem ? max(Self.shortEnding, place) : Self.longEnding
      if text.count - place - 1 <= more, place > 1, let meaning = stems[hash.value],
        !never.contains(Array(text[(place + 1)...]))
      {
        found = (meaning, place + 1)
      }
    }
    return found
  }

  /// Whether a stem goes past the cut, as in Biochemie, or the word is a place.
  func isOneWord(_ text: [UInt8], cutAt cut: Int) -> Bool {
    longestStem(text).map { $0.meaning.kind.isPlace || $0.length > cut } ?? false
  }

  /// The first letters of the known words inside a compound, the first in the lowest byte.
  func inner(_ text: [UInt8]) -> UInt32 {
    var found: UInt32 = 0
    var count: UInt32 = 0
    var place = Self.shortestStart
    while place + Self.shortestEnding <= text.count, count < 4 {
      if endings[Self.key(text[place...])] != nil || beginsStem(text[place...]) {
        found |= UInt32(text[place]) << (8 * count)
        count += 1
        place += Self.shortestEnding
      } else {
        place += 1
      }
    }
    return found
  }

  /// Whether a word with endings, long enough to be no chance, stands here.
  private func beginsStem(_ text: ArraySlice<UInt8>) -> Bool {
    var hash = Hash(3)
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      if place + 1 > Self.longStem, stems[hash.value] != nil { return true }
    }
    return false
  }

  func split(_ word: RawWord) -> (RawWord, RawWord, Meaning)? {
    let text = word.text
    guard text.count >= Self.shortestStart + Self.shortestEnding else { return nil }
    for cut in Self.shortestStart...text.count - Self.shortestEnding {
      guard let meaning = endings[Self.key(text[cut...])],
        text.count - cut > Self.shortestEnding || cut > Self.shortestStart + 1
      else { continue }
      var (start, ending) = (word, word)
      start.text = Array(text[..<cut])
      ending.text = Array(text[cut...])
      return (start, ending, meaning)
    }
    return nil
  }

  /// The words of a compound that the lists know every word of: `byggkvalitet`, `metsäntutkimus`. What stands
  /// alone is one only where it ends with what an organisation is, as it may be a name of its own.
  func compound(
    _ text: ArraySlice<UInt8>, isAlone: Bool
  ) -> [(text: ArraySlice<UInt8>, meaning: Meaning)]? {
    guard text.count >= 2 * Self.shortestPart else { return nil }
    var hash = Hash(3)
    var found: [(text: ArraySlice<UInt8>, meaning: Meaning)]?
    for (place, byte) in text.enumerated() {
      hash.add(byte)
      let length = place + 1
      guard length >= Self.shortestPart, text.count - length >= Self.shortestPart else { continue }
      let start = text.prefix(length)
      guard let meaning = stems[hash.value] ?? word(start), meaning.kind.isCommon else { continue }
      for link in 0...Self.longestLink {
        let rest = text.dropFirst(length + link)
        guard rest.count >= Self.shortestPart,
          link == 0 || Self.links.contains(Array(text.dropFirst(length).prefix(link)))
        else { continue }
        if let last = word(rest) ?? stem(Array(rest)), last.kind.isCommon,
          !never.contains(Array(rest)), !isAlone || !last.kind.isSpecific
        {
          found = [(start, meaning), (rest, last)]
        } else if let more = compound(rest, isAlone: isAlone) {
          found = [(start, meaning)] + more
        }
      }
    }
    return found
  }

  /// What the first part of a compound means: `Stadt` as a word, others as beginnings.
  func common(_ text: [UInt8]) -> Meaning? {
    if let meaning = word(text[...]), meaning.kind.isCommon { return meaning }
    return stem(text)
  }

  private func word(_ text: ArraySlice<UInt8>) -> Meaning? {
    var hash = Hash(2)
    hash.add(text)
    hash.add(0x20)
    return phrases[hash.value]
  }
}

extension Meaning? {
  /// The first meaning of a word stays, but one that gathers many gives way to one that does not.
  fileprivate mutating func prefer(_ other: Meaning) {
    if self == nil || self?.isLoose == true && !other.isLoose { self = other }
  }
}
