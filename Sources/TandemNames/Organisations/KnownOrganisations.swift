import CTandemNamesData
import TandemModel

/// Organisations that a registry knows under several names: `known-organisations.txt`.
struct KnownOrganisations: Sendable {
  /// An organisation of the registry: its number there, and its names.
  struct Entry: Sendable {
    let number: Substring
    let town: Substring
    let names: [Substring]
  }

  /// Where the line of a name in a country begins; ``ambiguous`` where several organisations bear it.
  private var places: [UInt64: UInt32] = [:]
  private let text: [UInt8]

  private static let ambiguous = UInt32.max

  static let standard = KnownOrganisations(
    Array(Resource.bytes(of: tandem_names_known_organisations)))

  init(_ text: [UInt8]) {
    self.text = text
    places.reserveCapacity(text.count / 24)
    var start = 0
    while start < text.count {
      let line = line(at: start)
      if let (country, entry) = Self.entry(line) {
        for name in entry.names {
          guard let whole = NormalName(String(name)).whole else { continue }
          let key = Self.key(whole, country)
          let isFree = places[key] == nil || places[key] == UInt32(start)
          places[key] = isFree ? UInt32(start) : Self.ambiguous
        }
      }
      start = line.endIndex + 1
    }
  }

  /// The one organisation of the country that bears the name, or its capitals where its town stands beside
  /// them: FBH Berlin.
  func entry(_ name: String, in country: Country) -> Entry? {
    let name = NormalName(name)
    guard let whole = name.whole else { return nil }
    if let start = places[Self.key(whole, country.text[...])] {
      return start == Self.ambiguous ? nil : Self.entry(line(at: Int(start)))?.1
    }
    guard let (capitals, town) = name.capitalsInTown,
      let start = places[Self.key(capitals, country.text[...])], start != Self.ambiguous,
      let entry = Self.entry(line(at: Int(start)))?.1, NormalName(String(entry.town)).town == town
    else { return nil }
    return entry
  }

  private func line(at start: Int) -> ArraySlice<UInt8> {
    let rest = text[start...]
    return rest[..<(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex)]
  }

  /// `DE 02be22443 Berlin: Ferdinand-Braun-Institut | FBH`
  private static func entry(_ line: ArraySlice<UInt8>) -> (country: Substring, Entry)? {
    guard line.first != UInt8(ascii: "#") else { return nil }
    let line = Substring(decoding: line, as: UTF8.self)
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let head = line[..<colon].split(separator: " ", maxSplits: 2)
    guard head.count == 3 else { return nil }
    let names = line[line.index(after: colon)...].split(separator: "|").map(\.trimmingSpaces)
    return (head[0], Entry(number: head[1], town: head[2], names: names))
  }

  private static func key(_ name: [UInt8], _ country: Substring) -> UInt64 {
    var hash = Hash(5)
    hash.add(country.utf8)
    hash.add(0x20)
    hash.add(name)
    return hash.value
  }
}

/// All that an organisation may be called: its own names first, then what a registry calls it besides.
struct CalledNames: Sendable {
  /// A name that only the registry gives the organisation, which it knows by its own name.
  struct Known: Sendable {
    let name: String
    let own: String
    /// The organisation's number in the registry.
    let number: String
  }

  private static let short = 3

  let own: [OrganisationName]
  let known: [Known]
  /// The numbers in the registry of the organisations that bear one of its own names. A very short one may
  /// stand for others too, and does not tell two apart.
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
