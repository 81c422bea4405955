import CTandemNamesData

/// How letters are written in small Latin letters: `letters.txt`.
struct Letters: Sendable {
  /// A name has so many readings at most: what one letter gives differs by custom and country.
  static let readings = 3

  private var single: [UInt32: [[UInt8]]] = [:]
  private var pairs: [UInt64: [[UInt8]]] = [:]
  private var joined: [UInt64: Unicode.Scalar] = [:]
  private var pairHeads: Set<UInt32> = []

  static let standard = Letters(Resource(tandem_names_letters))

  init(_ resource: Resource) {
    for line in resource.lines {
      let fields = line.split(separator: " ")
      if fields.first == "+", fields.count == 4, let base = fields[1].unicodeScalars.first,
        let mark = UInt32(fields[2], radix: 16), let whole = fields[3].unicodeScalars.first
      {
        joined[Self.key(base.value, mark)] = whole
        continue
      }
      guard fields.count > 1 else { continue }
      let scalars = Array(fields[0].unicodeScalars)
      let written = fields.dropFirst().map { $0 == "-" ? [] : Array($0.utf8) }
      if scalars.count == 2 {
        pairs[Self.key(scalars[0].value, scalars[1].value)] = written
        pairHeads.insert(scalars[0].value)
      } else {
        single[scalars[0].value] = written
      }
    }
  }

  private static func key(_ one: UInt32, _ other: UInt32) -> UInt64 {
    UInt64(one) << 32 | UInt64(other)
  }

  /// The letter that a letter and the mark after it make, where they make one of the table.
  func join(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    joined[Self.key(base.value, mark.value)]
  }

  /// What the small letter is written as in each reading; fewer than ``readings`` where the last
  /// holds for the rest.
  func written(_ letter: Unicode.Scalar) -> [[UInt8]]? { single[letter.value] }

  /// What the two small letters are written as together.
  func written(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> [[UInt8]]? {
    pairHeads.contains(one.value) ? pairs[Self.key(one.value, other.value)] : nil
  }
}
