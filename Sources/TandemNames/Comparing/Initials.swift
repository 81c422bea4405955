/// Whether a short word stands for the initials of others.
enum Initials {
  static let lengths = 2...12
  /// So many letters of a name's only word may be initials: CERN, but not Siemens.
  static let most = 8

  /// The words that the abbreviation stands for, a bit each: their initials in a row, a word giving up
  /// to three letters, or all of them as in UAntwerpen, and a compound one of each of its words. So many
  /// words may be passed over.
  static func explained(
    _ short: NameWord, by words: [NameWord], among open: UInt32, passing: Int
  ) -> UInt32? {
    let length = Int(short.textLength)
    guard lengths.contains(length) else { return nil }
    for start in 0..<words.count where open & 1 << start != 0 {
      guard words[start].head(0) == short.head(0) else { continue }
      if let used = walk(short, 0, length, words, start, open, passing, 0),
        enough(used, length, words)
      {
        return used
      }
    }
    return nil
  }

  private static func enough(_ used: UInt32, _ length: Int, _ words: [NameWord]) -> Bool {
    // A compound counts for its words.
    let counts = words.indices.map { place in
      used & 1 << UInt32(place) == 0 ? 0 : words[place].innerCount + 1
    }
    let count = counts.reduce(0, +)
    if used.nonzeroBitCount < 2 { return length > 2 && count >= length }
    let whole = words.indices.contains { counts[$0] > 0 && words[$0].textLength > 3 }
    return count * 3 >= length || whole && length > most
  }

  private static func walk(
    _ short: NameWord, _ letter: Int, _ length: Int, _ words: [NameWord], _ place: Int,
    _ open: UInt32, _ passing: Int, _ used: UInt32
  ) -> UInt32? {
    if letter == length { return used }
    guard place < words.count, open & 1 << place != 0 else { return nil }
    let word = words[place]
    // The D of EDF is the `de` of Électricité de France.
    if letter > 0, word.before != 0, word.before == short.head(letter), letter + 1 < length,
      word.head(0) == short.head(letter + 1),
      let found = walk(
        short, letter + 2, length, words, place + 1, open, passing, used | 1 << place)
    {
      return found
    }
    // The Č and the R of TA ČR, whose republic says nothing.
    if word.after != 0, letter + 2 == length, word.head(0) == short.head(letter),
      word.after == short.head(letter + 1)
    {
      return used | 1 << place
    }
    var taken = 0
    while taken < 3 || isWhole(word, short, letter), letter + taken < length,
      taken < Int(word.textLength),
      word.head(taken) == short.head(letter + taken)
    {
      taken += 1
      if let found = walk(
        short, letter + taken, length, words, place + 1, open, passing, used | 1 << place)
      {
        return found
      }
      if taken == 1, word.inner != 0,
        let found = within(
          word.inner, short, letter + 1, length, words, place, open, passing, used | 1 << place)
      {
        return found
      }
    }
    guard passing > 0, letter > 0 else { return nil }
    return walk(short, letter, length, words, place + 1, open, passing - 1, used | 1 << place)
  }

  /// Goes on with the later words of a compound, of which any may be left out.
  private static func within(
    _ inner: UInt32, _ short: NameWord, _ letter: Int, _ length: Int, _ words: [NameWord],
    _ place: Int, _ open: UInt32, _ passing: Int, _ used: UInt32
  ) -> UInt32? {
    var rest = inner
    while rest != 0, letter < length {
      let isNext = UInt8(truncatingIfNeeded: rest) == short.head(letter)
      rest >>= 8
      guard isNext else { continue }
      if let found = walk(short, letter + 1, length, words, place + 1, open, passing, used) {
        return found
      }
      return within(
        rest, short, letter + 1, length, words, place, open, passing, used)
    }
    return nil
  }

  /// Whether the abbreviation ends with the word as a whole.
  private static func isWhole(_ word: NameWord, _ short: NameWord, _ letter: Int) -> Bool {
    letter > 0 && letter + Int(word.textLength) == Int(short.textLength)
  }
}
