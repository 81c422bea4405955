import TandemModel

/// An organisation of the index.
struct IndexRow: Sendable {
  let profile: Organisation
  let names: [IndexedName]
  let country: UInt16

  init(_ profile: Organisation, _ readings: [(name: PreparedName, place: Int)]) {
    self.profile = profile
    country = UInt16(country: profile.country?.text ?? "")
    var seen: Set<[UInt64]> = []
    names = readings.compactMap { name, place in
      seen.insert(
        [UInt64(place)] + name.words.map { $0.sound &+ UInt64($0.inner) &+ ($0.isExpanded ? 1 : 0) }
      ).inserted
        ? IndexedName(
          words: name.words, forms: name.forms, isPlain: name.isPlain,
          hasAbbreviation: !name.abbreviations.isEmpty, place: place) : nil
    }
  }

  func text(_ place: Int) -> String {
    place < profile.names.count
      ? profile.names[place].text : profile.formerNames[place - profile.names.count].text
  }
}
