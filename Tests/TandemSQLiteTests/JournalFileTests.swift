import Foundation
import Testing

@testable import TandemJournal
@testable import TandemSQLite

import struct TandemJournal.Record

@Suite("The file without the server")
struct JournalFileTests {
  @Test("is verified while the journal is open, and sees what was appended")
  func whileOpen() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      let file = JournalFile(directory: directory)
      #expect(try file.verify() == .genesis)
      let records = try chain(of: 5)
      try journal.append(records)
      var seen: [Record] = []
      #expect(try file.verify(record: { seen.append($0) }) == records[4].head)
      #expect(seen == records)
      try journal.append(chain(of: 1, after: journal.head))
      #expect(try file.verify().revision == 6)
    }
  }

  @Test("is verified as a killed server left it, its last records only in the log")
  func killed() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory + "/live")
      let records = try chain(of: 50)
      try journal.append(records, keys: [subjectKey("zoe")])
      let left = directory + "/left"
      try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
      for name in ["/tandem.sqlite", "/tandem.sqlite-wal"] {
        try FileManager.default.copyItem(atPath: directory + "/live" + name, toPath: left + name)
      }
      #expect(try JournalFile(directory: left).verify() == records[49].head)
      let reopened = try SQLiteJournal(directory: left)
      #expect(try reopened.all() == records)
      #expect(try reopened.keys() == [subjectKey("zoe")])
    }
  }

  @Test("is compared with a head that was noted down")
  func expected() throws {
    try withDirectory { directory in
      let records = try chain(of: 5)
      try SQLiteJournal(directory: directory).append(Array(records[..<4]))
      let file = JournalFile(directory: directory)
      #expect(try file.verify(expecting: records[1].head) == records[3].head)
      #expect(
        journalError { try file.verify(expecting: records[4].head) }?.kind
          == .unexpected(records[4].head))
      let other = Head(revision: 2, hash: records[2].hash)
      #expect(journalError { try file.verify(expecting: other) }?.kind == .unexpected(other))
    }
  }

  @Test("is unavailable where there is none, and none is made")
  func none() throws {
    try withDirectory { (directory) throws in
      #expect(
        journalError { try JournalFile(directory: directory).verify() }?.kind == .unavailable)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
    }
  }

  @Test("is backed up while the journal is open, and the copy opens as a journal")
  func backUp() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory + "/live")
      let records = try chain(of: 30)
      try journal.append(records, keys: [subjectKey("zoe")])
      let restored = directory + "/restored"
      try FileManager.default.createDirectory(atPath: restored, withIntermediateDirectories: false)
      let copy = restored + "/tandem.sqlite"
      #expect(try journal.file.backUp(to: copy) == records[29].head)
      let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: restored) == ["tandem.sqlite"])
      let reopened = try SQLiteJournal(directory: restored)
      #expect(try reopened.all() == records)
      #expect(try reopened.keys() == [subjectKey("zoe")])
      try reopened.append(chain(of: 1, after: reopened.head))
    }
  }

  @Test("is not backed up over a file, which stays as it is")
  func backUpOver() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      let target = directory + "/copy"
      try Data("mine".utf8).write(to: URL(fileURLWithPath: target))
      #expect(journalError { try journal.file.backUp(to: target) }?.kind == .refused)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    }
  }

  @Test("a backup that does not verify is not left behind")
  func backUpOfDamage() throws {
    try withDirectory { directory in
      let journal = try SQLiteJournal(directory: directory)
      try journal.append(chain(of: 5))
      try journal.pool.writeWithoutTransaction {
        try $0.execute(sql: "UPDATE record SET time = 0 WHERE revision = 3")
      }
      let target = directory + "/copy"
      #expect(journalError { try journal.file.backUp(to: target) }?.kind == .damaged(3))
      #expect(!FileManager.default.fileExists(atPath: target))
    }
  }
}
