/// The end of the chain: the last record's revision and hash. Noted down elsewhere, it shows later
/// that nobody has rewritten what came before.
public struct Head: Hashable, Sendable {
  /// The number of records, 0 for none.
  public let revision: Int
  public let hash: Hash

  /// The head of an empty journal: revision 0 and 32 zero bytes.
  public static let genesis = Head(revision: 0, hash: .genesis)

  public init(revision: Int, hash: Hash) {
    self.revision = revision
    self.hash = hash
  }

  /// Nil unless the text is `REVISION:HASH`, a decimal number and 64 hexadecimal digits.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }),
      let revision = Int(parts[0]), let hash = Hash(hex: parts[1])
    else { return nil }
    self.init(revision: revision, hash: hash)
  }

  /// Why the record cannot come right after this head, nil when it can.
  func reasonAgainst(_ record: Record) -> String? {
    if record.revision != revision + 1 {
      "revision \(record.revision) stands where \(revision + 1) belongs"
    } else if record.previous != hash {
      "it names \(record.previous) as the hash of the record before, which is \(hash)"
    } else {
      nil
    }
  }
}

extension Head: CustomStringConvertible {
  /// `REVISION:HASH`.
  public var description: String { "\(revision):\(hash)" }
}
