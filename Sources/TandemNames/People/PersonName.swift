/// A person's name as it is compared: its words in each reading, without titles.
struct PersonName: Sendable {
  private static let titles = Set(
    [
      "dr", "prof", "professor", "ing", "dipl", "mag", "mgr", "msc", "bsc", "phd", "mba", "ma",
      "ddr", "doc", "csc", "drsc", "habil", "univ", "assoc", "mr", "mrs", "ms", "herr", "frau",
      "dott", "dottssa", "ir", "inz", "hab", "rndr", "judr", "mudr", "phdr", "bc", "em", "hc", "di",
      "fh", "jr", "sr", "sra", "dra", "lic", "eng", "m", "mme",
    ].map { Array($0.utf8) })

  /// One name in several scripts' or customs' readings; each sorted, longest word first.
  let readings: [[[UInt8]]]
  /// How the words sound that are not initials.
  let keys: Set<UInt64>

  init(_ name: String) {
    let first = RawName(name)
    var readings: [[[UInt8]]] = []
    var keys: Set<UInt64> = []
    for reading in 0..<first.readings {
      let all = RawName(name, reading: reading, joinsLetters: false).words
      var words = all.filter { !($0.isDotted || $0.text.count > 1) || !Self.isTitle($0) }
      words = words.filter { !Self.isTitle($0) || $0.text.count == 1 && !$0.isDotted }
      let texts = (words.isEmpty ? all : words).map(\.text)
      guard !texts.isEmpty, !readings.contains(texts) else { continue }
      readings.append(texts)
      for text in texts where text.count > 1 {
        var hash = Hash(5)
        hash.add(text)
        keys.insert(hash.value)
      }
    }
    self.readings = readings
    self.keys = keys
  }

  private static func isTitle(_ word: RawWord) -> Bool { titles.contains(word.text) }

  enum Likeness: Sendable { case same, initials }

  func likeness(_ other: PersonName) -> Likeness? {
    var found: Likeness?
    for mine in readings {
      for theirs in other.readings {
        guard let likeness = Self.likeness(mine, theirs) else { continue }
        if likeness == .same { return .same }
        found = likeness
      }
    }
    return found
  }

  /// Each word of the shorter name is one of the longer, whole or as an initial; at least one that is
  /// no initial, and two in all. A middle name may be left out.
  private static func likeness(_ one: [[UInt8]], _ other: [[UInt8]]) -> Likeness? {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard short.count > 1 else { return one == other ? .same : nil }
    var rest = long
    var usesInitials = long.count > short.count
    var wholes = 0
    for word in short.sorted(by: { $0.count > $1.count }) {
      if let place = rest.firstIndex(of: word) {
        rest.remove(at: place)
        if word.count > 1 { wholes += 1 }
      } else if let place = rest.firstIndex(where: { Self.isInitial(word, $0) }) {
        rest.remove(at: place)
        usesInitials = true
      } else {
        return nil
      }
    }
    guard wholes > 0 else { return nil }
    return usesInitials ? .initials : .same
  }

  private static func isInitial(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    (one.count == 1 || other.count == 1) && one.first == other.first
  }
}
