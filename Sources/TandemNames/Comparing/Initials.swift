/// Whether a short word stands for the initials of others.
struct Initials {
  static let lengths = 2...12
  /// A longer one has a whole word in it, as UAntwerpen has.
  static let most = 8
  private static let longEnough = 6

  private let short: NameWord
  private let length: Int
  private let words: [NameWord]
  private let usable: UInt32
  private let free: UInt32

  private init(
    _ short: NameWord, length: Int, _ words: [NameWord], usable: UInt32, free: UInt32
  ) {
    self.short = short
    self.length = length
    self.words = words
    self.usable = usable
    self.free = free
  }

  /// The words that the abbreviation stands for, a bit each: their initials in a row, a word giving up
  /// to three letters, or all of them where it is the last one, and a compound one of each of its words.
  /// So many words may be passed over, and the free ones besides; the abbreviation's last letters may be left
  /// out.
  static func explained(
    _ short: NameWord, by words: [NameWord], among usable: UInt32, passing: Int, free: UInt32 = 0,
    leavingOut last: Int = 0
  ) -> UInt32? {
    guard lengths.contains(Int(short.textLength) - last) else { return nil }
    let initials = Initials(
      short, length: Int(short.textLength) - last, words, usable: usable, free: free)
    for start in words.indices where usable & 1 << start != 0 {
      guard words[start].begins(short.head(0)) || words[start].meaning.kind == .university else {
        continue
      }
      if let used = initials.walk(0, from: start, passing, 0), initials.isEnough(used) {
        return used
      }
    }
    return nil
  }

  /// How many words an abbreviation may leave out with nothing else in common: a long one is no chance.
  static func passing(_ short: NameWord) -> Int { short.textLength >= longEnough ? 1 : 0 }

  /// The words that abbreviations often have no letter of: that it is the nation's.
  static func leftOut(of words: [NameWord]) -> UInt32 {
    words.indices.reduce(0) { places, place in
      [.country, .rank].contains(words[place].meaning.kind)
        || place > 0 && words[place].meaning.kind == .unit ? places | 1 << UInt32(place) : places
    }
  }

  private func isEnough(_ used: UInt32) -> Bool {
    let places = words.indices.filter { used & 1 << UInt32($0) != 0 }
    // A compound counts for its words.
    let count = places.reduce(0) { $0 + words[$1].innerCount + 1 }
    if places.count < 2 { return length > 2 && count >= length }
    return count * 3 >= length
      || length > Self.most && places.contains { words[$0].textLength > 3 }
  }

  /// Goes on with the letter of the abbreviation at the word: which words are used in the end.
  private func walk(_ letter: Int, from place: Int, _ passing: Int, _ used: UInt32) -> UInt32? {
    if letter == length { return used }
    guard place < words.count, usable & 1 << place != 0 else { return nil }
    return take(letter, at: place, passing, used | 1 << place)
      ?? pass(letter, at: place, passing, used)
  }

  private func take(_ letter: Int, at place: Int, _ passing: Int, _ used: UInt32) -> UInt32? {
    let word = words[place]
    // The D of EDF is the `de` of Électricité de France.
    if letter > 0, word.before != 0, word.before == short.head(letter),
      word.head(0) == short.head(letter + 1),
      let found = walk(letter + 2, from: place + 1, passing, used)
    {
      return found
    }
    // The R of TA ČR is a republic that says nothing.
    if word.after != 0, letter + 2 == length, word.head(0) == short.head(letter),
      word.after == short.head(letter + 1)
    {
      return used
    }
    // UNIRI is the university of Rijeka, whatever a university is called there.
    if word.meaning.kind == .university, short.hasUniversity(at: letter),
      let found = walk(letter + 3, from: place + 1, passing, used)
    {
      return found
    }
    let isWhole = letter > 0 && letter + Int(word.textLength) == length
    var taken = 0
    while taken < 3 || isWhole, letter + taken < length, taken < Int(word.textLength),
      word.head(taken) == short.head(letter + taken)
    {
      taken += 1
      let found =
        walk(letter + taken, from: place + 1, passing, used)
        ?? (taken == 1 ? within(letter + 1, at: place, passing, used) : nil)
      if found != nil { return found }
    }
    guard taken == 0, word.isInitial(short.head(letter)) else { return nil }
    return walk(letter + 1, from: place + 1, passing, used)
  }

  /// Goes on with the later words of a compound, of which any may be left out.
  private func within(_ letter: Int, at place: Int, _ passing: Int, _ used: UInt32) -> UInt32? {
    var letter = letter
    var rest = words[place].inner
    while rest != 0, letter < length {
      if UInt8(truncatingIfNeeded: rest) == short.head(letter) {
        letter += 1
        if let found = walk(letter, from: place + 1, passing, used) { return found }
      }
      rest >>= 8
    }
    return nil
  }

  private func pass(_ letter: Int, at place: Int, _ passing: Int, _ used: UInt32) -> UInt32? {
    guard letter > 0 else { return nil }
    if free & 1 << place != 0 { return walk(letter, from: place + 1, passing, used) }
    guard passing > 0 else { return nil }
    return walk(letter, from: place + 1, passing - 1, used | 1 << place)
  }
}

extension NameWord {
  fileprivate func hasUniversity(at place: Int) -> Bool {
    zip("uni".utf8, place...).allSatisfy { head($1) == $0 }
  }
}
