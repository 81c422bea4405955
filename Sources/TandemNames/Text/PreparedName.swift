/// A name in one reading, as it is looked up and compared.
struct PreparedName: Sendable {

  /// The words without legal forms and without those that say nothing.
  let words: [NameWord]
  let forms: LegalForms.Found
  let formTexts: [String]
  /// The normalised name with its words sorted, and as one word in its own order.
  let sorted: [UInt8]
  let joined: [UInt8]
  /// How the normalised name sounds, its words sorted.
  let sounding: [UInt8]
  let isForeign: Bool
  /// Read without what abbreviations stand for, and with compounds as one word.
  let isPlain: Bool

  /// The name in each of its readings, at least one.
  static func readings(of name: String, list: WordList = .standard) -> [PreparedName] {
    let first = RawName(name)
    let normal = NormalName(first, list)
    var result = [PreparedName(normal, list)]
    for reading in 1..<max(2, first.readings) where reading < first.readings {
      result.append(PreparedName(NormalName(RawName(name, reading: reading), list), list))
    }
    // What a phrase of the list stands for hides its words, which another translation of it may have; what
    // an abbreviation stands for hides its letters, which may be what the other name has.
    if result[0].words.contains(where: { $0.isExpanded || $0.isPhrase }) {
      result.append(PreparedName(normal, list, as: .wordByWord, like: result[0]))
    }
    let plain = PreparedName(normal, list, as: .plain, like: result[0])
    if !plain.hasWords(of: result[0]) { result.append(plain) }
    return result
  }

  private init(
    _ normal: NormalName, _ list: WordList, as reading: WordList.Reading, like other: PreparedName
  ) {
    let joinedWords = reading == .plain ? Self.joined(normal.unformed) : nil
    words = list.expand(joinedWords ?? normal.words, as: reading)
    forms = other.forms
    formTexts = other.formTexts
    sorted = other.sorted
    joined = other.joined
    sounding = other.sounding
    isForeign = other.isForeign
    isPlain = reading == .plain
  }

  private func hasWords(of other: PreparedName) -> Bool {
    words.count == other.words.count
      && zip(words, other.words).allSatisfy {
        $0.text == $1.text && $0.inner == $1.inner && $0.isExpanded == $1.isExpanded
          && $0.meaning.kind == $1.meaning.kind
      }
  }

  /// TA ČR and VŠB-TUO are one abbreviation each.
  private static func joined(_ words: [RawWord]) -> [RawWord]? {
    guard (2...3).contains(words.count), words.allSatisfy({ $0.isUpper && $0.text.count <= 4 }),
      var whole = words.first
    else { return nil }
    whole.text = words.flatMap(\.text)
    return whole.text.count <= Initials.most ? [whole] : nil
  }

  private init(_ normal: NormalName, _ list: WordList) {
    forms = normal.forms
    formTexts = normal.formTexts
    words = list.expand(normal.words)
    sorted = normal.sorted
    joined = Array(normal.unformed.map(\.text).joined())
    let sounds = normal.words.map { Skeleton.standard.sound($0.text) }
    sounding = Array(
      sounds.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [0x20]))
    isPlain = false
    isForeign = normal.words.contains(where: \.isForeign)
  }

  /// Words that may stand for initials.
  var abbreviations: [NameWord] {
    let hasSmall = words.contains { !$0.isUpper && $0.textLength > 2 }
    // Two letters are enough beside a city, or alone: UZ Gent, KU.
    let mayBeShort =
      words.count == 2 && words.contains { $0.meaning.kind == .city } || words.count == 1
    return words.filter {
      $0.meaning.kind == .name && Initials.lengths.contains(Int($0.textLength))
        && ($0.textLength > 2 || mayBeShort && $0.isUpper)
        && ($0.isUpper && (hasSmall || words.count < 3) || words.count == 1 && $0.textLength > 3)
    }
  }

  /// Whether some word of it is written short, so that compounds as one word are of use: Holzverarb.
  var isAbbreviated: Bool {
    !abbreviations.isEmpty || words.contains { $0.isDotted && $0.textLength > 3 }
  }

  /// Whether it names one organisation and not a kind of them: some word is a name, a place, a
  /// number or a line of work.
  var isSpecific: Bool {
    words.contains { $0.meaning.kind.isSpecific }
  }

  /// Whether nothing but the town tells it from others of its kind: University of York.
  var isOfTown: Bool {
    words.contains { $0.meaning.kind == .city }
      && words.allSatisfy { !$0.meaning.kind.isSpecific || $0.meaning.kind.isPlace }
  }

  /// Whether the two are one name written in two ways.
  func isSame(_ other: PreparedName) -> Bool {
    !joined.isEmpty
      && (sorted == other.sorted && sorted.count >= NormalName.shortest || joined == other.joined)
  }

  /// Whether the two are one name in two scripts.
  func isTransliteration(_ other: PreparedName) -> Bool {
    isForeign != other.isForeign && !sounding.isEmpty && sounding == other.sounding
  }
}
