import TandemModel

/// What names are found by.
enum Features {
  enum Kind: UInt8 {
    case sorted = 10, joined, sounding, word, trigram, initials, identifier, domain, long, short,
      consonants
  }

  /// Fewer and more initials than these tell nothing or are no abbreviation.
  private static let initials = 3...8

  private static let longEnough = 7
  private static let fewConsonants = 3
  private static let vowels = Array("aeiouy".utf8)

  /// The normalised name as a whole.
  static func whole(_ name: PreparedName) -> [UInt64] {
    [
      key(.sorted, name.sorted), key(.joined, name.joined), key(.sounding, name.sounding),
    ]
  }

  static func identifier(_ identifier: Identifier) -> UInt64 {
    key(.identifier, Array(identifier.description.utf8))
  }

  static func domain(_ own: String) -> UInt64 { key(.domain, Array(own.utf8)) }

  /// The word, by its meaning or else by its sound.
  static func word(_ word: NameWord) -> UInt64 {
    var hash = Hash(Kind.word.rawValue)
    if word.meaning.concept != 0, !word.meaning.isLoose {
      hash.add(UInt8(word.meaning.concept >> 8))
      hash.add(UInt8(word.meaning.concept & 0xFF))
      return hash.value
    }
    return byHash(.word, word.meaning.kind == .number ? word.text : word.sound)
  }

  /// The trigrams of how a word sounds, with its ends; none of words that only say what it is.
  static func trigrams(_ word: NameWord) -> [UInt64] {
    switch word.meaning.kind {
    case .kind, .university, .rank, .unit, .foundation, .neutral, .part, .stop, .number, .country,
      .region:
      return []
    default: break
    }
    let length = Int(word.sounded.length)
    var result: [UInt64] = []
    result.reserveCapacity(length)
    func letter(_ place: Int) -> UInt8 {
      (0..<length).contains(place) ? word.sounded.letters[place] : 0x20
    }
    for place in 0..<length {
      var hash = Hash(Kind.trigram.rawValue)
      hash.add(letter(place - 1))
      hash.add(letter(place))
      hash.add(letter(place + 1))
      result.append(hash.value)
    }
    return result
  }

  /// The consonants of how a long word sounds, in the alphabet's order: what slips mostly leave as it is; nil
  /// of a short word and of one that has few.
  static func consonants(_ word: NameWord) -> UInt64? {
    let length = Int(word.sounded.length)
    guard length >= longEnough else { return nil }
    var found: UInt32 = 0
    for place in 0..<length {
      let letter = word.sounded.letters[place]
      if (0x61...0x7A).contains(letter), !vowels.contains(letter) {
        found |= 1 << UInt32(letter - 0x61)
      }
    }
    return found.nonzeroBitCount < fewConsonants ? nil : byHash(.consonants, UInt64(found))
  }

  /// What may abbreviate the words: the initials of the first ones, and of the last ones.
  static func initials(of words: [NameWord]) -> [[UInt8]] {
    let heads = words.map { $0.head(0) }
    guard heads.count >= initials.lowerBound else { return [] }
    var result: [[UInt8]] = []
    for length in initials.lowerBound...min(initials.upperBound, heads.count) {
      result.append(Array(heads.prefix(length)))
      if length < heads.count { result.append(Array(heads.suffix(length))) }
    }
    return result
  }

  static func initials(_ letters: [UInt8]) -> UInt64 { key(.initials, letters) }

  /// The feature under which a word of just these letters stands.
  static func word(spelled letters: [UInt8]) -> UInt64 {
    var sound = Hash(1)
    sound.add(Skeleton.standard.sound(letters))
    return byHash(.word, sound.value)
  }

  /// The letters that an abbreviation of the words may begin with: that it is the nation's is often
  /// left out.
  static func heads(_ words: [NameWord]) -> Set<UInt8> {
    let isRank = [.country, .rank, .region].contains(words.first?.meaning.kind)
    var result: Set<UInt8> = []
    for word in words.prefix(isRank ? 2 : 1) where words.count > 1 || word.inner != 0 {
      result.insert(word.head(0))
      if word.meaning.initial != 0 { result.insert(word.meaning.initial) }
    }
    return result
  }

  /// Long names that begin with the letter, and abbreviations that do, in the country.
  static func long(_ letter: UInt8, _ country: UInt16) -> UInt64 {
    key(.long, [letter, UInt8(country >> 8), UInt8(country & 0xFF)])
  }

  static func short(_ letter: UInt8, _ country: UInt16) -> UInt64 {
    key(.short, [letter, UInt8(country >> 8), UInt8(country & 0xFF)])
  }

  /// The word as initials of others.
  static func initials(as word: NameWord) -> UInt64? {
    guard word.meaning.kind == .name, initials.contains(Int(word.textLength)) else { return nil }
    return initials((0..<Int(word.textLength)).map { word.head($0) })
  }

  private static func key(_ kind: Kind, _ bytes: [UInt8]) -> UInt64 {
    var hash = Hash(kind.rawValue)
    hash.add(bytes)
    return hash.value
  }

  private static func byHash(_ kind: Kind, _ value: UInt64) -> UInt64 {
    var hash = Hash(kind.rawValue)
    for place in 0..<8 { hash.add(UInt8(truncatingIfNeeded: value >> (8 * UInt64(place)))) }
    return hash.value
  }
}
