/// Some of the starts of an audit, by their places in a list of them.
struct StartSet: Hashable, Sendable {
  private var words: [UInt64]

  /// All of that many starts.
  init(all count: Int) {
    words = Array(repeating: .max, count: (count + 63) / 64)
    if count % 64 > 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ start: Int) -> Bool { words[start / 64] >> UInt64(start % 64) & 1 == 1 }

  /// The first start that is in both; nil when there is none.
  func first(sharedWith other: StartSet) -> Int? {
    for place in words.indices {
      let shared = words[place] & other.words[place]
      if shared != 0 { return place * 64 + shared.trailingZeroBitCount }
    }
    return nil
  }

  func intersection(_ other: StartSet) -> StartSet {
    var shared = self
    for place in words.indices { shared.words[place] &= other.words[place] }
    return shared
  }

  mutating func remove(_ start: Int) { words[start / 64] &= ~(1 << UInt64(start % 64)) }

  /// Ascending.
  var places: [Int] {
    var places: [Int] = []
    for (position, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        places.append(position * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return places
  }
}
