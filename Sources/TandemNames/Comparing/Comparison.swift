/// Lays two names side by side: which words of the one are which of the other, and what the rest
/// weighs.
struct Comparison {
  let one: [NameWord]
  let other: [NameWord]
  /// The two letters of the organisations' countries; 0 where unknown.
  let oneCountry: UInt16
  let otherCountry: UInt16
  let weights: Weights
  /// What a word of no list weighs by how rare it is, 0 to 1.
  let rarity: (NameWord) -> Float

  private var oneLikeness = SIMD32<Float>(repeating: 0)
  private var otherLikeness = SIMD32<Float>(repeating: 0)
  /// Words without their like, a bit each.
  private var oneOpen: UInt32
  private var otherOpen: UInt32
  /// Words that an abbreviation explains, which weigh next to nothing.
  private var oneExplained: UInt32 = 0
  private var otherExplained: UInt32 = 0
  private var hasName = false
  private var hasSlips = false
  private var hasMeaning = false
  private var abbreviation: (place: Int, isInFirst: Bool)?

  init(
    _ one: [NameWord], _ oneCountry: UInt16, _ other: [NameWord], _ otherCountry: UInt16,
    weights: Weights, rarity: @escaping (NameWord) -> Float
  ) {
    self.one = one
    self.other = other
    self.oneCountry = oneCountry
    self.otherCountry = otherCountry
    self.weights = weights
    self.rarity = rarity
    oneOpen = UInt32((1 << one.count) - 1)
    otherOpen = UInt32((1 << other.count) - 1)
  }

  private var isAbroad: Bool {
    oneCountry != 0 && otherCountry != 0 && oneCountry != otherCountry
  }

  mutating func likeness() -> Likeness {
    guard !one.isEmpty, !other.isEmpty else { return .none }
    matchSame()
    if oneOpen != 0 || otherOpen != 0 {
      matchNearly()
      matchJoined()
      hasName = hasName || sharesName
      matchInitials()
    }
    hasName = hasName || sharesName
    return weigh()
  }

  private var sharesName: Bool {
    one.indices.contains { oneOpen & 1 << $0 == 0 && one[$0].meaning.kind == .name }
  }

  private mutating func pair(_ first: Int, _ second: Int, _ likeness: Float) {
    oneLikeness[first] = likeness
    otherLikeness[second] = likeness
    oneOpen &= ~(1 << first)
    otherOpen &= ~(1 << second)
  }

  private mutating func matchSame() {
    for first in one.indices {
      for second in other.indices where otherOpen & 1 << second != 0 {
        guard one[first].isSame(other[second]) else { continue }
        if one[first].text != other[second].text { hasMeaning = true }
        pair(first, second, 1)
        break
      }
    }
  }

  private mutating func matchNearly() {
    for first in one.indices where oneOpen & 1 << first != 0 {
      for second in other.indices where otherOpen & 1 << second != 0 {
        let (word, like) = (one[first], other[second])
        guard word.meaning.kind != .number, like.meaning.kind != .number else { continue }
        // Two words that the lists tell apart are no slips of each other: Austria, Australia.
        if word.meaning.concept != 0, like.meaning.concept != 0, !word.meaning.isLoose {
          continue
        }
        if let count = Slips.between(word, like) {
          hasSlips = true
          pair(first, second, count < 2 ? weights.slip : weights.slips)
        } else if isShortened(word, like) || isShortened(like, word) {
          pair(first, second, weights.shortened)
        } else {
          continue
        }
        break
      }
    }
  }

  private func isShortened(_ short: NameWord, _ long: NameWord) -> Bool {
    guard short.isDotted, short.length >= 3, short.length < long.length else { return false }
    for place in 0..<Int(short.length) where short.letters[place] != long.letters[place] {
      return false
    }
    return true
  }

  /// `PhotonicsAustria` and `Photonics Austria`.
  private mutating func matchJoined() {
    for first in one.indices where oneOpen & 1 << first != 0 {
      for second in other.indices.dropLast()
      where otherOpen & 0b11 << second == 0b11 << second
        && joins(one[first], other[second], other[second + 1])
      {
        pair(first, second, 1)
        otherOpen &= ~(1 << (second + 1))
        otherLikeness[second + 1] = 1
        hasName = true
        break
      }
    }
    for second in other.indices where otherOpen & 1 << second != 0 {
      for first in one.indices.dropLast()
      where oneOpen & 0b11 << first == 0b11 << first
        && joins(other[second], one[first], one[first + 1])
      {
        pair(first, second, 1)
        oneOpen &= ~(1 << (first + 1))
        oneLikeness[first + 1] = 1
        hasName = true
        break
      }
    }
  }

  private func joins(_ whole: NameWord, _ start: NameWord, _ end: NameWord) -> Bool {
    let (length, startLength) = (Int(whole.length), Int(start.length))
    guard length == startLength + Int(end.length), length <= NameWord.kept else { return false }
    for place in 0..<length {
      let letter = place < startLength ? start.letters[place] : end.letters[place - startLength]
      if whole.letters[place] != letter { return false }
    }
    return true
  }

  private mutating func matchInitials() {
    for first in one.indices where isAbbreviation(one[first]) {
      let isOpen = oneOpen & 1 << first != 0
      if isOpen {
        explain(first, inFirst: true)
      } else {
        oneExplained |= ownWords(one[first], one, oneOpen)
        otherExplained |= ownWords(one[first], other, otherOpen)
      }
    }
    for second in other.indices
    where otherOpen & 1 << second != 0 && isAbbreviation(other[second]) {
      explain(second, inFirst: false)
    }
  }

  private func isAbbreviation(_ word: NameWord) -> Bool {
    guard word.meaning.kind == .name, Initials.lengths.contains(Int(word.textLength)) else {
      return false
    }
    return word.isUpper || word.textLength >= 4
  }

  private func ownWords(_ short: NameWord, _ words: [NameWord], _ open: UInt32) -> UInt32 {
    guard open.nonzeroBitCount >= 2 else { return 0 }
    return Initials.explained(short, by: words, among: open, passing: 1 + words.count / 4) ?? 0
  }

  private mutating func explain(_ place: Int, inFirst: Bool) {
    let (short, words) = inFirst ? (one[place], other) : (other[place], one)
    let open = inFirst ? otherOpen : oneOpen
    let passing = hasName ? 1 + Int(short.textLength) / 3 : 0
    guard open.nonzeroBitCount >= 2, hasName || !isAbroad,
      hasName || short.textLength > 2,
      let used = Initials.explained(short, by: words, among: open, passing: passing)
    else { return }
    abbreviation = (place, inFirst)
    if inFirst {
      oneLikeness[place] = weights.initials
      oneOpen &= ~(1 << place)
      otherOpen &= ~used
      otherExplained |= used
    } else {
      otherLikeness[place] = weights.initials
      otherOpen &= ~(1 << place)
      oneOpen &= ~used
      oneExplained |= used
    }
    hasName = true
  }

  private func weight(_ word: NameWord, hasOwnPart: Bool) -> Float {
    var kind = word.meaning.kind
    if kind == .country, !isAbroad,
      word.meaning.country == oneCountry || word.meaning.country == otherCountry
    {
      kind = .home
    }
    if hasOwnPart, word.part > 0, hasName, [.city, .region, .home].contains(kind) {
      return weights.address
    }
    let weight = hasName ? weights.beside[Int(kind.rawValue)] : weights.alone[Int(kind.rawValue)]
    return kind == .name ? weight * rarity(word) : weight
  }

  private func weigh() -> Likeness {
    var (total, hit): (Float, Float) = (0, 0)
    var (oneRest, otherRest): (Float, Float) = (0, 0)
    var differentNumbers = false
    for (place, word) in one.enumerated() {
      let open = oneOpen & 1 << place != 0
      var weight = weight(word, hasOwnPart: open)
      if oneExplained & 1 << place != 0 { weight *= weights.explained }
      total += weight
      hit += oneExplained & 1 << place != 0 ? weight : weight * oneLikeness[place]
      if open, oneExplained & 1 << place == 0 {
        oneRest += weight
        if word.meaning.kind == .number { differentNumbers = true }
      }
    }
    for (place, word) in other.enumerated() {
      let open = otherOpen & 1 << place != 0
      var weight = weight(word, hasOwnPart: open)
      if otherExplained & 1 << place != 0 { weight *= weights.explained }
      total += weight
      hit += otherExplained & 1 << place != 0 ? weight : weight * otherLikeness[place]
      if open, otherExplained & 1 << place == 0 {
        otherRest += weight
        if word.meaning.kind == .number { differentNumbers = true }
      }
    }
    guard total > 0 else { return .none }
    var score = hit / total
    if min(oneRest, otherRest) >= 0.3 { score *= weights.unlike }
    if differentNumbers { score *= weights.unlike * weights.unlike }
    if isAbroad { score *= weights.abroad }
    return Likeness(
      score: score, kind: kind(oneRest, otherRest), sharesName: hasName, abbreviation: abbreviation)
  }

  private func kind(_ oneRest: Float, _ otherRest: Float) -> Likeness.Kind {
    if abbreviation != nil { return .abbreviation }
    if hasSlips { return .slips }
    if oneRest == 0, otherRest == 0 { return hasMeaning ? .meaning : .same }
    return oneRest == 0 || otherRest == 0 ? .inside : .partly
  }
}
