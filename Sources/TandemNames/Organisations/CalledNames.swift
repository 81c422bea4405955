import TandemModel

/// All that an organisation may be called: its own names first, then what a registry calls it besides.
struct CalledNames: Sendable {
  /// A name that only the registry gives the organisation, which it knows by its own name.
  struct Known: Sendable {
    let name: String
    let own: String
    /// The organisation's number in the registry.
    let number: String
  }

  /// A name of no more letters may be several organisations'.
  private static let short = 3

  let own: [OrganisationName]
  let known: [Known]
  /// The numbers in the registry of the organisations that bear one of its own names, very short ones aside.
  let numbers: Set<String>

  init(_ own: [OrganisationName], in country: Country?) {
    self.own = own
    var known: [Known] = []
    var numbers: Set<String> = []
    for name in own {
      guard let country, let entry = KnownOrganisations.standard.entry(name.text, in: country)
      else { continue }
      if name.text.count > Self.short { numbers.insert(String(entry.number)) }
      for other in entry.names
      where !own.contains(where: { $0.text == other })
        && !known.contains(where: { $0.name == other })
      {
        known.append(
          Known(name: String(other), own: name.text, number: String(entry.number)))
      }
    }
    self.known = known
    self.numbers = numbers
  }

  /// Whether the registry knows both, and as two organisations.
  func isKnownToDiffer(from other: CalledNames) -> Bool {
    !numbers.isEmpty && !other.numbers.isEmpty && numbers.isDisjoint(with: other.numbers)
  }

  /// The name at a place: an own one, or the one by which the registry knows it.
  func own(_ place: Int) -> String {
    place < own.count ? own[place].text : known[place - own.count].own
  }

  /// The organisation's number in the registry, where only that gives it the name at the place.
  func number(_ place: Int) -> String? {
    place < own.count ? nil : known[place - own.count].number
  }

  typealias Reading = (name: PreparedName, place: Int)

  /// Each reading of each name, with the name's place.
  var readings: [Reading] {
    (own.map(\.text) + known.map(\.name)).enumerated().flatMap { place, text in
      PreparedName.readings(of: text).filter { !$0.joined.isEmpty }.map { ($0, place) }
    }
  }
}

extension Organisation {
  /// By its names, its former names, and what a registry knows it by besides.
  var called: CalledNames { CalledNames(names + formerNames, in: country) }
}
