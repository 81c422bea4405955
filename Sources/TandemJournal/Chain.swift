/// Walks a chain from a head on and stops at the first record that does not belong.
///
/// A record's own hash was checked when it was read; here revisions follow by one, each record names
/// the hash of the one before, and a head that was noted down is found in its place.
public struct Chain: Sendable {
  /// The end of what has been walked.
  public private(set) var head: Head
  private let expected: Head?

  public init(from head: Head = .genesis, expecting expected: Head? = nil) {
    self.head = head
    self.expected = expected
  }

  /// Goes one record on. Throws `damaged` when the record does not follow, and `unexpected` when the
  /// walk stands at the expected head's revision with another hash.
  public mutating func follow(_ record: Record) throws(JournalError) {
    try compare()
    if let reason = head.reasonAgainst(record) {
      throw .damaged(revision: head.revision + 1, reason)
    }
    head = record.head
  }

  /// Ends the walk. Throws `unexpected` as `follow` does, and when the walk did not get as far as
  /// the expected head.
  public func finish() throws(JournalError) {
    try compare()
    if let expected, expected.revision > head.revision {
      throw .unexpected(
        expected, "it ends at revision \(head.revision), so what came after is missing")
    }
  }

  private func compare() throws(JournalError) {
    if let expected, expected.revision == head.revision, expected.hash != head.hash {
      throw .unexpected(
        expected,
        "revision \(head.revision) has the hash \(head.hash), so it or one before was changed")
    }
  }
}

extension Chain {
  /// The head that a journal has after these records. Throws `notNext` at the first that does not
  /// follow.
  package static func head(after records: [Record], from head: Head) throws(JournalError) -> Head {
    var head = head
    for record in records {
      if let reason = head.reasonAgainst(record) {
        throw .notNext(revision: record.revision, reason)
      }
      head = record.head
    }
    return head
  }
}
