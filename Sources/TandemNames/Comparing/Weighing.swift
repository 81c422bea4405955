/// What two names that were laid side by side have in common, of all that they weigh.
struct Weighing {
  private static let places: WordClasses = [.city, .region, .country]
  private static let kinds: WordClasses = [.kind, .university, .unit, .body]
  /// A rest that weighs more than this tells two names apart where both have one.
  private static let tellingRest: Float = 0.3

  private let comparison: Comparison
  private let weights: Weights
  /// Both names have an open word of the kind: Aragón here, Navarra there.
  private let placesDiffer: Bool
  private let fieldsDiffer: Bool
  private let firstNamesDiffer: Bool
  private let patronsDiffer: Bool
  private let kindsDiffer: Bool
  private let isOfUniversity: Bool
  private let isOfPart: Bool
  private let isOfField: Bool
  /// They have a name of their own in common, or a university's patron or region.
  private let hasAnchor: Bool

  init(_ comparison: Comparison) {
    self.comparison = comparison
    weights = comparison.weights
    let (one, other) = (comparison.one, comparison.other)
    placesDiffer = one.hasOpen(Self.places) && other.hasOpen(Self.places)
    fieldsDiffer = one.hasOpen([.field]) && other.hasOpen([.field])
    firstNamesDiffer = one.hasOpen([.given]) && other.hasOpen([.given])
    patronsDiffer = one.hasOpen([.patron]) && other.hasOpen([.patron])
    kindsDiffer = one.hasOpen(Self.kinds) && other.hasOpen(Self.kinds)
    isOfPart =
      one.hasMatched(.unit) || one.hasMatched(.part)
      || one.hasMatched(.university) && !comparison.hasName
    isOfField = one.hasMatched(.field)
    isOfUniversity = one.hasMatched(.university) || one.hasMatched(.unit)
    hasAnchor =
      comparison.hasName || isOfUniversity && (one.hasMatched(.patron) || one.hasMatched(.region))
  }

  func result() -> (score: Float, oneRest: Float, otherRest: Float) {
    let one = sums(comparison.one, comparison.other)
    let other = sums(comparison.other, comparison.one)
    let total = one.total + other.total
    guard total > 0 else { return (0, 0, 0) }
    var score = (one.hit + other.hit) / total
    if min(one.rest, other.rest) >= Self.tellingRest { score *= weights.unlike }
    if hasTellingNumber(comparison.one) || hasTellingNumber(comparison.other) {
      score *= weights.unlike * weights.unlike
    }
    if comparison.isAbroad { score *= weights.abroad }
    return (score, one.rest, other.rest)
  }

  private func hasTellingNumber(_ name: ComparedName) -> Bool {
    name.words.indices.contains {
      name.words[$0].meaning.kind == .number && name.isOpen($0) && !isByTheWay(name, $0)
    }
  }

  /// Whether a number is a postcode, or only tells a town's universities apart, which names of their own do
  /// already: `Université Toulouse III – Paul Sabatier`.
  private func isByTheWay(_ name: ComparedName, _ place: Int) -> Bool {
    name.words[place].isPostcode
      || name.words[place].meaning.kind == .number && hasAnchor
        && comparison.one.hasMatched(.university)
        && place > 0 && name.words[place - 1].meaning.kind == .city
  }

  private func sums(
    _ name: ComparedName, _ other: ComparedName
  ) -> (total: Float, hit: Float, rest: Float) {
    // ETSI beside UPM is a school of the university that UPM stands for, and no description of it.
    let isOfParent =
      comparison.hasAbbreviation
      && other.words.contains { [.university, .body].contains($0.meaning.kind) }
    let isDescribed =
      !isOfParent && (other.isOpenOnlyInKind || other.isAbbreviationInTown) && other.isSpecific
      && name.isDescribed
    let description = other.isOpenOnlyInKind && comparison.hasName ? name.description : nil
    let tradeLine =
      other.open == 0 && !name.forms.differs(from: other.forms) ? name.tradeLine : nil
    let isQuoted = other.open == 0 && name.isMatchedInQuotes
    let isSpelledOut =
      comparison.hasName && name.isApposedByItsLike
      && (name.isOpenOnlyInKind || other.isOpenOnlyInKind)
    let ahead = other.open == 0 && !comparison.hasAbbreviation ? name.describedAhead : 0
    let names = nameWeight(name)
    // An institute of CSIC, which is all that the other name says.
    let isPart = other.open == 0 && name.hasOpen([.unit, .part])
    // Schott Systeme GmbH is another firm than SCHOTT AG.
    let isOtherFirm = other.open == 0 && name.forms.differs(from: other.forms)
    let isOfNation = name.hasOpen([.country])
    // IFW Dresden, of whatever society the institute is.
    let isInTown =
      comparison.hasAbbreviation && other.open == 0 && other.isAbbreviationInTown
    let isShort = other.open == 0 && other.specificWords > 1 && name.isOpenOnlyInKind
    let hasParent =
      !other.hasOpen(but: .patron) && comparison.one.hasMatched(.unit) && name.isOpenInParent
    var sums: (total: Float, hit: Float, rest: Float) = (0, 0, 0)
    for (place, word) in name.words.enumerated() {
      var weight = weight(word, isOpen: name.isOpen(place), other)
      if name.isOpen(place), isByTheWay(name, place) { weight = weights.address }
      // G. e R. Fratelli
      if word.meaning.kind == .given, word.textLength == 1 { weight /= 2 }
      // Finnish National says no more than either.
      if word.meaning.kind == .rank, name.isOpen(place), isOfNation { weight *= weights.nation }
      if name.isExplained(place) || hasParent && name.isOpen(place) {
        weight *= weights.explained
        sums.hit += weight
      } else if name.isOpen(place) {
        if other.isAbbreviation && place > name.lastExplained || isInTown {
          weight *= weights.beyond
        } else if isDescribed || isSpelledOut || isQuoted
          || place >= min(description ?? .max, tradeLine ?? .max)
          || place < ahead
        {
          weight *= weights.described
        } else if word.meaning.kind == .neutral, other.open == 0, comparison.one.hasMatched(.unit),
          isOfField
        {
          weight *= weights.addition
        } else if word.meaning.kind == .field, isOfPart || isPart {
          weight *= weights.dividing
        } else if word.meaning.kind == .field, !fieldsDiffer, comparison.hasName {
          // Before the name, or with `cluster`, it says what the whole is and not which part.
          weight *= place == 0 || name.hasOpen([.kind]) ? weights.ahead : max(1, min(2, names))
        }
        // Mines Nancy is rather the school than another thing of the town's.
        // A translation often says more than the name does: Danish Veterinary and Food Administration.
        if comparison.hasTwoLanguages, other.open == 0, isOfField, !isOfUniversity,
          [.field, .neutral].contains(word.meaning.kind)
        {
          weight *= weights.added
        }
        if isShort, Self.kinds.contains(word.meaning.kind), word.meaning.kind != .body {
          weight *= weights.short
        }
        // DAGRI after the university is a department of it.
        if other.isOpenOnlyInKind, name.isApposed(place),
          comparison.hasName || !comparison.one.hasMatched(.university)
        {
          weight *= weights.apposed
        }
        // PSI Villigen: what stands alone beside an abbreviation is a town, whether a list has it or not.
        if comparison.hasAbbreviation, name.isAbbreviationInTown {
          weight = min(weight, weights.address)
        }
        if isOtherFirm, [.neutral, .field, .country].contains(word.meaning.kind) {
          weight = max(weight, weights.otherFirm)
        }
        sums.rest += weight
      } else {
        sums.hit += weight * name.likeness[place]
      }
      sums.total += weight
    }
    return sums
  }

  /// What the names of its own weigh that have their like: a part's field weighs against all of them.
  private func nameWeight(_ name: ComparedName) -> Float {
    name.words.indices.reduce(0) { sum, place in
      let word = name.words[place]
      return word.meaning.kind == .name && !name.isOpen(place)
        ? sum + weights.beside[Int(WordClass.name.rawValue)] * comparison.rarity(word) : sum
    }
  }

  private func weight(_ word: NameWord, isOpen: Bool, _ other: ComparedName) -> Float {
    var kind = word.meaning.kind
    if kind == .country, !comparison.isAbroad, word.meaning.country != 0,
      word.meaning.country == comparison.one.country
        || word.meaning.country == comparison.other.country
    {
      kind = .home
    }
    if kind == .foundation || kind == .unit, isOpen, comparison.hasName,
      !other.forms.isDisjoint(with: LegalForms.standard.enterprises)
    {
      kind = .body
    }
    if isOpen, kind == .city, !placesDiffer,
      comparison.hasAbbreviation || comparison.hasKnownAbbreviation || other.isCapitals
    {
      return weights.address
    }
    if isOpen, kind == .kind, other.isPlace { return weights.address }
    if isOpen, !placesDiffer, kind == .home || Self.places.contains(kind),
      hasAnchor && (word.part > 0 || isOfUniversity && kind == .city)
        || word.part > 0 && kind != .city && comparison.one.hasMatched(.city)
    {
      return weights.address
    }
    let differs =
      isOpen
      && (placesDiffer && Self.places.contains(kind) || fieldsDiffer && kind == .field
        || firstNamesDiffer && kind == .given)
    if isOpen, patronsDiffer, kind == .patron { kind = .name }
    if isOpen, kindsDiffer, Self.kinds.contains(kind) {
      return (weights.beside[Int(kind.rawValue)] + weights.alone[Int(kind.rawValue)]) / 2
    }
    let row = comparison.hasName && !differs ? weights.beside : weights.alone
    return kind == .name
      ? row[Int(kind.rawValue)] * comparison.rarity(word) : row[Int(kind.rawValue)]
  }
}
