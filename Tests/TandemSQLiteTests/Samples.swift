import Foundation
import TandemJournal

/// Records that follow a head, `size` bytes of events each.
func chain(of count: Int, after head: Head = .genesis, size: Int = 40) throws -> [Record] {
  var head = head
  return try (0..<count).map { _ in
    let number = head.revision + 1
    let text = "[{\"kind\":\"noted\",\"revision\":\(number),\"name\":\"zoë\"}"
    let padding = String(repeating: " ", count: max(0, size - text.utf8.count - 1))
    let record = try Record(
      after: head, time: 1_700_000_000_000 + Int64(number), actor: "coordinator-\(number % 3)",
      requestID: "request-\(number)", requestDigest: Hash(of: Array("\(number)".utf8)),
      policyVersion: number / 3, events: Array((text + padding + "]").utf8))
    head = record.head
    return record
  }
}

func subjectKey(_ subject: String, _ byte: UInt8 = 7) throws -> SubjectKey {
  guard let key = SubjectKey(subject: subject, key: Array(repeating: byte, count: 32)) else {
    throw JournalError.refused("no key: \(subject)")
  }
  return key
}

extension Journal {
  func all(from revision: Int = 1, through last: Int? = nil) throws -> [Record] {
    var found: [Record] = []
    try records(from: revision, through: last) { found.append($0) }
    return found
  }
}

/// Runs the body with a new directory that is gone afterwards.
func withDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
  let path = NSTemporaryDirectory() + "tandem-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// The error that the body throws; nil when it throws none, or one of another type.
func journalError(of body: () throws -> Void) -> JournalError? {
  do {
    try body()
    return nil
  } catch {
    return error as? JournalError
  }
}
