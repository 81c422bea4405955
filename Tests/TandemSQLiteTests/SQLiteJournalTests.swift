import Foundation
import GRDB
import Testing

@testable import TandemJournal
@testable import TandemSQLite

import struct TandemJournal.Record

@Suite("The journal in a file")
struct SQLiteJournalTests {
  private func permissions(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("keeps everything from one opening to the next, and hands over keys, then records")
  func reopen() throws {
    try withDirectory { directory in
      let records = try chain(of: 20)
      let keys = try [subjectKey("ann", 1), subjectKey("zoe", 2)]
      for part in [0..<7, 7..<20] {
        let journal = try SQLiteJournal(directory: directory)
        try journal.append(Array(records[part]), keys: [keys[part.lowerBound / 7]])
        try journal.close()
      }
      var foundKeys: [SubjectKey] = []
      var found: [Record] = []
      let journal = try SQLiteJournal(directory: directory) {
        #expect(found.isEmpty)
        foundKeys = $0
      } replay: {
        found.append($0)
      }
      #expect(foundKeys == keys)
      #expect(found == records)
      #expect(journal.head == records[19].head)
      #expect(try journal.all() == records)
    }
  }

  @Test("is not opened when the replay throws, and can be opened then")
  func replayThrows() throws {
    struct Unknown: Error {}
    try withDirectory { directory in
      try SQLiteJournal(directory: directory).append(chain(of: 3))
      #expect(throws: Unknown.self) {
        _ = try SQLiteJournal(
          directory: directory, replay: { if $0.revision == 2 { throw Unknown() } })
      }
      #expect(try SQLiteJournal(directory: directory).head.revision == 3)
    }
  }

  @Test("lets nobody but its owner look into its directory, file, log and lock")
  func modes() throws {
    try withDirectory { parent in
      let directory = parent + "/some/where"
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 1))
      #expect(try permissions(directory) == 0o700)
      for name in ["tandem.sqlite", "tandem.sqlite-wal", "tandem.lock"] {
        #expect(try permissions(directory + "/" + name) == 0o600, "\(name)")
      }
    }
  }

  @Test("flushes each commit of its write-ahead log")
  func settings() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      for (name, value) in [
        ("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"),
        ("foreign_keys", "0"), ("application_id", "\(0x544E_444D)"),
      ] {
        let found = try journal.pool.writeWithoutTransaction {
          try String.fetchOne($0, sql: "PRAGMA \(name)")
        }
        #expect(found == value, "\(name)")
      }
    }
  }

  @Test("stores events as a text that the sqlite3 shell shows")
  func readable() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 1))
      let row = try journal.pool.read {
        try Row.fetchOne(
          $0,
          sql: """
            SELECT typeof(events), json_extract(events, '$[0].name'), lower(hex(hash)) FROM record
            """)
      }
      #expect(
        row == [
          "typeof(events)": "text", "json_extract(events, '$[0].name')": "zoë",
          "lower(hex(hash))": journal.head.hash.description,
        ])
    }
  }

  @Test("is held by one at a time, and names the holder")
  func lock() throws {
    try withDirectory { directory in
      let first = try SQLiteJournal(directory: directory)
      let error = journalError { _ = try SQLiteJournal(directory: directory) }
      #expect(error?.kind == .locked)
      #expect(error?.description.contains("process \(getpid()) holds \(directory)") == true)
      try first.append(chain(of: 1))
      try first.close()
      let second = try SQLiteJournal(directory: directory)
      #expect(second.head.revision == 1)
    }
  }

  @Test("answers unavailable after it was closed")
  func closed() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 1))
      try journal.close()
      #expect(journalError { _ = try journal.all() }?.kind == .unavailable)
      #expect(journalError { _ = try journal.keys() }?.kind == .unavailable)
      #expect(
        journalError { try journal.append(chain(of: 1, after: journal.head)) }?.kind == .unavailable
      )
    }
  }

  @Test("takes a file of an earlier version forward, and an earlier program refuses it then")
  func migration() throws {
    try withDirectory { directory in
      let records = try chain(of: 3)
      let old = try SQLiteJournal(directory: directory)
      try old.append(records, keys: [subjectKey("zoe")])
      try old.close()
      let later = Schema(
        steps: Schema.current.steps + [
          "ALTER TABLE record ADD COLUMN note TEXT; CREATE TABLE more (id INTEGER) STRICT"
        ])
      for _ in 1...2 {
        let journal = try SQLiteJournal(directory: directory, schema: later)
        #expect(try journal.all() == records)
        #expect(try journal.keys() == [subjectKey("zoe")])
        let tables = try journal.pool.read { try $0.tableExists("more") }
        #expect(tables)
        try journal.close()
      }
      let error = journalError { _ = try SQLiteJournal(directory: directory) }
      #expect(error?.kind == .newer)
      #expect(error?.description.contains("version 2") == true)
    }
  }

  @Test("leaves a file alone whose migration fails")
  func failedMigration() throws {
    try withDirectory { directory in
      let old = try SQLiteJournal(directory: directory)
      try old.append(chain(of: 3))
      try old.close()
      let broken = Schema(
        steps: Schema.current.steps + ["CREATE TABLE more (id INTEGER) STRICT; DROP TABLE none"])
      #expect(throws: (any Error).self) {
        _ = try SQLiteJournal(directory: directory, schema: broken)
      }
      #expect(try SQLiteJournal(directory: directory).head.revision == 3)
    }
  }

  @Test(
    "refuses what is no journal of its own",
    arguments: [
      "PRAGMA application_id = 1", "PRAGMA user_version = 0", "PRAGMA user_version = -1",
      "ALTER TABLE record ADD COLUMN note TEXT", "DROP TABLE subject_key",
      "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
      "DELETE FROM record WHERE revision = 2", "DELETE FROM record WHERE revision = 1",
      "UPDATE record SET time = time + 1 WHERE revision = 2",
      "UPDATE record SET hash = x'00' WHERE revision = 3",
      "UPDATE subject_key SET key = zeroblob(32)", "UPDATE subject_key SET subject = 'ann'",
    ])
  func foreign(sql: String) throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 3), keys: [subjectKey("zoe")])
      try journal.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
      try journal.close()
      let error = journalError { _ = try SQLiteJournal(directory: directory) }
      guard case .damaged? = error?.kind else {
        Issue.record("\(error as Any)")
        return
      }
    }
  }

  @Test("takes an empty file, or a log without its file, for damage and not for a beginning")
  func emptied() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 3))
      let path = journal.file.path
      try journal.close()
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(journalError { _ = try SQLiteJournal(directory: directory) }?.kind == .damaged(nil))
      try FileManager.default.moveItem(atPath: path, toPath: path + "-wal")
      #expect(journalError { _ = try SQLiteJournal(directory: directory) }?.kind == .damaged(nil))
    }
  }

  @Test("begins anew where a beginning was broken off")
  func brokenBeginning() throws {
    try withDirectory { directory in
      try Data("half".utf8).write(to: URL(fileURLWithPath: directory + "/tandem.sqlite.new"))
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 1))
      #expect(journal.head.revision == 1)
    }
  }

  @Test("an erased key leaves no trace in the file, and the chain still verifies")
  func erased() throws {
    try withDirectory { directory in
      let secret = Data((0..<32).map { UInt8($0 * 7 + 1) })
      let key = try #require(SubjectKey(subject: "zoe", key: Array(secret)))
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 3), keys: [key])
      _ = try journal.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      let url = URL(fileURLWithPath: journal.file.path)
      #expect(try Data(contentsOf: url).range(of: secret) != nil)
      try journal.pool.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM subject_key") }
      try journal.close()
      #expect(try Data(contentsOf: url).range(of: secret) == nil)
      #expect(try JournalFile(directory: directory).verify().revision == 3)
    }
  }
}
