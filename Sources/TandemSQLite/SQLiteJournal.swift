import Foundation
import GRDB
import Synchronization
import TandemJournal

import struct TandemJournal.Record

/// The journal in one SQLite file, `tandem.sqlite` in a data directory that it keeps for itself.
///
/// An append is one transaction in the write-ahead log, flushed to the disk before it returns. When
/// that fails SQLite takes the transaction back and the head stays. It cannot be known then whether
/// a loss of power would bring the batch back, so a caller that repeats it must send the same
/// requests.
public final class SQLiteJournal: Journal {
  /// The same journal for reading only, to verify it or back it up while this one is at work.
  public let file: JournalFile
  let pool: DatabasePool
  private static let pageCount = 256
  // In bytes of events.
  private static let pageSize = 1 << 20

  private let newest: Mutex<Head>
  private let lock: Mutex<DirectoryLock?>

  /// Opens the journal of a directory, or makes both where there is none, after checking all of it
  /// as `JournalFile.verify` does. `keys` and `replay` get what is in it, each record once and in
  /// order; when they throw, the journal is not opened.
  ///
  /// Throws `locked` when another process holds the directory, and as `JournalFile.verify` does.
  public convenience init(
    directory: String, keys: ([SubjectKey]) throws -> Void = { _ in },
    replay: (Record) throws -> Void = { _ in }
  ) throws {
    try self.init(directory: directory, schema: .current, keys: keys, replay: replay)
  }

  init(
    directory: String, schema: Schema, keys: ([SubjectKey]) throws -> Void = { _ in },
    replay: (Record) throws -> Void = { _ in }
  ) throws {
    try makeDirectory(directory)
    let lock = try DirectoryLock(directory: directory)
    let path = JournalFile(directory: directory).path
    file = JournalFile(path: path, schema: schema)
    do {
      if try size(of: path) == nil { try SQLiteJournal.create(path, in: directory, schema) }
      // The file is only read until it is known to be whole.
      newest = Mutex(try file.verify(keys: keys, record: replay))
      pool = try DatabasePool(path: path, configuration: .journal)
      try pool.writeWithoutTransaction { database in
        // The pool itself sets NORMAL, with which the last commits may be lost.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try schema.migrate(database, from: schema.version(of: database, at: path))
      }
    } catch let error as DatabaseError {
      throw JournalError(error, path: path)
    }
    self.lock = Mutex(lock)
  }

  /// Writes what the log holds into the file where there is room, and lets go of the directory; every
  /// later call is `unavailable`.
  public func close() throws(JournalError) {
    // SQLite does this by itself only for the last connection, and a verification may have one. A
    // full disk may stand against it: then the log stays, which is as durable as the file.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    do { try pool.close() } catch { throw JournalError(error, path: file.path) }
    lock.withLock { $0 = nil }
  }

  public var head: Head { newest.withLock { $0 } }

  public func append(_ records: [Record], keys: [SubjectKey]) throws(JournalError) {
    do {
      try pool.writeWithoutTransaction { database in
        let head = self.head
        let following = try Chain.head(after: records, from: head)
        try database.inTransaction(.immediate) {
          // Also finds out whether a commit that failed has left its records in the file after all.
          guard try database.head() == head else {
            throw JournalError.unavailable(
              "\(file.path) was written to after \(head); restart to read it again")
          }
          for record in records { try database.insert(record) }
          for key in keys { try database.insert(key) }
          return .commit
        }
        newest.withLock { $0 = following }
      }
    } catch {
      throw JournalError(error, path: file.path)
    }
  }

  public func record(actor: String, requestID: String) throws(JournalError) -> Record? {
    let last = head.revision
    do {
      return try pool.read { database in
        try database.record(actor: actor, requestID: requestID, through: last)
      }
    } catch {
      throw JournalError(error, path: file.path)
    }
  }

  public func records(of requests: [RequestName]) throws(JournalError) -> [Record?] {
    let last = head.revision
    do {
      return try pool.read { database in
        try requests.map {
          try database.record(actor: $0.actor, requestID: $0.id, through: last)
        }
      }
    } catch {
      throw JournalError(error, path: file.path)
    }
  }

  public func records(
    from revision: Int, through last: Int?, _ body: (Record) throws -> Void
  ) throws {
    let end = min(last ?? .max, head.revision)
    var first = max(revision, 1)
    // Between pages nothing is held, so a slow reader holds up no checkpoint and may ask for more.
    while first <= end {
      let page = try page(from: first, through: end)
      try page.forEach(body)
      first += page.count
    }
  }

  /// The next records, as many as fit the size of a page and at least one.
  private func page(from first: Int, through end: Int) throws(JournalError) -> [Record] {
    var records: [Record] = []
    var size = 0
    do {
      try pool.read { database in
        try database.forEachRecord(from: first, through: end) { record in
          records.append(record)
          size += record.events.count
          return records.count < SQLiteJournal.pageCount && size < SQLiteJournal.pageSize
        }
      }
    } catch {
      throw JournalError(error, path: file.path)
    }
    guard !records.isEmpty else {
      throw .damaged(revision: first, "it is missing; \(JournalError.remedy)")
    }
    return records
  }

  public func keys() throws(JournalError) -> [SubjectKey] {
    do { return try pool.read { try $0.subjectKeys() } } catch {
      throw JournalError(error, path: file.path)
    }
  }

  /// An empty journal. It gets its name when it is complete, so that an empty or half-made file is
  /// always damage and never a beginning.
  private static func create(_ path: String, in directory: String, _ schema: Schema) throws {
    let log = path + "-wal"
    if try size(of: log) != nil {
      throw JournalError.damaged(
        revision: nil, "\(path) is missing and its log \(log) is there; put the file back")
    }
    let beginning = path + ".new"
    unlink(beginning)
    let descriptor = open(beginning, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError.failed("create", beginning) }
    Foundation.close(descriptor)
    let queue = try DatabaseQueue(path: beginning, configuration: .journal)
    try queue.writeWithoutTransaction { try schema.migrate($0, from: 0) }
    try queue.close()
    guard rename(beginning, path) == 0 else { throw JournalError.failed("name", path) }
    try flush(directory)
  }
}
