import Crypto

/// A SHA-256 digest: 32 bytes.
public struct Hash: Hashable, Sendable {
  // Four words, so that a hash lies inside the value that holds it.
  fileprivate let first: UInt64
  fileprivate let second: UInt64
  fileprivate let third: UInt64
  fileprivate let fourth: UInt64

  /// The number of bytes of a hash.
  public static let size = 32

  /// 32 zero bytes: what comes before the first record.
  public static let genesis = Hash(first: 0, second: 0, third: 0, fourth: 0)

  private init(first: UInt64, second: UInt64, third: UInt64, fourth: UInt64) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// Whether it is the same hash, found out in a time that does not tell how much of it is.
  public func matches(_ other: Hash) -> Bool {
    (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
      | (fourth ^ other.fourth) == 0
  }

  /// Nil unless there are exactly 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    // An array whatever it was: a generic loop costs many times the digest itself.
    self.init(array: Array(bytes))
  }

  private init?(array bytes: [UInt8]) {
    guard bytes.count == Hash.size else { return nil }
    func word(_ place: Int) -> UInt64 {
      var word: UInt64 = 0
      for byte in bytes[(8 * place)..<(8 * place + 8)] { word = word << 8 | UInt64(byte) }
      return word
    }
    self.init(first: word(0), second: word(1), third: word(2), fourth: word(3))
  }

  /// The SHA-256 digest of the bytes.
  public init(of bytes: [UInt8]) {
    var words = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for byte in SHA256.hash(data: bytes) {
      words.0 = words.0 << 8 | words.1 >> 56
      words.1 = words.1 << 8 | words.2 >> 56
      words.2 = words.2 << 8 | words.3 >> 56
      words.3 = words.3 << 8 | UInt64(byte)
    }
    self.init(first: words.0, second: words.1, third: words.2, fourth: words.3)
  }

  /// Nil unless the text is 64 hexadecimal digits, of either case.
  public init?(hex: some StringProtocol) {
    let digits = hex.utf8.compactMap(\.hexadecimalValue)
    guard digits.count == 2 * Hash.size, hex.utf8.count == digits.count else { return nil }
    self.init(
      bytes: stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  /// The 32 bytes, in order.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Hash.size)
    bytes.append(self)
    return bytes
  }
}

extension [UInt8] {
  mutating func append(_ hash: Hash) {
    append(bigEndian: hash.first)
    append(bigEndian: hash.second)
    append(bigEndian: hash.third)
    append(bigEndian: hash.fourth)
  }

  mutating func append(bigEndian word: UInt64) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 8
      append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}

extension Hash: CustomStringConvertible {
  /// 64 hexadecimal digits in lower case.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
