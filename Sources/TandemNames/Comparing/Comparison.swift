/// Lays two names side by side: which words of the one are which of the other.
struct Comparison {
  /// From so many letters on, one of two words written as one may be wrong.
  private static let joinedWithSlip = 9
  /// Two words of one meaning that begin with fewer letters in common are of two languages.
  private static let languageStart = 4
  /// A shorter word of no list is rather a name than one that was translated.
  private static let shortestTranslated = 4

  /// What the same organisation may be called in two languages: the institute, the agency.
  private static let kinds: WordClasses = [.kind, .unit, .rank]

  let weights: Weights
  /// What a word of no list weighs by how rare it is, 0 to 1.
  let rarity: (NameWord) -> Float

  private(set) var one: ComparedName
  private(set) var other: ComparedName
  /// They have a name of their own in common.
  private(set) var hasName = false
  /// The one is a translation of the other, if they are one.
  private(set) var hasTwoLanguages = false
  private var hasSlips = false
  private var hasMeaning = false
  private var abbreviation: (place: Int, isInFirst: Bool)?

  init(
    _ one: ComparedName, _ other: ComparedName, weights: Weights,
    rarity: @escaping (NameWord) -> Float
  ) {
    self.one = one
    self.other = other
    self.weights = weights
    self.rarity = rarity
  }

  var hasAbbreviation: Bool { abbreviation != nil }

  /// Both have an abbreviation that a list knows, or that the words of one of them explain.
  var hasKnownAbbreviation: Bool {
    one.hasMatchedKnown || other.hasMatchedKnown || one.explained | other.explained != 0
  }

  var isAbroad: Bool {
    one.country != 0 && other.country != 0 && one.country != other.country
  }

  mutating func likeness() -> Likeness {
    guard !one.words.isEmpty, !other.words.isEmpty,
      !(isAbroad && one.forms.isForeign(to: other.forms))
    else { return .none }
    matchSame()
    if one.open != 0 || other.open != 0 {
      matchNearly()
      matchJoined()
      hasName = hasName || sharesName
      matchInitials()
    }
    hasName = hasName || sharesName
    hasTwoLanguages = !isAbroad && one.open | other.open != 0 && isInTwoLanguages
    if hasTwoLanguages { matchForeign() }
    // York is in one country only.
    if isAbroad, !hasName, one.hasMatched(.city) { return .none }
    let weighed = Weighing(self).result()
    return Likeness(
      score: weighed.score, kind: kind(weighed.oneRest, weighed.otherRest), sharesName: hasName,
      abbreviation: abbreviation)
  }

  private var sharesName: Bool { one.hasMatched(.name) || other.hasMatched(.name) }

  private mutating func pair(_ first: Int, _ second: Int, _ likeness: Float) {
    if one.words[first].meaning.kind == .patron || other.words[second].meaning.kind == .patron {
      one.dedicate(first)
      other.dedicate(second)
    }
    one.match(first, likeness)
    other.match(second, likeness)
  }

  private mutating func matchSame() {
    matchSame { $0.text == $1.text }
    matchSame { $0.isSame($1) }
  }

  private mutating func matchSame(by isSame: (NameWord, NameWord) -> Bool) {
    for first in one.words.indices where one.isOpen(first) {
      for second in other.words.indices where other.isOpen(second) {
        guard isSame(one.words[first], other.words[second]) else { continue }
        if one.words[first].text != other.words[second].text { hasMeaning = true }
        pair(first, second, 1)
        break
      }
    }
  }

  private mutating func matchNearly() {
    let words = WordLikeness(
      weights: weights, countries: (one.country, other.country), isAbroad: isAbroad,
      hasOthers: one.open.nonzeroBitCount < one.words.count)
    for first in one.words.indices where one.isOpen(first) {
      for second in other.words.indices where other.isOpen(second) {
        guard
          let (likeness, isSlip) = words.between(
            one.words[first], other.words[second], inDepartments: areDepartments)
        else { continue }
        if isSlip { hasSlips = true }
        pair(first, second, likeness)
        break
      }
    }
  }

  private var areDepartments: Bool {
    one.words.indices.contains { one.likeness[$0] == 1 && one.words[$0].meaning.kind == .part }
  }

  /// Whether some word has its like in one of another language: both mean the same, and only one is English
  /// or they begin otherwise.
  private var isInTwoLanguages: Bool { hasTranslated { _, _ in true } }

  /// Whether a name may be translated too: not where all that tells of two languages is a field of work, for
  /// which one language may have several words.
  private var mayTranslateNames: Bool {
    hasTranslated { $0.isEnglish != $1.isEnglish || $0.meaning.kind != .field }
  }

  private func hasTranslated(_ counts: (NameWord, NameWord) -> Bool) -> Bool {
    one.words.indices.contains { place in
      let word = one.words[place]
      return one.likeness[place] == 1 && word.meaning.concept != 0
        && other.words.indices.contains {
          let like = other.words[$0]
          return other.likeness[$0] == 1 && like.meaning.concept == word.meaning.concept
            && Self.areOfTwoLanguages(word, like) && counts(word, like)
        }
    }
  }

  private static func areOfTwoLanguages(_ word: NameWord, _ like: NameWord) -> Bool {
    word.text != like.text && !word.isExpanded && !like.isExpanded
      && (word.isEnglish != like.isEnglish
        || word.meaning.kind != .kind && word.spelled.sharedStart(like.spelled) < languageStart
          && word.sounded.sharedStart(like.sounded) < languageStart)
  }

  /// In two languages a word that no list has may mean what is open in the other name.
  private mutating func matchForeign() {
    let isLast = one.open.nonzeroBitCount == 1 && other.open.nonzeroBitCount == 1
    let mayTranslateNames = mayTranslateNames
    for first in one.words.indices where one.isOpen(first) {
      for second in other.words.indices where other.isOpen(second) {
        guard
          isTranslatable(one.words[first], other.words[second], mayTranslateNames)
            || isTranslatable(other.words[second], one.words[first], mayTranslateNames)
        else { continue }
        // What a word of a list means the other language's list would mostly have as well.
        let isListed =
          !Self.kinds.contains(one.words[first].meaning.kind)
          && one.words[first].meaning.concept | other.words[second].meaning.concept != 0
        let likeness =
          isListed ? weights.foreignListed : isLast ? weights.foreignLast : weights.foreign
        one.match(first, likeness)
        other.match(second, likeness)
        break
      }
    }
  }

  private func isTranslatable(
    _ word: NameWord, _ other: NameWord, _ mayTranslateNames: Bool
  ) -> Bool {
    if Self.kinds.contains(word.meaning.kind), Self.kinds.contains(other.meaning.kind) {
      return true
    }
    guard word.meaning.kind == .name, word.meaning.concept == 0, !word.isUpper,
      word.textLength >= Self.shortestTranslated, other.textLength >= Self.shortestTranslated
    else { return false }
    switch other.meaning.kind {
    case .name: return mayTranslateNames && other.meaning.concept == 0 && !other.isUpper
    case .kind, .unit, .rank, .neutral, .field, .body, .foundation, .part: return true
    default: return false
    }
  }

  /// `PhotonicsAustria` and `Photonics Austria`.
  private mutating func matchJoined() {
    for first in one.words.indices where one.isOpen(first) {
      for second in other.words.indices.dropLast()
      where other.isOpen(second) && other.isOpen(second + 1)
        && joins(one.words[first], other.words[second], other.words[second + 1])
      {
        pair(first, second, 1)
        other.match(second + 1, 1)
        hasName = true
        break
      }
    }
    for second in other.words.indices where other.isOpen(second) {
      for first in one.words.indices.dropLast()
      where one.isOpen(first) && one.isOpen(first + 1)
        && joins(other.words[second], one.words[first], one.words[first + 1])
      {
        pair(first, second, 1)
        one.match(first + 1, 1)
        hasName = true
        break
      }
    }
  }

  /// A long word, or words that go together, may have a slip beside: `precison engineering`.
  private func joins(_ whole: NameWord, _ start: NameWord, _ end: NameWord) -> Bool {
    let length = Int(start.spelled.length) + Int(end.spelled.length)
    guard length <= Spelling.kept, abs(length - Int(whole.spelled.length)) <= 1,
      let slips = Slips.between(whole.spelled, start.spelled.followed(by: end.spelled))
    else { return false }
    return slips == 0 || slips == 1 && length >= Self.joinedWithSlip
  }

  private mutating func matchInitials() {
    for first in one.words.indices where isAbbreviation(one.words[first]) {
      if one.isOpen(first) {
        explain(first, inFirst: true)
      } else if one.likeness[first] > 0 {
        let short = one.words[first]
        // Where it stands for other words in each, as ARP does, it is no name that they share.
        if Self.standsForOpen(short, one), Self.standsForOpen(short, other) {
          one.ignore(short)
          other.ignore(short)
          hasName = sharesName
        } else {
          one.explain(Self.own(short, one))
          other.explain(Self.own(short, other))
        }
      }
    }
    for second in other.words.indices
    where other.isOpen(second) && isAbbreviation(other.words[second]) {
      explain(second, inFirst: false)
    }
    explainOwn(&one)
    explainOwn(&other)
  }

  private func isAbbreviation(_ word: NameWord) -> Bool {
    word.meaning.kind == .name && !word.isExpanded
      && Initials.lengths.contains(Int(word.textLength))
      && (word.isUpper || word.textLength >= 4)
  }

  /// The open words that an abbreviation which both names have stands for.
  private static func own(_ short: NameWord, _ name: ComparedName) -> UInt32 {
    guard name.open.nonzeroBitCount >= 2 else { return 0 }
    let passing = 1 + name.words.count / 4
    // The L of MOL Magyar Olaj- és Gázipari is no initial.
    return Initials.explained(short, by: name.words, among: name.open, passing: passing)
      ?? Initials.explained(
        short, by: name.words, among: name.open, passing: passing, leavingOut: 1) ?? 0
  }

  /// Whether the words that the abbreviation stands for in a name are not all in the other one.
  private static func standsForOpen(_ short: NameWord, _ name: ComparedName) -> Bool {
    let all = name.words.indices.reduce(UInt32(0)) {
      name.words[$1].text == short.text ? $0 : $0 | 1 << UInt32($1)
    }
    let used = Initials.explained(short, by: name.words, among: all, passing: 0) ?? 0
    return used & name.open != 0
  }

  /// An abbreviation that stands beside what it stands for adds nothing.
  private func explainOwn(_ name: inout ComparedName) {
    for place in name.words.indices
    where name.isOpen(place) && isAbbreviation(name.words[place]) {
      let others = UInt32((1 << name.words.count) - 1) & ~(1 << UInt32(place))
      let used = Initials.explained(
        name.words[place], by: name.words, among: others, passing: 1 + name.words.count / 4)
      if used != nil { name.explain(1 << UInt32(place)) }
    }
  }

  private mutating func explain(_ place: Int, inFirst: Bool) {
    let (short, long) = inFirst ? (one.words[place], other) : (other.words[place], one)
    let passing = hasName ? 1 + Int(short.textLength) / 3 : Initials.passing(short)
    let all = UInt32((1 << long.words.count) - 1)
    let nation = Initials.leftOut(of: long.words)
    // ISIT Itzehoe is one already.
    guard long.words.count > 2 || !long.words[0].isUpper || long.words.last?.isUpper == true,
      long.words.count >= 2 || long.words[0].inner != 0, hasName || !isAbroad,
      let found = Initials.explained(
        short, by: long.words, among: long.open, passing: passing, free: nation & long.open)
        ?? Initials.explained(
          short, by: long.words, among: all, passing: passing, free: all & ~long.open | nation),
      hasName || short.textLength > 2 || one.hasMatched(.patron)
        || isWholly(short, found, long)
    else { return }
    // Where all words have their like already, an abbreviation of them adds nothing.
    guard found & long.open != 0 else {
      if inFirst { one.explain(1 << UInt32(place)) } else { other.explain(1 << UInt32(place)) }
      return
    }
    // Words that have their like already keep it: in `IMS Stuttgart` the S is Stuttgart.
    let used = found & long.open
    abbreviation = (place, inFirst)
    if inFirst {
      one.match(place, weights.initials)
      other.explain(used)
    } else {
      other.match(place, weights.initials)
      one.explain(used)
    }
    hasName = true
  }

  /// Two letters are enough where nothing is left, and the city is the same or else the country: UZ Gent, DB
  /// for Deutsche Bahn.
  private func isWholly(_ short: NameWord, _ found: UInt32, _ long: ComparedName) -> Bool {
    short.isUpper && long.open & ~found == 0
      && (long.hasMatched(.city) || one.country != 0 && one.country == other.country)
  }

  private func kind(_ oneRest: Float, _ otherRest: Float) -> Likeness.Kind {
    if abbreviation != nil { return .abbreviation }
    if hasSlips { return .slips }
    if oneRest == 0, otherRest == 0 { return hasMeaning ? .meaning : .same }
    return oneRest == 0 || otherRest == 0 ? .inside : .partly
  }
}
