/// Whether a short word stands for the initials of others.
enum Initials {
  static let lengths = 2...8

  /// The words that the abbreviation stands for, a bit each: their initials in a row, a word giving up
  /// to three letters. So many of them may be passed over.
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
    // A compound counts for two.
    let count = words.indices.reduce(0) { count, place in
      used & 1 << UInt32(place) == 0 ? count : count + (words[place].inner == 0 ? 1 : 2)
    }
    return used.nonzeroBitCount >= 2 && count * 3 >= length
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
    var taken = 0
    while taken < 3, letter + taken < length, taken < Int(word.textLength),
      word.head(taken) == short.head(letter + taken)
    {
      taken += 1
      if let found = walk(
        short, letter + taken, length, words, place + 1, open, passing, used | 1 << place)
      {
        return found
      }
      if taken == 1, letter + 1 < length, word.inner != 0, word.inner == short.head(letter + 1),
        let found = walk(
          short, letter + 2, length, words, place + 1, open, passing, used | 1 << place)
      {
        return found
      }
    }
    guard passing > 0, letter > 0 else { return nil }
    return walk(short, letter, length, words, place + 1, open, passing - 1, used | 1 << place)
  }
}
