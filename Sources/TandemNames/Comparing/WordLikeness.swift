/// How alike two words are that are not the same, in two names that are laid side by side.
struct WordLikeness {
  /// A person's names that begin so alike are one in two cases or languages.
  private static let patronStart = 4
  /// Words for two countries that begin so alike are one where the organisations' country is.
  private static let nationStart = 6

  let weights: Weights
  /// The two letters of each organisation's country; 0 where unknown.
  let countries: (one: UInt16, other: UInt16)
  let isAbroad: Bool
  /// The names have other words in common.
  let hasOthers: Bool

  /// Nil where they are not alike, and whether it is by a slip of the pen or an ending. `inDepartments` is
  /// whether both names are of departments.
  func between(
    _ word: NameWord, _ like: NameWord, inDepartments: @autoclosure () -> Bool
  ) -> (likeness: Float, isSlip: Bool)? {
    guard word.meaning.kind != .number, like.meaning.kind != .number else { return nil }
    if isShortened(word, like) || isShortened(like, word) { return (weights.shortened, false) }
    // Two departments differ by less: one of engineering, one of mechanical engineering.
    if word.meaning.kin & like.meaning.kin != 0, word.meaning.kind != .field || !inDepartments() {
      return (weights.kin, false)
    }
    if isNation(word, like) || isNation(like, word) { return (weights.kin, false) }
    // Slovenská agentúra is Slovak, Slovenska agencija Slovenian.
    if word.meaning.kind == .country, like.meaning.kind == .country, !isAbroad,
      word.sounded.sharedStart(like.sounded) >= Self.nationStart
    {
      return (weights.kin, false)
    }
    // Two words that the lists tell apart are no slips of each other: Austria, Australia.
    // But a slip in a long one may make it look like another: Kunstoff is not Kunst.
    if word.meaning.concept != 0, like.meaning.concept != 0 {
      guard word.meaning.kind != .name, like.meaning.kind != .name,
        min(word.spelled.length, like.spelled.length) >= Slips.shortestForOther,
        Slips.between(word, like) == 1
      else { return nil }
      return (weights.slips, true)
    }
    if let count = slips(word, like) {
      return (count < 2 ? weights.slip : weights.slips, true)
    }
    let isPatron = word.meaning.kind == .patron || like.meaning.kind == .patron
    if isPatron, hasOthers,
      word.sounded.sharedStart(like.sounded) >= min(Self.patronStart, Int(word.sounded.length) - 1)
    {
      return (weights.ending, false)
    }
    // Jagielloński, Jagiellonian: languages end names differently.
    if hasOthers,
      hasCommonStem(word.spelled, like.spelled) || hasCommonStem(word.sounded, like.sounded)
    {
      return (weights.ending, true)
    }
    return nil
  }

  /// Of short words, and of those that only sound alike, there are slips beside other words only, and none
  /// in capitals.
  private func slips(_ word: NameWord, _ like: NameWord) -> Int? {
    let mayBeShort = hasOthers && !word.isUpper && !like.isUpper
    // Zeis is Zeiss.
    if mayBeShort, word.sound == like.sound, word.sounded.length > 3 { return 1 }
    let isShort = min(word.textLength, like.textLength) < Slips.shortestForOne
    return isShort && !mayBeShort ? nil : Slips.between(word, like)
  }

  /// Országos is Hungarian in Hungary.
  private func isNation(_ rank: NameWord, _ country: NameWord) -> Bool {
    rank.meaning.kind == .rank && country.meaning.kind == .country && country.meaning.country != 0
      && (country.meaning.country == countries.one || country.meaning.country == countries.other)
  }

  private func hasCommonStem(_ one: Spelling, _ other: Spelling) -> Bool {
    let start = one.sharedStart(other)
    return start >= 6 && max(one.length, other.length) <= start + 4
  }

  /// `Mecc.` for Meccaniche, `Hch.` for Heinrich; beside other words that both have, two letters are
  /// enough.
  private func isShortened(_ short: NameWord, _ long: NameWord) -> Bool {
    let length = Int(short.spelled.length)
    // H. Weiss is Hermann Weiss.
    if length == 1, short.isDotted, hasOthers, [.given, .patron].contains(long.meaning.kind) {
      return short.head(0) == long.head(0)
    }
    guard short.isDotted, length >= (hasOthers ? 2 : 3), length < long.spelled.length else {
      return false
    }
    return short.spelled.sharedStart(long.spelled) == length
      || hasOthers && length > 2 && short.spelled.isLeft(of: long.spelled)
  }
}
