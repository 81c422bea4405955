/// How many slips of the pen lie between two words.
enum Slips {
  /// Shorter words differ on purpose: IPM is not IPT.
  static let shortestForOne = 5
  /// Two letters changed round are a slip in shorter ones too: Erbo is Ebro.
  static let shortestForSwap = 4
  static let shortestForTwo = 9
  /// So long is a word that a slip may have made one of another meaning.
  static let shortestForOther = 8

  /// 0, 1 or 2; nil when there are more than such words may have. A slip is a letter too many, one
  /// missing, one other, or two changed round.
  static func between(_ one: NameWord, _ other: NameWord) -> Int? {
    let (written, sounded) = (
      between(one.spelled, other.spelled), between(one.sounded, other.sounded)
    )
    guard let written, let sounded else { return written ?? sounded }
    return min(written, sounded)
  }

  static func between(_ one: Spelling, _ other: Spelling) -> Int? {
    let shorter = min(one.length, other.length)
    guard shorter >= shortestForOne else {
      return shorter == shortestForSwap && areSwapped(one, other) ? 1 : nil
    }
    let most = shorter >= shortestForTwo ? 2 : 1
    guard abs(Int(one.length) - Int(other.length)) <= most,
      (one.mask ^ other.mask).nonzeroBitCount <= 2 * most
    else { return nil }
    return count(one, 0, other, 0, most)
  }

  private static func areSwapped(_ one: Spelling, _ other: Spelling) -> Bool {
    guard one.length == other.length, one.mask == other.mask,
      let place = (0..<Int(one.length)).first(where: { one.letters[$0] != other.letters[$0] }),
      place + 1 < Int(one.length)
    else { return false }
    return one.letters[place] == other.letters[place + 1]
      && one.letters[place + 1] == other.letters[place]
      && (place + 2..<max(place + 2, Int(one.length))).allSatisfy {
        one.letters[$0] == other.letters[$0]
      }
  }

  private static func count(
    _ one: Spelling, _ from: Int, _ other: Spelling, _ to: Int, _ most: Int
  ) -> Int? {
    var (from, to) = (from, to)
    let (end, otherEnd) = (Int(one.length), Int(other.length))
    while from < end, to < otherEnd, one.letters[from] == other.letters[to] {
      from += 1
      to += 1
    }
    let rest = max(end - from, otherEnd - to)
    if rest == 0 { return 0 }
    if most == 0 { return nil }
    if from == end || to == otherEnd { return rest <= most ? rest : nil }
    var best: Int?
    func keep(_ found: Int?) {
      guard let found else { return }
      best = min(best ?? .max, found + 1)
    }
    keep(count(one, from + 1, other, to + 1, most - 1))
    keep(count(one, from + 1, other, to, most - 1))
    keep(count(one, from, other, to + 1, most - 1))
    if from + 1 < end, to + 1 < otherEnd, one.letters[from] == other.letters[to + 1],
      one.letters[from + 1] == other.letters[to]
    {
      keep(count(one, from + 2, other, to + 2, most - 1))
    }
    return best
  }
}
