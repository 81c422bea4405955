import TandemModel

/// Resolves one query against an index.
struct Resolver {
  /// Of two names that a registry knows as one organisation's.
  private static let knownScore: Float = 0.95
  /// Less alike than this two names are not looked at in other readings.
  private static let leastPromising: Float = 0.4

  private let index: NameIndex
  private let query: NameQuery
  private let called: CalledNames
  private let names: [CalledNames.Reading]
  private let country: UInt16
  /// A row that is not looked at.
  private let without: UInt32?

  private var links: [UInt32: Reason] = [:]
  private var doubts: [UInt32: (score: Float, reason: Reason)] = [:]

  init(_ index: NameIndex, _ query: NameQuery, without: UInt32?) {
    self.index = index
    self.query = query
    self.without = without
    country = UInt16(country: query.country?.text ?? "")
    called = CalledNames(query.names, in: query.country)
    names = called.readings
  }

  func resolve() -> Resolution {
    var search = self
    search.findIdentifiers()
    search.findDomains()
    search.findNames()
    if search.links.count == 1, let (row, reason) = search.links.first,
      let id = index.rows[Int(row)]?.profile.id
    {
      return .linked(id, reason)
    }
    for (row, reason) in search.links { search.doubts[row] = (1, reason) }
    if search.links.isEmpty { search.findSimilar() }
    let candidates = search.doubts.compactMap { row, doubt in
      (index.rows[Int(row)]?.profile.id).map {
        Resolution.Candidate(id: $0, score: doubt.score, reason: doubt.reason)
      }
    }
    guard !candidates.isEmpty else { return .new }
    let sorted = candidates.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    return .doubt(Array(sorted.prefix(NameIndex.candidates)))
  }

  private mutating func link(_ row: UInt32, _ reason: Reason) {
    if links[row] == nil { links[row] = reason }
  }

  private mutating func doubt(_ row: UInt32, _ score: Float, _ reason: Reason) {
    if (doubts[row]?.score ?? -1) < score { doubts[row] = (score, reason) }
  }

  private func rows(_ key: UInt64) -> [UInt32] {
    var found: [UInt32] = []
    index.features[key].forEach { if $0 != without { found.append($0) } }
    return found
  }

  /// Two numbers of one register that cannot both be right; a set of them may name one organisation.
  private func contradiction(_ profile: Organisation) -> Reason? {
    for mine in query.identifiers {
      let theirs = profile.identifiers.filter { $0.kind == mine.kind && $0.country == mine.country }
      let ours = query.identifiers.filter { $0.kind == mine.kind && $0.country == mine.country }
      if let other = theirs.min(by: { $0.value < $1.value }), theirs.isDisjoint(with: ours) {
        return .contradiction(mine, other)
      }
    }
    return nil
  }

  private mutating func findIdentifiers() {
    for identifier in query.identifiers.sorted(by: { $0.description < $1.description }) {
      for row in rows(Features.identifier(identifier)) {
        guard let profile = index.rows[Int(row)]?.profile, profile.identifiers.contains(identifier)
        else { continue }
        if let contradiction = contradiction(profile) {
          doubt(row, 1, contradiction)
        } else {
          link(row, .identifier(identifier))
        }
      }
    }
  }

  private mutating func findDomains() {
    for domain in query.domains.sorted(by: { $0.host < $1.host }) {
      guard let own = domain.own else { continue }
      for row in rows(Features.domain(own)) {
        guard let found = index.rows[Int(row)], links[row] == nil,
          found.profile.domains.contains(where: { $0.own == own })
        else { continue }
        let isAbroad = country != 0 && found.country != 0 && country != found.country
        if let contradiction = contradiction(found.profile) {
          doubt(row, 1, contradiction)
        } else if isAbroad || isRelative(found) {
          doubt(row, 1, .sharedDomain(domain))
        } else {
          link(row, .domain(domain))
        }
      }
    }
  }

  /// Whether the names share a name of their own and yet differ: one family, not one organisation.
  private func isRelative(_ row: IndexRow) -> Bool {
    guard let best = best(row) else { return false }
    return best.likeness.sharesName && best.likeness.score < index.weights.doubt
  }

  private mutating func findNames() {
    for (name, place) in names {
      for key in Set(Features.whole(name)) {
        for row in rows(key) where links[row] == nil {
          guard let found = index.rows[Int(row)] else { continue }
          decide(row, found, name, place)
        }
      }
    }
  }

  private mutating func decide(
    _ row: UInt32, _ found: IndexRow, _ name: PreparedName, _ place: Int
  ) {
    // Keys are hashes: the names themselves decide.
    let theirs = found.called
    let all = theirs.readings
    let same = all.first { $0.name.isSame(name) }
    guard let match = same ?? all.first(where: { $0.name.isTransliteration(name) }) else { return }
    if let contradiction = contradiction(found.profile) {
      return doubt(row, 1, contradiction)
    }
    if let number = called.number(place) ?? theirs.number(match.place) {
      guard query.country == found.profile.country, !called.isKnownToDiffer(from: theirs) else {
        return
      }
      let reason = Reason.known(called.own(place), as: theirs.own(match.place), number: number)
      return doubt(row, Self.knownScore, reason)
    }
    guard let home = query.country, home == found.profile.country else {
      let isKnown = query.country != nil && found.profile.country != nil
      // York is in one country only, and each country has its Ministry of Economy.
      if isKnown,
        name.isOfTown || !name.isSpecific || name.forms.isForeign(to: match.name.forms)
          || name.forms.differs(from: match.name.forms)
      {
        return
      }
      return doubt(row, 1, .sameNameElsewhere(query.country, found.profile.country))
    }
    if !name.isSpecific { return doubt(row, 1, .generalName(called.own(place))) }
    let forms = (name.forms, match.name.forms)
    if forms.0.differs(from: forms.1) {
      let texts = (name.formTexts.first ?? "", match.name.formTexts.first ?? "")
      return doubt(row, 1, .differentForms(texts.0, texts.1))
    }
    if match.place >= found.profile.names.count {
      link(row, .formerName(theirs.own(match.place), home))
    } else if same == nil {
      link(row, .transliteration(of: theirs.own(match.place), home))
    } else {
      link(row, .sameName(forms: Array(Set(name.formTexts + match.name.formTexts)).sorted(), home))
    }
  }

  private mutating func findSimilar() {
    guard !names.isEmpty else { return }
    for row in Candidates(index, names.map(\.name), country).best() where row != without {
      guard doubts[row] == nil, let found = index.rows[Int(row)], let best = best(found),
        best.likeness.score >= index.weights.doubt, contradiction(found.profile) == nil
      else { continue }
      let theirs = found.called
      if called.isKnownToDiffer(from: theirs) { continue }
      let number = called.number(best.query) ?? theirs.number(best.name.place)
      guard number == nil || best.likeness.score >= index.weights.known else { continue }
      doubt(row, best.likeness.score, reason(best, theirs))
    }
  }

  private typealias Best = (likeness: Likeness, query: Int, name: IndexedName, words: [NameWord])

  private func best(_ row: IndexRow) -> Best? {
    let best = best(row) { one, other in
      // What is read without abbreviations is only of use beside one.
      !one.isPlain && !other.isPlain || one.isAbbreviated || other.isAbbreviated
    }
    guard let best, best.likeness.score >= Self.leastPromising,
      best.likeness.score < index.weights.doubt
    else { return best }
    // A slip inside a compound shows where it is not cut: Hochschuhle.
    let uncut = self.best(row) { $0.isPlain && $1.isPlain }
    return uncut.map { $0.likeness.score > best.likeness.score ? $0 : best } ?? best
  }

  private func best(_ row: IndexRow, _ fit: (PreparedName, IndexedName) -> Bool) -> Best? {
    var best: Best?
    for (name, place) in names {
      for indexed in row.names where fit(name, indexed) {
        var comparison = Comparison(
          .init(words: name.words, forms: name.forms, country: country),
          .init(words: indexed.words, forms: indexed.forms, country: row.country),
          weights: index.weights, rarity: index.rarity)
        let likeness = comparison.likeness()
        if likeness.score > best?.likeness.score ?? -1 {
          best = (likeness, place, indexed, name.words)
        }
      }
    }
    return best
  }

  private func reason(_ best: Best, _ all: CalledNames) -> Reason {
    let (mine, theirs) = (called.own(best.query), all.own(best.name.place))
    if let number = called.number(best.query) ?? all.number(best.name.place) {
      return .known(mine, as: theirs, number: number)
    }
    switch best.likeness.kind {
    case .abbreviation:
      let isMine = best.likeness.abbreviation?.isInFirst ?? true
      return isMine ? .abbreviation(mine, of: theirs) : .abbreviation(theirs, of: mine)
    case .inside:
      return best.words.count <= best.name.words.count
        ? .inside(mine, in: theirs) : .inside(theirs, in: mine)
    case .meaning: return .translation(mine, of: theirs)
    case .same, .slips, .partly:
      return .similar(theirs, percent: Int(best.likeness.score * 100 + 0.5))
    }
  }
}
