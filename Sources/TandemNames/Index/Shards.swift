/// Rows by the hash of a feature. A copy shares all that is not changed after: a change copies one
/// shard in a thousand.
struct Shards: Sendable {
  private static let count = 1024

  private var shards = [[UInt64: Postings]](repeating: [:], count: Self.count)

  private func place(_ key: UInt64) -> Int {
    // FNV's low bits are its weakest, and the dictionary uses all of them anyway.
    Int((key ^ key >> 32) % UInt64(Self.count))
  }

  subscript(key: UInt64) -> Postings { shards[place(key)][key] ?? .none }

  mutating func add(_ row: UInt32, to key: UInt64) {
    shards[place(key)][key, default: .none].add(row)
  }

  mutating func remove(_ row: UInt32, from key: UInt64) {
    let place = place(key)
    shards[place][key]?.remove(row)
    if shards[place][key]?.count == 0 { shards[place][key] = nil }
  }
}
