/// What a word of a name is, which decides what it weighs.
enum WordClass: UInt8, CaseIterable, Sendable {
  /// In no list: a name of its own.
  case name
  /// What the organisation is: university, cluster, chamber.
  case kind
  /// University and the like: named with its city or without.
  case university
  /// What the organisation is, where it is often a part of another: institute, laboratory.
  case unit
  /// That it is the nation's or the crown's, which is often left out.
  case rank
  /// What many do: research, technology, innovation.
  case neutral
  /// A line of work: photonics, energy, medicine.
  case field
  /// Another kind of body, which may bear its founder's name: foundation, hospital, bank.
  case body
  /// Foundation: its legal form, or another body that bears its founder's name.
  case foundation
  /// A part of something larger: department, faculty, branch.
  case part
  case city
  case region
  case country
  /// The country that the organisations are in.
  case home
  /// A first name, or the like.
  case given
  /// Whom a university or the like is named after, and which is often left out.
  case patron
  /// Anything with a digit, and Roman numbers.
  case number
  /// Says nothing.
  case stop

  /// Whether a name with such a word is more than the name of a kind.
  var isSpecific: Bool {
    switch self {
    case .kind, .university, .unit, .rank, .foundation, .neutral, .part, .patron, .stop: false
    case .name, .field, .body, .city, .region, .country, .home, .given, .number: true
    }
  }

  /// Whether it is a word that many use, and no name of a person, a place or an organisation.
  var isCommon: Bool {
    switch self {
    case .kind, .university, .unit, .rank, .foundation, .neutral, .field, .body, .part: true
    case .name, .city, .region, .country, .home, .given, .patron, .number, .stop: false
    }
  }

  var isPlace: Bool { self == .city || self == .region || self == .country }

  init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { String(describing: $0) == name }) else {
      return nil
    }
    self = found
  }
}
