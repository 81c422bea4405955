/// The organisations worth comparing with a name: those that share most of what is rare in it.
struct Candidates {
  /// How many are compared, and how many rows are looked at to find them: what bounds the time of one
  /// name, whatever it is.
  static let most = 32
  static let work = 6_000
  static let leastFeatures = 4
  static let lookedForInitials = 1_500
  static let mostAbbreviated = 16
  private static let known: Float = 0.4

  private let index: NameIndex
  private let names: [PreparedName]
  private let country: UInt16

  init(_ index: NameIndex, _ names: [PreparedName], _ country: UInt16) {
    self.index = index
    self.names = names
    self.country = country
  }

  func best() -> [UInt32] {
    let likely = likely()
    guard country != 0 else { return likely }
    let known = Set(likely)
    return likely + abbreviated().filter { !known.contains($0) }
  }

  /// Names that one abbreviates the other of, by more than first letters (CETIM, ICFO).
  private func abbreviated() -> [UInt32] {
    var found: [UInt32] = []
    for name in names {
      for short in name.abbreviations {
        search(Features.long(short.head(0), country), &found) { words in
          Self.explains(short, words)
        }
      }
      for letter in Features.heads(name.words) {
        search(Features.short(letter, country), &found) { words in
          words.contains { $0.meaning.kind == .name && Self.explains($0, name.words) }
        }
      }
    }
    return found
  }

  private static func explains(_ short: NameWord, _ words: [NameWord]) -> Bool {
    let all = UInt32((1 << words.count) - 1)
    let found = Initials.explained(
      short, by: words, among: all, passing: Initials.passing(short),
      free: Initials.leftOut(of: words))
    return short.textLength > 2 ? found != nil : found == all
  }

  private func search(
    _ key: UInt64, _ found: inout [UInt32], _ fits: ([NameWord]) -> Bool
  ) {
    var looked = 0
    var result = found
    index.features[key].forEach { row in
      looked += 1
      guard looked <= Self.lookedForInitials, result.count < Self.mostAbbreviated,
        let names = index.rows[Int(row)]?.names, names.contains(where: { fits($0.words) })
      else { return }
      result.append(row)
    }
    found = result
  }

  private func likely() -> [UInt32] {
    var keys: [UInt64: Float] = [:]
    for name in names { collect(name, &keys) }
    let found = keys.map { (rows: index.features[$0.key], weight: $0.value, key: $0.key) }
      .filter { $0.rows.count > 0 }
      .sorted { ($0.rows.count, $0.key) < ($1.rows.count, $1.key) }
    var scores = [Float](repeating: 0, count: index.rows.count)
    var touched: [UInt32] = []
    var work = 0
    for (place, feature) in found.enumerated() {
      work += feature.rows.count
      if work > Self.work, place >= Self.leastFeatures { break }
      let rarity = Float(index.rows.count) / Float(feature.rows.count)
      let weight = feature.weight * (1 + Self.logarithm(rarity))
      feature.rows.forEach { row in
        if scores[Int(row)] == 0 { touched.append(row) }
        scores[Int(row)] += weight
      }
    }
    return top(touched, scores)
  }

  private func collect(_ name: PreparedName, _ keys: inout [UInt64: Float]) {
    for word in name.words {
      // What a list knows is a lesser sign than a name of its own, whatever town it is in.
      let weight = word.meaning.kind == .name ? 1 : Self.known
      keys[Features.word(word)] = weight
      let trigrams = Features.trigrams(word)
      for key in trigrams {
        keys[key] = max(keys[key] ?? 0, weight / Float(trigrams.count + 1))
      }
      if let key = Features.consonants(word) { keys[key] = weight * Self.known }
      if let key = Features.initials(as: word) { keys[key] = 1 }
    }
    for letters in Features.initials(of: name.words) {
      keys[Features.word(spelled: letters)] = max(
        keys[Features.word(spelled: letters)] ?? 0, 0.9)
    }
  }

  private func top(_ touched: [UInt32], _ scores: [Float]) -> [UInt32] {
    var best: [(row: UInt32, score: Float)] = []
    best.reserveCapacity(Self.most + 1)
    for row in touched {
      let score = scores[Int(row)]
      if best.count == Self.most, let least = best.last, score <= least.score { continue }
      guard let found = index.rows[Int(row)] else { continue }
      // Of those that share as much the shorter ones are nearer.
      let words = found.names.first?.words.count ?? 0
      let nearness = score / (1 + 0.05 * Float(words))
      if best.count == Self.most, let least = best.last, nearness <= least.score { continue }
      var place = best.count
      while place > 0, best[place - 1].score < nearness { place -= 1 }
      best.insert((row, nearness), at: place)
      if best.count > Self.most { best.removeLast() }
    }
    return best.map(\.row)
  }

  /// The binary logarithm, good enough to order by: no library's, so that it is the same everywhere.
  static func logarithm(_ value: Float) -> Float {
    Float(value.exponent) + value.significand - 1
  }
}

extension NameIndex {
  /// What a word weighs by how many organisations bear it: 1 for few, less for many.
  func rarity(_ word: NameWord) -> Float {
    let count = Float(features[Features.word(word)].count)
    let few = max(4, Float(rows.count) * weights.rarest)
    let many = max(few * 4, Float(rows.count) / 20)
    guard count > few else { return 1 }
    let share = Candidates.logarithm(count / few) / Candidates.logarithm(many / few)
    return 1 - (1 - weights.least) * min(1, share)
  }
}
