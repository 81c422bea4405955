/// FNV-1a in 64 bits: the same in every process, so that nothing here depends on a run's seed.
///
/// Whoever wants to can make two texts of one hash: what is decided by it is compared again.
struct Hash: Hashable, Sendable {
  private(set) var value: UInt64

  init(_ salt: UInt8) {
    value = 0xcbf2_9ce4_8422_2325
    add(salt)
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }
}
