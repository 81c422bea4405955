import Foundation
import GRDB
import TandemJournal

import struct TandemJournal.Record

/// The journal's file for reading only: it takes no lock, so a server may be at work on it.
public struct JournalFile: Sendable {
  public let path: String
  private let schema: Schema

  /// The journal of a data directory.
  public init(directory: String) { self.init(path: directory + "/tandem.sqlite") }

  /// A journal under any name, as a backup is.
  public init(path: String) { self.init(path: path, schema: .current) }

  init(path: String, schema: Schema) {
    self.path = path
    self.schema = schema
  }

  /// Checks everything: layout, keys, each record and its place in the chain, then SQLite's own
  /// structures. The keys are handed over first, then each record once it has been checked.
  ///
  /// Returns the head. Throws `damaged`, `newer`, `unexpected` when `expected` is not in the chain,
  /// `unavailable`, or what `keys` and `record` throw.
  @discardableResult
  public func verify(
    expecting expected: Head? = nil, keys: ([SubjectKey]) throws -> Void = { _ in },
    record: (Record) throws -> Void = { _ in }
  ) throws -> Head {
    do {
      return try open().read { database in
        _ = try schema.version(of: database, at: path)
        try keys(database.subjectKeys())
        var chain = Chain(expecting: expected)
        try database.forEachRecord(from: 1, through: .max) { found in
          try chain.follow(found)
          try record(found)
          return true
        }
        try chain.finish()
        try checkStructure(database)
        return chain.head
      }
    } catch let error as DatabaseError {
      throw JournalError(error, path: path)
    }
  }

  /// Writes a copy as of now to a new file that only its owner may read, checks it, and returns its
  /// head. The copy holds the keys too.
  ///
  /// Throws `refused` when there is a file already, and as `verify` does; then no file is left.
  @discardableResult
  public func backUp(to target: String) throws(JournalError) -> Head {
    let descriptor = Foundation.open(target, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? .refused("\(target) exists; name a new file") : .failed("create", target)
    }
    close(descriptor)
    do {
      try open().vacuum(into: target)
      // SQLite does not flush what it vacuums into a file.
      try flush(target)
      try flush(directory(of: target))
      return try JournalFile(path: target, schema: schema).verify()
    } catch {
      unlink(target)
      throw JournalError(error, path: target)
    }
  }

  private func open() throws -> DatabaseQueue {
    guard let size = try size(of: path) else {
      throw JournalError.unavailable("there is no file \(path)")
    }
    guard size > 0 else {
      throw JournalError.damaged(revision: nil, "\(path) is empty; \(JournalError.remedy)")
    }
    var configuration = Configuration.journal
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private func checkStructure(_ database: Database) throws {
    let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    guard findings == ["ok"] else {
      throw JournalError.damaged(
        revision: nil, "\(path): \(findings.first ?? "no answer"); \(JournalError.remedy)")
    }
  }
}
