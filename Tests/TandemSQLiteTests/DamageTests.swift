import Foundation
import Testing

@testable import TandemJournal
@testable import TandemSQLite

import struct TandemJournal.Record

@Suite("Damage")
struct DamageTests {
  private static let pageSize = 4096

  /// The bytes of a closed journal, and what was put into it.
  private func journal(_ directory: String) throws -> (Data, [Record], [SubjectKey]) {
    let journal = try SQLiteJournal(directory: directory)
    // Small records share a page, large ones spill over several.
    var records = try chain(of: 40, size: 300)
    records += try chain(of: 2, after: records[39].head, size: 9_000)
    records += try chain(of: 20, after: records[41].head, size: 60)
    let keys = try (10..<30).map { try subjectKey("person-\($0)", UInt8($0)) }
    try journal.append(records, keys: keys)
    let path = journal.file.path
    try journal.close()
    return (try Data(contentsOf: URL(fileURLWithPath: path)), records, keys)
  }

  private enum Outcome: Equatable { case found, same, lost(String) }

  private func outcome(
    _ bytes: Data, in directory: String, _ records: [Record], _ keys: [SubjectKey]
  ) throws -> Outcome {
    let path = directory + "/flipped.sqlite"
    for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
    try bytes.write(to: URL(fileURLWithPath: path))
    var seen: [Record] = []
    var seenKeys: [SubjectKey] = []
    let error = journalError {
      try JournalFile(path: path).verify(keys: { seenKeys = $0 }, record: { seen.append($0) })
    }
    if let error {
      let told: Bool =
        switch error.kind {
        case .damaged, .newer, .unavailable: true
        default: false
        }
      return told ? .found : .lost("\(error)")
    }
    if seen == records && seenKeys == keys { return .same }
    return .lost("\(seen.count) records and \(seenKeys.count) keys were taken for good")
  }

  @Test("a flipped bit anywhere is found, or nothing was lost by it")
  func anywhere() throws {
    try withDirectory { directory in
      let (bytes, records, keys) = try journal(directory)
      let seed = UInt64.random(in: 0...UInt64.max)
      var generator = Seeded(state: seed)
      var found = 0
      // All of the header and the starts of pages, where one bit means most; else every 61st byte.
      let places = bytes.indices.filter {
        $0 < 100 || $0 % DamageTests.pageSize < 16 || $0 % 61 == Int(seed % 61)
      }
      for place in places {
        var flipped = bytes
        flipped[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        let outcome = try outcome(flipped, in: directory, records, keys)
        if case .lost(let how) = outcome { Issue.record("seed \(seed), byte \(place): \(how)") }
        if outcome == .found { found += 1 }
      }
      #expect(found > places.count / 2, "seed \(seed): \(found) of \(places.count)")
    }
  }

  @Test("a flipped bit in events is found at its revision", arguments: [1, 17, 41, 62])
  func events(revision: Int) throws {
    try withDirectory { directory in
      let (bytes, _, _) = try journal(directory)
      let text = Data("\"revision\":\(revision),".utf8)
      let place = try #require(bytes.range(of: text)).lowerBound
      var flipped = bytes
      flipped[place] ^= 1
      try flipped.write(to: URL(fileURLWithPath: directory + "/tandem.sqlite"))
      #expect(
        journalError { _ = try SQLiteJournal(directory: directory) }?.kind == .damaged(revision))
    }
  }

  @Test("a file that was cut is found", arguments: 1...9)
  func cut(tenths: Int) throws {
    try withDirectory { directory in
      let (bytes, records, keys) = try journal(directory)
      for length in [bytes.count * tenths / 10, bytes.count / 4096 * tenths / 10 * 4096 + 4096] {
        let outcome = try outcome(Data(bytes.prefix(length)), in: directory, records, keys)
        #expect(length >= bytes.count || outcome == .found, "\(length) bytes")
      }
    }
  }

  @Test("a page that was lost, or written to another's place, is found")
  func pages() throws {
    try withDirectory { directory in
      let (bytes, records, keys) = try journal(directory)
      let count = bytes.count / DamageTests.pageSize
      func page(_ number: Int) -> Range<Int> {
        number * DamageTests.pageSize..<(number + 1) * DamageTests.pageSize
      }
      for number in 0..<count {
        var lost = bytes
        lost.replaceSubrange(page(number), with: Data(count: DamageTests.pageSize))
        #expect(try outcome(lost, in: directory, records, keys) == .found, "page \(number) lost")
        var moved = bytes
        moved.replaceSubrange(page(number), with: bytes[page((number + 1) % count)])
        #expect(try outcome(moved, in: directory, records, keys) == .found, "page \(number) moved")
      }
    }
  }
}

/// SplitMix64: a failure is repeated from the seed that it prints.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
