import Foundation
import GRDB
import TandemJournal

import struct TandemJournal.Record

extension Database {
  // As a blob the text comes back byte for byte; a text would be mended where it is not UTF-8.
  private static let columns = """
    revision, format, time, actor, request_id, request_digest, policy_version, \
    CAST(events AS BLOB), previous, hash
    """

  /// The end of the chain as the file has it.
  func head() throws -> Head {
    let newest = try cachedStatement(
      sql: "SELECT revision, hash FROM record ORDER BY revision DESC LIMIT 1")
    guard let row = try Row.fetchOne(newest) else { return .genesis }
    guard let revision = row.whole(0), let hash = row.hash(1) else {
      throw JournalError.damaged(revision: row.whole(0), "its hash is missing")
    }
    return Head(revision: revision, hash: hash)
  }

  /// Hands over the records of these revisions while `body` returns true. Throws `damaged` at a gap
  /// or where the file cannot be read; an end before `last` is none of its business.
  func forEachRecord(
    from first: Int, through last: Int, _ body: (Record) throws -> Bool
  ) throws {
    let statement = try cachedStatement(
      sql: """
        SELECT \(Database.columns) FROM record WHERE revision BETWEEN ? AND ? ORDER BY revision
        """)
    let rows = try Row.fetchCursor(statement, arguments: [first, last])
    var revision = first
    while let row = try next(of: rows, at: revision) {
      let record = try record(row, near: revision)
      guard record.revision == revision else {
        throw JournalError.damaged(
          revision: revision, "it is missing, and \(record.revision) comes next")
      }
      guard try body(record) else { return }
      revision += 1
    }
  }

  func record(actor: String, requestID: String, through last: Int) throws -> Record? {
    let statement = try cachedStatement(
      sql: """
        SELECT \(Database.columns) FROM record
        WHERE actor = ? AND request_id = ? AND revision <= ?
        """)
    let row = try Row.fetchOne(statement, arguments: [actor, requestID, last])
    return try row.map { try record($0, near: $0.whole(0)) }
  }

  func insert(_ record: Record) throws {
    let statement = try cachedStatement(
      sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    do {
      try statement.execute(arguments: [
        record.revision, record.formatVersion, record.time, record.actor, record.requestID,
        Data(record.requestDigest.bytes), record.policyVersion,
        String(decoding: record.events, as: UTF8.self), Data(record.previous.bytes),
        Data(record.hash.bytes),
      ])
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw JournalError.repeated(actor: record.actor, requestID: record.requestID)
    }
  }

  /// All keys. Throws `damaged` when one is not what was written.
  func subjectKeys() throws -> [SubjectKey] {
    let statement = try cachedStatement(
      sql: "SELECT subject, key, digest FROM subject_key ORDER BY subject")
    return try Row.fetchAll(statement).map { row in
      let subject = String.fromDatabaseValue(row[0]) ?? ""
      let secret = Data.fromDatabaseValue(row[1]).map(Array.init) ?? []
      guard let key = SubjectKey(subject: subject, key: secret), row.hash(2) == key.digest else {
        throw JournalError.damaged(
          revision: nil, "the key of \(subject) was changed; \(JournalError.remedy)")
      }
      return key
    }
  }

  func insert(_ key: SubjectKey) throws {
    let statement = try cachedStatement(sql: "INSERT INTO subject_key VALUES (?, ?, ?)")
    do {
      try statement.execute(arguments: [key.subject, Data(key.key), Data(key.digest.bytes)])
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
    {
      throw JournalError.secondKey(of: key.subject)
    }
  }

  private func next(of rows: RowCursor, at revision: Int) throws -> Row? {
    do {
      return try rows.next()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      throw JournalError.damaged(
        revision: revision, "\(error.message ?? "SQLite cannot read it"); \(JournalError.remedy)")
    }
  }

  private func record(_ row: Row, near revision: Int?) throws -> Record {
    guard let number = row.whole(0), let format = row.whole(1), let time = row.whole(2),
      let actor = String.fromDatabaseValue(row[3]),
      let requestID = String.fromDatabaseValue(row[4]), let digest = row.hash(5),
      let policyVersion = row.whole(6), let events = Data.fromDatabaseValue(row[7]),
      let previous = row.hash(8), let hash = row.hash(9)
    else { throw JournalError.damaged(revision: revision, "a field is not of its kind") }
    return try Record(
      formatVersion: format, revision: number, time: Int64(time), actor: actor,
      requestID: requestID, requestDigest: digest, policyVersion: policyVersion,
      events: Array(events), previous: previous, storedHash: hash)
  }
}

extension Row {
  // The subscripts for a type end the process when the value has another one, as damage may have it.
  fileprivate func whole(_ column: Int) -> Int? { Int.fromDatabaseValue(self[column]) }

  fileprivate func hash(_ column: Int) -> Hash? {
    Data.fromDatabaseValue(self[column]).flatMap { Hash(bytes: $0) }
  }
}

extension SubjectKey {
  fileprivate var digest: Hash { Hash(of: key + Array(subject.utf8)) }
}
