import TandemModel

/// An organisation of the index.
struct IndexRow: Sendable {
  let profile: OrganisationProfile
  let names: [IndexedName]
  let country: UInt16

  init(_ profile: OrganisationProfile, _ readings: [(name: PreparedName, place: Int)]) {
    self.profile = profile
    country = UInt16(country: profile.country?.text ?? "")
    var sounds: Set<[UInt8]> = []
    names = readings.compactMap { name, place in
      sounds.insert([UInt8(truncatingIfNeeded: place)] + name.sounding).inserted
        ? IndexedName(words: name.words, place: place) : nil
    }
  }

  func text(_ place: Int) -> String {
    place < profile.names.count
      ? profile.names[place].text : profile.formerNames[place - profile.names.count].text
  }
}
