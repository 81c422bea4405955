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
