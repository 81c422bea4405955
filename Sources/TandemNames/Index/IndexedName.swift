import TandemModel

/// A name of an organisation of the index, in one reading.
struct IndexedName: Sendable {
  let words: [NameWord]
  let forms: LegalForms.Found
  let isPlain: Bool
  let hasAbbreviation: Bool
  /// Which of the profile's names it is; former names count on after the others.
  let place: Int

  /// Every reading of every name of the profile that sounds different.
  static func all(of profile: Organisation) -> [(name: PreparedName, place: Int)] {
    var result: [(name: PreparedName, place: Int)] = []
    for (place, name) in (profile.names + profile.formerNames).enumerated() {
      for reading in PreparedName.readings(of: name.text) where !reading.joined.isEmpty {
        result.append((reading, place))
      }
    }
    return result
  }
}
