/// Looks for sets of rows whose halves, rounded down, cut a fractional solution off.
///
/// Adding half of each row of a set loses half of each row's slack, and rounding down loses half of the
/// value of each column that an odd number of the rows hold. When the right side is odd, rounding it
/// gains one half: the cut is violated by as much as the loss stays below 1. So what is wanted are light
/// words of odd parity in the binary code that the rows span, over their columns and one slack each.
/// After elimination on the heaviest positions any word that is a sum of several rows of the basis
/// holds all their heavy positions: light words are sums of few.
struct OddSets {
  struct Row {
    /// The columns that the row holds.
    let columns: [Int]
    /// Its slack.
    let loss: Double
    /// Whether its right side is odd.
    let isOdd: Bool
  }

  /// A word: a bit for each column, then one for each row, then its parity.
  private typealias Word = [UInt64]

  private var basis: [Word]
  private let weights: [Double]
  private let columnCount: Int
  private let parity: Int
  /// Once it is set, what was found by then has to do.
  private let stop: StopSignal

  /// No more sets are looked for than that: large problems have millions, and few become cuts.
  private static let most = 10_000

  /// Seeds other than 0 shuffle which positions elimination takes first, and find other sets.
  init(rows: [Row], weights: [Double], seed: UInt64, stop: StopSignal) {
    self.stop = stop
    columnCount = weights.count
    parity = weights.count + rows.count
    self.weights = weights + rows.map(\.loss)
    let parity = parity
    let words = (parity + 64) / 64
    basis = rows.enumerated().map { number, row in
      var word = Array(repeating: UInt64(0), count: words)
      for column in row.columns { word.flip(column) }
      word.flip(weights.count + number)
      if row.isOdd { word.flip(parity) }
      return word
    }
    eliminate(seed)
  }

  private mutating func eliminate(_ seed: UInt64) {
    var state = seed
    let keys = weights.map { weight -> Double in
      guard seed > 0 else { return weight }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return weight * (0.5 + Double(state >> 40) / Double(1 << 24))
    }
    let positions = weights.indices.sorted { (-keys[$0], $0) < (-keys[$1], $1) }
    var rank = 0
    for position in positions where rank < basis.count {
      if stop.isSet { return }
      guard let pivot = (rank..<basis.count).first(where: { basis[$0].holds(position) }) else {
        continue
      }
      basis.swapAt(rank, pivot)
      for row in basis.indices where row != rank && basis[row].holds(position) {
        basis[row].add(basis[rank])
      }
      rank += 1
    }
  }

  /// Sets of at most so many rows, each by their numbers, that lose less than 1 and have an odd right
  /// side.
  func lightOddSets(ofAtMost size: Int) -> [[Int]] {
    var found: [[Int]] = []
    let loads = basis.map { loss(of: $0) }
    // Sums of rows that lose much are hardly ever light.
    let light = basis.indices.filter { loads[$0] < 4 }
    for (place, one) in light.enumerated() {
      if stop.isSet { return found }
      if basis[one].holds(parity) { offer(basis[one], size, &found) }
      for other in light[(place + 1)...] {
        guard found.count < Self.most else { return found }
        guard basis[one].holds(parity) != basis[other].holds(parity),
          basis[one].meets(basis[other])
        else { continue }
        var sum = basis[one]
        sum.add(basis[other])
        offer(sum, size, &found)
      }
    }
    return found
  }

  private func offer(_ word: Word, _ size: Int, _ found: inout [[Int]]) {
    guard loss(of: word) < 1 - 0.02 else { return }
    let rows = (columnCount..<parity).lazy.filter(word.holds).map { $0 - columnCount }
    let set = Array(rows.prefix(size + 1))
    if set.count <= size { found.append(set) }
  }

  /// What a word loses, or more than 4.
  private func loss(of word: Word) -> Double {
    var loss = 0.0
    for (place, bits) in word.enumerated() {
      var bits = bits
      while bits != 0 {
        let position = place * 64 + bits.trailingZeroBitCount
        if position < parity { loss += weights[position] }
        bits &= bits - 1
      }
      if loss > 4 { return loss }
    }
    return loss
  }
}

extension [UInt64] {
  fileprivate func holds(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

  fileprivate mutating func flip(_ bit: Int) { self[bit >> 6] ^= 1 << UInt64(bit & 63) }

  fileprivate mutating func add(_ other: [UInt64]) {
    for word in indices { self[word] ^= other[word] }
  }

  fileprivate func meets(_ other: [UInt64]) -> Bool {
    indices.contains { self[$0] & other[$0] != 0 }
  }
}
