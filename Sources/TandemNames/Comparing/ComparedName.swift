/// One of the two names of a comparison, and what of it has found its like.
struct ComparedName {
  /// What a line on a firm's trade is made of.
  private static let trade: WordClasses = [.kind, .unit, .neutral, .field, .rank]

  private(set) var words: [NameWord]
  let forms: LegalForms.Found
  /// The two letters of the organisation's country; 0 where unknown.
  let country: UInt16

  /// How alike each word is to the one of the other name that it goes with.
  var likeness = SIMD32<Float>(repeating: 0)
  /// Words without their like, a bit each.
  var open: UInt32
  /// Words that an abbreviation explains, which weigh next to nothing.
  var explained: UInt32 = 0

  init(words: [NameWord], forms: LegalForms.Found, country: UInt16) {
    self.words = words
    self.forms = forms
    self.country = country
    open = UInt32((1 << words.count) - 1)
  }

  func isOpen(_ place: Int) -> Bool { open & 1 << UInt32(place) != 0 }
  func isExplained(_ place: Int) -> Bool { explained & 1 << UInt32(place) != 0 }

  mutating func match(_ place: Int, _ likeness: Float) {
    self.likeness[place] = likeness
    open &= ~(1 << UInt32(place))
  }

  /// Takes the word's like away, and what it weighs.
  mutating func ignore(_ word: NameWord) {
    for place in words.indices where words[place].text == word.text {
      likeness[place] = 0
      explain(1 << UInt32(place))
    }
  }

  /// What has found a patron for its like is one.
  mutating func dedicate(_ place: Int) { words[place].meaning.kind = .patron }

  /// Whether it is no more than an abbreviation that has its like, or that and a town.
  var isAbbreviation: Bool { open == 0 && words.count == 1 || isAbbreviationInTown && isOpen(1) }

  /// Whether it is capitals alone that have their like: ZF.
  var isCapitals: Bool { open == 0 && words.count == 1 && words[0].isUpper }

  /// Whether it is an abbreviation that has its like, and a town: one that a list knows, or what may be one.
  var isAbbreviationInTown: Bool {
    words.count == 2 && likeness[0] > 0
      && (words[1].meaning.kind == .city
        || words[0].isUpper && words[1].meaning.kind == .name && words[1].meaning.concept == 0
          && !words[1].isUpper)
  }

  /// Whether it says no more than where: Steiermark.
  var isPlace: Bool { words.allSatisfy { $0.meaning.kind.isPlace } }

  /// Whether a name that a list knows is among what has its like: UFZ.
  var hasMatchedKnown: Bool {
    words.indices.contains {
      likeness[$0] == 1 && words[$0].isExpanded && words[$0].meaning.kind == .name
    }
  }

  mutating func explain(_ places: UInt32) {
    explained |= places
    open &= ~places
  }

  /// The last word that an abbreviation of three words or more explains, or else the last word.
  var lastExplained: Int {
    explained.nonzeroBitCount > 2 && explained & 1 != 0
      ? 31 - explained.leadingZeroBitCount : words.count
  }

  func hasOpen(_ kinds: WordClasses) -> Bool {
    words.indices.contains { isOpen($0) && kinds.contains(words[$0].meaning.kind) }
  }

  func hasOpen(but kind: WordClass) -> Bool {
    words.indices.contains { isOpen($0) && words[$0].meaning.kind != kind }
  }

  /// Whether no word is open but such as say what the organisation is.
  var isOpenOnlyInKind: Bool {
    words.indices.allSatisfy { !isOpen($0) || !words[$0].meaning.kind.isSpecific }
  }

  func hasMatched(_ kind: WordClass) -> Bool {
    words.indices.contains { likeness[$0] > 0 && words[$0].meaning.kind == kind }
  }

  /// Whether it names one organisation and not a kind of them.
  var isSpecific: Bool { words.contains { $0.meaning.kind.isSpecific } }

  /// How many words say more than what kind of organisation it is, and in which country.
  var specificWords: Int {
    words.count {
      $0.meaning.kind.isSpecific && ![.country, .given, .body].contains($0.meaning.kind)
    }
  }

  /// Whether all that is open is the academy that an institute belongs to: Fyzikální ústav AV ČR.
  var isOpenInParent: Bool {
    hasOpen([.body])
      && words.indices.allSatisfy {
        !isOpen($0) || [.body, .neutral, .country, .rank].contains(words[$0].meaning.kind)
      }
  }

  /// Where a description begins inside the name itself: `Laserline Gesellschaft für …`.
  var description: Int? {
    words.indices.first { place in
      place > 0 && isOpen(place) && words.count - place > 2
        && (words[place].meaning.kind == .kind || isPurpose(from: place)
          || isCalled(from: place))
        && (0..<place).allSatisfy { !isOpen($0) }
        && (place..<words.count).allSatisfy {
          isOpen($0) && ![.part, .unit, .number].contains(words[$0].meaning.kind)
        }
    }
  }

  /// Whether what has its like is all that stands between quotation marks: `Stowarzyszenie … "Dolina Lotnicza"`.
  var isMatchedInQuotes: Bool {
    words.contains(where: \.isQuoted)
      && words.indices.allSatisfy { words[$0].isQuoted == !isOpen($0) }
  }

  /// Where a line of three words or more begins that says what the firm does: `Semilab Félvezető Fizikai
  /// Laboratórium`.
  var tradeLine: Int? {
    guard let start = words.indices.first(where: { isOpen($0) }), start > 0,
      words.count - start > 2,
      words[start - 1].meaning.kind == .name, words[start].meaning.kind != .unit
    else { return nil }
    let rest = words[start...]
    let common = rest.count { Self.trade.contains($0.meaning.kind) }
    let isLine = rest.indices.allSatisfy { place in
      let word = words[place]
      return isOpen(place) && word.part == words[start - 1].part
        && (Self.trade.contains(word.meaning.kind) || word.meaning.kind == .name && !word.isUpper)
    }
    return isLine && common * 3 >= rest.count * 2 ? start : nil
  }

  /// Centexbel Wetenschappelijk en Technisch Centrum van de Belgische Textielnijverheid.
  private func isCalled(from place: Int) -> Bool {
    guard words.count - place > 3,
      let kind = words[place...].firstIndex(where: { $0.meaning.kind == .kind })
    else { return false }
    return kind - place < 3
      && words[place..<kind].allSatisfy {
        [.neutral, .field, .rank, .region, .country].contains($0.meaning.kind)
      }
  }

  /// Fraunhofer-Gesellschaft zur Förderung der angewandten Forschung.
  private func isPurpose(from place: Int) -> Bool {
    words[place - 1].meaning.kind == .kind && words[place].before != 0
      && (place..<words.count).allSatisfy {
        [.neutral, .field, .kind, .rank].contains(words[$0].meaning.kind)
      }
  }

  /// How many words before its own name, which has its like, only say what bears it: `Manufacture française
  /// des pneumatiques Michelin`, `Optische Werke G. Rodenstock`.
  var describedAhead: Int {
    guard let name = words.indices.first(where: { !isOpen($0) }), name > 1,
      words[name].meaning.kind == .name, words[name...].indices.allSatisfy({ !isOpen($0) }),
      words[..<name].contains(where: {
        [.kind, .unit, .foundation, .field].contains($0.meaning.kind)
      })
    else { return 0 }
    let describes = words[..<name].allSatisfy {
      [.kind, .unit, .neutral, .field, .rank, .country, .given, .foundation].contains(
        $0.meaning.kind)
        || $0.textLength == 1
        // Of a long one not every word is in a list.
        || name > 2 && $0.meaning.kind == .name && !$0.isUpper && $0.part == words[name].part
    }
    return describes ? name : 0
  }

  /// Whether a word that has its like is an abbreviation that is a part by itself.
  var isApposedByItsLike: Bool {
    words.indices.contains { likeness[$0] == 1 && words[$0].part > 0 && isApposed($0) }
  }

  /// Whether the word is an abbreviation that is a part by itself: `CEAGA - Clúster de Automoción`.
  func isApposed(_ place: Int) -> Bool {
    let word = words[place]
    return word.isUpper && word.meaning.kind == .name && words.count > 1
      && !words.indices.contains { $0 != place && words[$0].part == word.part }
  }

  /// Whether what is open only describes what stands before it: `ecoplus. Agency of Lower Austria`.
  /// A department or an institute after a name is another matter.
  var isDescribed: Bool {
    var describes = hasMatched(.name)
    let isInstitute = words.contains { $0.part == 0 && $0.meaning.kind == .unit }
    let isUniversity = words.contains { $0.part == 0 && $0.meaning.kind == .university }
    for place in words.indices {
      let word = words[place]
      if word.part == 0 {
        if isOpen(place) { return false }
      } else if isOpen(place) {
        switch word.meaning.kind {
        case .unit where isInstitute: describes = true
        case .part, .unit, .university, .number, .body: return false
        case .kind where isUniversity, .field where isUniversity: return false
        case .kind: describes = true
        default: break
        }
      }
    }
    return describes
  }
}
