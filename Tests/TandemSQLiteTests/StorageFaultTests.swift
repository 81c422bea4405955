import Foundation
import GRDB
import Testing

@testable import TandemJournal
@testable import TandemSQLite

import struct TandemJournal.Record

@Suite("When the storage fails")
struct StorageFaultTests {
  @Test("a full journal keeps nothing of the batch, is read on, and goes on when there is room")
  func full() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      let records = try chain(of: 64, size: 500)
      try journal.append(Array(records[..<8]))
      try journal.pool.writeWithoutTransaction { database in
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
      }
      for _ in 1...2 {
        let error = journalError {
          try journal.append(Array(records[8...]), keys: [subjectKey("zoe")])
        }
        #expect(error?.kind == .full)
        #expect(journal.head == records[7].head)
        #expect(try journal.all() == Array(records[..<8]))
        #expect(try journal.keys().isEmpty)
      }
      try journal.append(Array(records[8..<10]))
      try journal.pool.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA max_page_count = 1000000")
      }
      try journal.append(Array(records[10...]), keys: [subjectKey("zoe")])
      try journal.close()
      #expect(try JournalFile(directory: directory).verify() == records[63].head)
    }
  }

  @Test("a file that cannot be written is unavailable, and the head stays")
  func readOnly() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      let records = try chain(of: 2)
      try journal.append(Array(records[..<1]))
      try journal.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
      #expect(journalError { try journal.append(Array(records[1...])) }?.kind == .unavailable)
      #expect(journal.head == records[0].head)
      try journal.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = OFF") }
      try journal.append(Array(records[1...]))
      #expect(try journal.all() == records)
    }
  }

  @Test("records that another program has added stop the appends until a restart")
  func otherWriter() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      let records = try chain(of: 3)
      try journal.append(Array(records[..<1]))
      try journal.pool.writeWithoutTransaction { try $0.insert(records[1]) }
      for _ in 1...2 {
        let other = try Record(
          after: records[0].head, time: 0, actor: "ann", requestID: "r", requestDigest: .genesis,
          policyVersion: 1, events: [])
        let error = journalError { try journal.append([other]) }
        #expect(error?.kind == .unavailable)
        #expect(error?.description.contains("restart") == true)
        #expect(
          journalError { try journal.append([], keys: [subjectKey("zoe")]) }?.kind == .unavailable)
        #expect(journal.head == records[0].head)
        #expect(try journal.all() == Array(records[..<1]))
        #expect(try journal.record(actor: records[1].actor, requestID: "request-2") == nil)
      }
      try journal.close()
      let reopened = try SQLiteJournal(directory: directory)
      #expect(reopened.head == records[1].head)
      try reopened.append(Array(records[2...]))
      #expect(try reopened.all() == records)
    }
  }

  @Test("records that go missing while the journal is open are damage, not an end")
  func missing() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 9))
      try journal.pool.writeWithoutTransaction {
        try $0.execute(sql: "DELETE FROM record WHERE revision IN (4, 9)")
      }
      #expect(journalError { _ = try journal.all() }?.kind == .damaged(4))
      #expect(journalError { _ = try journal.all(from: 5) }?.kind == .damaged(9))
      #expect(try journal.all(from: 5, through: 8).count == 4)
    }
  }

  // A process of its own, because the limit is the whole process's.
  @Test("an error of the disk keeps nothing of the batch, and the journal goes on afterwards")
  func diskError() async {
    await #expect(processExitsWith: .success) {
      try withDirectory { directory in
        signal(SIGXFSZ, SIG_IGN)
        let journal = try SQLiteJournal(directory: directory)
        let records = try chain(of: 300, size: 500)
        try journal.append(Array(records[..<1]))
        let log = try #require(try size(of: journal.file.path + "-wal"))
        // Each limit ends the batch's writes at another place, some inside a page.
        for allowance in stride(from: 0, to: 60_000, by: 7_001) {
          try withFileSizeLimit(log + allowance) {
            let error = journalError {
              try journal.append(Array(records[1...]), keys: [subjectKey("zoe")])
            }
            #expect(error?.kind == .unavailable, "allowance \(allowance): \(error as Any)")
          }
          #expect(journal.head == records[0].head)
          #expect(try journal.all() == Array(records[..<1]))
        }
        try journal.append(Array(records[1...]), keys: [subjectKey("zoe")])
        #expect(try journal.all() == records)
        try journal.close()
        let reopened = try SQLiteJournal(directory: directory)
        #expect(reopened.head == records[299].head)
        #expect(try reopened.keys() == [subjectKey("zoe")])
      }
    }
  }
}

private func withFileSizeLimit(_ bytes: Int, _ body: () throws -> Void) throws {
  var limit = rlimit()
  #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
  #else
    let resource = RLIMIT_FSIZE
  #endif
  #expect(getrlimit(resource, &limit) == 0)
  let unlimited = limit
  limit.rlim_cur = rlim_t(bytes)
  #expect(setrlimit(resource, &limit) == 0)
  defer {
    var limit = unlimited
    #expect(setrlimit(resource, &limit) == 0)
  }
  try body()
}
