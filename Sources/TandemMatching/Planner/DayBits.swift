/// A set of days of some window, one bit a day: the lowest bit of the first word is its first day.
struct DayBits: Hashable, Sendable {
  private(set) var words: [UInt64]

  init(dayCount: Int) { words = Array(repeating: 0, count: (dayCount + 63) / 64) }

  init(words: [UInt64]) { self.words = words }

  /// All days of the window.
  init(full dayCount: Int) {
    self.init(dayCount: dayCount)
    insert(0..<dayCount)
  }

  mutating func insert(_ day: Int) { words[day >> 6] |= 1 << UInt64(day & 63) }

  mutating func insert(_ days: Range<Int>) { for day in days { insert(day) } }

  mutating func remove(_ days: Range<Int>) {
    for day in days { words[day >> 6] &= ~(1 << UInt64(day & 63)) }
  }

  mutating func formUnion(_ other: DayBits) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  /// Keeps the days whose bits are set in those words, from one of them on.
  mutating func formIntersection(_ bits: [UInt64], from first: Int) {
    for word in words.indices { words[word] &= bits[first + word] }
  }

  func intersection(_ other: DayBits) -> DayBits {
    var result = self
    result.formIntersection(other.words, from: 0)
    return result
  }

  func intersection(_ days: Range<Int>) -> DayBits {
    var result = DayBits(words: Array(repeating: 0, count: words.count))
    for day in days where contains(day) { result.insert(day) }
    return result
  }

  /// The first day that both hold.
  func firstCommon(with other: DayBits) -> Int? {
    for word in words.indices {
      let common = words[word] & other.words[word]
      if common != 0 { return word * 64 + common.trailingZeroBitCount }
    }
    return nil
  }

  func contains(_ day: Int) -> Bool { words[day >> 6] & 1 << UInt64(day & 63) != 0 }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The days, ascending.
  var days: [Int] {
    words.indices.flatMap { word in
      (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { word * 64 + $0 }
    }
  }
}
