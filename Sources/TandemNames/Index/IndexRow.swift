import TandemModel

/// An organisation of the index. It does not change, and is handed round without a copy.
final class IndexRow: Sendable {
  let profile: Organisation
  let called: CalledNames
  let names: [IndexedName]
  let country: UInt16

  init(_ profile: Organisation, _ called: CalledNames, _ readings: [CalledNames.Reading]) {
    self.profile = profile
    self.called = called
    country = UInt16(country: profile.country?.text ?? "")
    var seen: Set<[UInt64]> = []
    names = readings.compactMap { name, place in
      seen.insert(
        [UInt64(place)] + name.words.map { $0.sound &+ UInt64($0.inner) &+ ($0.isExpanded ? 1 : 0) }
      ).inserted
        ? IndexedName(
          words: name.words, forms: name.forms, isPlain: name.isPlain,
          isAbbreviated: name.isAbbreviated, place: place) : nil
    }
  }

  private init(_ profile: Organisation, like row: IndexRow) {
    self.profile = profile
    (called, country, names) = (row.called, row.country, row.names)
  }

  /// The row with the organisation as it is now; nil where it is called or found by anything else.
  func renewed(_ new: Organisation) -> IndexRow? {
    guard new.names == profile.names, new.formerNames == profile.formerNames,
      new.country == profile.country, new.identifiers == profile.identifiers,
      new.domains == profile.domains
    else { return nil }
    return IndexRow(new, like: self)
  }
}
