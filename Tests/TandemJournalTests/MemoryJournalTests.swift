import Synchronization
import Testing

@testable import TandemJournal

@Suite("The journal in memory")
struct MemoryJournalTests {
  @Test(
    "an append that is made to fail leaves nothing, and works when repeated",
    arguments: [JournalError.full("no room"), .unavailable("no answer")])
  func fault(error: JournalError) throws {
    let faults = Mutex([nil, error, nil])
    let journal = MemoryJournal { _ in faults.withLock { $0.removeFirst() } }
    let records = try chain(of: 3)
    try journal.append(Array(records[..<1]))
    #expect(throws: error) { try journal.append(Array(records[1...])) }
    #expect(journal.head == records[0].head)
    #expect(journal.record(actor: "coordinator", requestID: "request-2") == nil)
    try journal.append(Array(records[1...]))
    #expect(journal.head == records[2].head)
  }

  @Test("the fault sees the batch")
  func seesBatch() throws {
    let seen = Mutex<[Record]>([])
    let journal = MemoryJournal { records in
      seen.withLock { $0 += records }
      return nil
    }
    let records = try chain(of: 3)
    try journal.append(records)
    #expect(seen.withLock { $0 } == records)
  }
}
