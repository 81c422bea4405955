import Testing

@testable import TandemJournal

@Suite("Records")
struct RecordTests {
  // Made with Python's struct and hashlib from the layout in Record's documentation.
  @Test("the hash is the documented one")
  func documented() throws {
    var fields = Fields()
    fields.time = -5
    fields.actor = "zoë"
    fields.requestID = "r-1"
    fields.events = Array(#"[{"é":1}]"#.utf8)
    let first = try fields.next()
    #expect(
      first.hash.description == "92a4df8cfcd359014fb58383458c9b6ea658898402619fd1c790fc6542f09144")
    fields = Fields()
    fields.actor = ""
    fields.requestID = "r-1"
    fields.policyVersion = 0
    fields.events = []
    let second = try fields.next(after: first.head)
    #expect(
      second.hash.description == "e29f15c85bdbef785bceb5051183931692eb51bc7792bb08338298271837cfc0")
    #expect(second.head == Head(revision: 2, hash: second.hash))
  }

  @Test("a record read back is the one that was made")
  func readBack() throws {
    let record = try Fields().next()
    #expect(try Fields(record).stored(with: record.hash) == record)
  }

  static let changes: [@Sendable (inout Fields) -> Void] = [
    { $0.revision = 2 }, { $0.time += 1 }, { $0.actor += "x" }, { $0.requestID = "request-2" },
    { $0.requestDigest = .genesis }, { $0.policyVersion += 1 }, { $0.events[3] ^= 1 },
    { $0.previous = Hash(of: []) },
    // The bytes of all texts together stay the same.
    { ($0.actor, $0.requestID) = ("coordinato", "rrequest-1") },
    // Equal for Swift, other bytes.
    { $0.events = Array(#"[{"kind":"expert","name":"zoe\#u{308}"}]"#.utf8) },
  ]

  @Test("any changed field is damage at its revision", arguments: changes.indices)
  func changed(index: Int) throws {
    let record = try Fields().next()
    var fields = Fields(record)
    RecordTests.changes[index](&fields)
    let error = #expect(throws: JournalError.self) { try fields.stored(with: record.hash) }
    #expect(error?.kind == .damaged(fields.revision))
  }

  @Test("a changed hash is damage at its revision")
  func changedHash() throws {
    let error = #expect(throws: JournalError.self) { try Fields().stored(with: .genesis) }
    #expect(error?.kind == .damaged(1))
  }

  @Test("a format that the program does not know is newer", arguments: [0, 2, Int.max])
  func newer(version: Int) throws {
    var fields = Fields()
    fields.formatVersion = version
    let error = #expect(throws: JournalError.self) { try fields.stored(with: .genesis) }
    #expect(error?.kind == .newer)
  }

  static let unfitTexts: [@Sendable (inout Fields) -> Void] = [
    { $0.actor = "a\0b" }, { $0.requestID = "\0" }, { $0.events = [0x22, 0x00, 0x22] },
    { $0.events = [0x22, 0xC3, 0x22] }, { $0.events = [0xED, 0xA0, 0x80] },
    { $0.events = Array(repeating: 0x20, count: Record.largestSize + 1) },
  ]

  @Test(
    "what a text column cannot give back is refused, and damage when read",
    arguments: unfitTexts.indices
  )
  func unfit(index: Int) throws {
    var fields = Fields()
    RecordTests.unfitTexts[index](&fields)
    let refusal = #expect(throws: JournalError.self) { try fields.next() }
    #expect(refusal?.kind == .refused)
    let damage = #expect(throws: JournalError.self) { try fields.stored(with: .genesis) }
    #expect(damage?.kind == .damaged(1))
  }

  @Test("the largest record is one of largestSize bytes in actor, request id and events")
  func largest() throws {
    var fields = Fields()
    let others = fields.actor.utf8.count + fields.requestID.utf8.count
    fields.events = Array(repeating: 0x20, count: Record.largestSize - others)
    #expect(try fields.next().events.count == Record.largestSize - others)
    fields.actor += "x"
    #expect(throws: JournalError.self) { try fields.next() }
  }
}
