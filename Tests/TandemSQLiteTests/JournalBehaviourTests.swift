import Testing

@testable import TandemJournal
@testable import TandemSQLite

/// What every journal does, wherever it keeps its records.
@Suite("Every journal")
struct JournalBehaviourTests {
  enum Kind: CaseIterable { case memory, sqlite }

  private func with(_ kind: Kind, _ body: (any Journal) throws -> Void) throws {
    switch kind {
    case .memory: try body(MemoryJournal())
    case .sqlite: try withDirectory { try body(SQLiteJournal(directory: $0)) }
    }
  }

  @Test("is empty at first", arguments: Kind.allCases)
  func empty(kind: Kind) throws {
    try with(kind) { (journal) throws in
      #expect(journal.head == .genesis)
      #expect(try journal.all().isEmpty)
      #expect(try journal.keys().isEmpty)
      #expect(try journal.record(actor: "coordinator-1", requestID: "request-1") == nil)
    }
  }

  @Test("gives back what was appended, in order and byte for byte", arguments: Kind.allCases)
  func appended(kind: Kind) throws {
    try with(kind) { journal in
      let records = try chain(of: 7)
      try journal.append(Array(records[..<3]), keys: [subjectKey("zoe", 1)])
      #expect(journal.head == records[2].head)
      try journal.append([], keys: [])
      #expect(journal.head == records[2].head)
      try journal.append(Array(records[3...]), keys: [subjectKey("ann", 2), subjectKey("Zoe", 3)])
      #expect(journal.head == records[6].head)
      #expect(try journal.all() == records)
      #expect(
        try journal.keys() == [subjectKey("Zoe", 3), subjectKey("ann", 2), subjectKey("zoe", 1)])
    }
  }

  @Test(
    "gives back awkward texts byte for byte", arguments: Kind.allCases,
    ["", "\"", "zoe\u{308} zoë", "\u{1}\u{7F}\u{FFFD}\u{10FFFF}\u{FEFF}", " \t\r\n", "'; --", "1"])
  func awkward(kind: Kind, text: String) throws {
    try with(kind) { journal in
      let record = try Record(
        after: .genesis, time: .min, actor: text, requestID: text, requestDigest: .genesis,
        policyVersion: .max, events: Array(text.utf8))
      try journal.append([record])
      let found = try journal.all()
      #expect(found == [record])
      #expect(found.map(\.events) == [Array(text.utf8)])
      #expect(try journal.record(actor: text, requestID: text) == record)
    }
  }

  @Test(
    "reads from a revision through another", arguments: Kind.allCases,
    [
      (1, nil, 1...5), (0, nil, 1...5), (-3, 2, 1...2), (3, nil, 3...5), (2, 4, 2...4),
      (5, 5, 5...5),
      (4, 99, 4...5),
    ] as [(Int, Int?, ClosedRange<Int>)])
  func ranges(kind: Kind, range: (from: Int, through: Int?, revisions: ClosedRange<Int>)) throws {
    try with(kind) { journal in
      try journal.append(chain(of: 5))
      #expect(
        try journal.all(from: range.from, through: range.through).map(\.revision)
          == Array(range.revisions))
    }
  }

  @Test(
    "reads nothing where there is nothing", arguments: Kind.allCases,
    [(6, nil), (99, nil), (1, 0), (4, 3), (1, -1), (6, 9)] as [(Int, Int?)])
  func emptyRanges(kind: Kind, range: (from: Int, through: Int?)) throws {
    try with(kind) { journal in
      try journal.append(chain(of: 5))
      #expect(try journal.all(from: range.from, through: range.through).isEmpty)
    }
  }

  @Test("stops reading where the reader throws, and passes the error on", arguments: Kind.allCases)
  func stops(kind: Kind) throws {
    struct Enough: Error {}
    try with(kind) { journal in
      try journal.append(chain(of: 5))
      var seen: [Int] = []
      #expect(throws: Enough.self) {
        try journal.records { record in
          seen.append(record.revision)
          if record.revision == 2 { throw Enough() }
        }
      }
      #expect(seen == [1, 2])
    }
  }

  @Test(
    "takes appends while it is read, and the reader sees none of them", arguments: Kind.allCases)
  func readWhileAppending(kind: Kind) throws {
    try with(kind) { journal in
      let records = try chain(of: 6)
      try journal.append(Array(records[..<3]))
      var seen: [Record] = []
      try journal.records { record in
        if record.revision == 1 { try journal.append(Array(records[3...])) }
        seen.append(record)
      }
      #expect(seen == Array(records[..<3]))
      #expect(try journal.all() == records)
    }
  }

  @Test("can be asked while it is read", arguments: Kind.allCases)
  func askWhileReading(kind: Kind) throws {
    try with(kind) { journal in
      let records = try chain(of: 3)
      try journal.append(records, keys: [subjectKey("zoe")])
      try journal.records { record in
        let again = try journal.record(actor: record.actor, requestID: record.requestID)
        #expect(again == record)
        let keys = try journal.keys()
        #expect(try keys == [subjectKey("zoe")])
        let others = try journal.all(from: record.revision)
        #expect(others.count == 4 - record.revision)
      }
    }
  }

  @Test("finds a request under its own actor only", arguments: Kind.allCases)
  func request(kind: Kind) throws {
    try with(kind) { journal in
      let records = try chain(of: 4)
      try journal.append(records)
      #expect(try journal.record(actor: "coordinator-2", requestID: "request-2") == records[1])
      #expect(try journal.record(actor: "coordinator-1", requestID: "request-2") == nil)
      #expect(try journal.record(actor: "coordinator-2", requestID: "Request-2") == nil)
    }
  }

  @Test("keeps nothing of a batch whose request is repeated", arguments: Kind.allCases, [0, 1, 4])
  func repeated(kind: Kind, place: Int) throws {
    try with(kind) { journal in
      let first = try chain(of: 1)
      try journal.append(first)
      var batch = try chain(of: place, after: first[0].head)
      batch.append(
        try Record(
          after: batch.last?.head ?? first[0].head, time: 0, actor: first[0].actor,
          requestID: first[0].requestID, requestDigest: .genesis, policyVersion: 1, events: []))
      #expect(throws: JournalError.repeated(actor: first[0].actor, requestID: "request-1")) {
        try journal.append(batch, keys: [subjectKey("zoe")])
      }
      #expect(journal.head == first[0].head)
      #expect(try journal.all() == first)
      #expect(try journal.keys().isEmpty)
      let next = try chain(of: 3, after: first[0].head)
      try journal.append(next)
      #expect(try journal.all() == first + next)
    }
  }

  @Test("refuses a request twice in one batch", arguments: Kind.allCases)
  func repeatedInBatch(kind: Kind) throws {
    try with(kind) { journal in
      func record(after head: Head) throws -> Record {
        try Record(
          after: head, time: 0, actor: "ann", requestID: "r", requestDigest: .genesis,
          policyVersion: 1, events: [])
      }
      let first = try record(after: .genesis)
      #expect(throws: JournalError.repeated(actor: "ann", requestID: "r")) {
        try journal.append([first, record(after: first.head)])
      }
      #expect(journal.head == .genesis)
    }
  }

  @Test("tells two spellings of one letter apart, as bytes do", arguments: Kind.allCases)
  func spellings(kind: Kind) throws {
    try with(kind) { journal in
      var records: [Record] = []
      for actor in ["zo\u{EB}", "zoe\u{308}"] {
        records.append(
          try Record(
            after: records.last?.head ?? .genesis, time: 0, actor: actor, requestID: "r",
            requestDigest: .genesis, policyVersion: 1, events: []))
      }
      try journal.append(records, keys: [subjectKey("zo\u{EB}"), subjectKey("zoe\u{308}")])
      #expect(try journal.record(actor: "zo\u{EB}", requestID: "r")?.revision == 1)
      #expect(try journal.record(actor: "zoe\u{308}", requestID: "r")?.revision == 2)
      #expect(try journal.keys().map { Array($0.subject.utf8).count } == [5, 4])
    }
  }

  @Test(
    "refuses records that do not follow, at the first of them", arguments: Kind.allCases,
    [[2], [1, 3], [1, 1], [2, 1], [1, 2, 4]])
  func notNext(kind: Kind, order: [Int]) throws {
    try with(kind) { journal in
      let records = try chain(of: 4)
      let place = zip(order, 1...).first { $0 != $1 }.map(\.0)
      let error = journalError { try journal.append(order.map { records[$0 - 1] }) }
      #expect(error?.kind == place.map { .notNext($0) })
      #expect(journal.head == .genesis)
      #expect(try journal.all().isEmpty)
    }
  }

  @Test("refuses a record that was made for another past", arguments: Kind.allCases)
  func otherPast(kind: Kind) throws {
    try with(kind) { journal in
      let past = try chain(of: 2)
      try journal.append(Array(past[..<1]))
      let other = try chain(of: 1, after: Head(revision: 1, hash: past[1].hash))
      #expect(journalError { try journal.append(other) }?.kind == .notNext(2))
      #expect(try journal.all() == Array(past[..<1]))
    }
  }

  @Test("refuses a second key for a subject, with all that came along", arguments: Kind.allCases)
  func secondKey(kind: Kind) throws {
    try with(kind) { journal in
      try journal.append([], keys: [subjectKey("zoe", 1)])
      let error = journalError {
        try journal.append(chain(of: 1), keys: [subjectKey("ann", 2), subjectKey("zoe", 3)])
      }
      #expect(error?.kind == .refused)
      #expect(
        journalError { try journal.append([], keys: [subjectKey("ann"), subjectKey("ann")]) }?.kind
          == .refused)
      #expect(journal.head == .genesis)
      #expect(try journal.keys() == [subjectKey("zoe", 1)])
    }
  }

  @Test("takes a batch of 512 and records of a megabyte", arguments: Kind.allCases)
  func large(kind: Kind) throws {
    try with(kind) { journal in
      let many = try chain(of: 512)
      let big = try chain(of: 3, after: many[511].head, size: 1 << 20)
      try journal.append(many)
      try journal.append(big)
      let all = many + big
      #expect(try journal.all() == all)
      #expect(try journal.all(from: 256, through: 514) == Array(all[255..<514]))
    }
  }
}
