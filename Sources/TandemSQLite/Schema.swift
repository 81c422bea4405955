import GRDB
import TandemJournal

/// The layout of the file as the steps that lead to it: a file of version n has the first n.
struct Schema: Sendable {
  let steps: [String]

  var version: Int { steps.count }

  /// "TNDM": tells `file` and us whose database it is.
  static let applicationID = 0x544E_444D

  /// The layout that this program writes. A released step is never changed, only followed.
  static let current = Schema(steps: [
    """
    CREATE TABLE record (
      revision INTEGER PRIMARY KEY NOT NULL,
      format INTEGER NOT NULL,
      time INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
      actor TEXT NOT NULL,
      request_id TEXT NOT NULL,
      request_digest BLOB NOT NULL,
      policy_version INTEGER NOT NULL,
      events TEXT NOT NULL, -- JSON
      previous BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (actor, request_id)
    ) STRICT;
    CREATE TABLE subject_key (
      subject TEXT PRIMARY KEY NOT NULL,
      key BLOB NOT NULL,
      digest BLOB NOT NULL -- of key and subject, which no hash of the chain covers
    ) STRICT;
    """
  ])

  /// Brings a file of this version up to date, whole or not at all.
  func migrate(_ database: Database, from version: Int) throws {
    guard version < self.version else { return }
    try database.inTransaction(.immediate) {
      for step in steps[version...] { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(self.version)")
      return .commit
    }
  }

  /// The version of the file. Throws `newer` when this program does not know it, and `damaged` when
  /// the file is not a journal or its layout is not that of its version.
  func version(of database: Database, at path: String) throws -> Int {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application == Schema.applicationID, version >= 1 else {
      throw JournalError.damaged(
        revision: nil, "\(path) is not a journal of this program; name the right file")
    }
    guard version <= self.version else {
      throw JournalError.newer(
        "\(path) has version \(version), and this program reads up to \(self.version); "
          + "use the program that wrote it")
    }
    let model = try DatabaseQueue()
    let expected = try model.writeWithoutTransaction { database in
      try Schema(steps: Array(steps.prefix(version))).migrate(database, from: 0)
      return try Schema.layout(of: database)
    }
    guard try Schema.layout(of: database) == expected else {
      throw JournalError.damaged(
        revision: nil, "the tables of \(path) are not those of version \(version)")
    }
    return version
  }

  private static func layout(of database: Database) throws -> [Row] {
    try Row.fetchAll(
      database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
  }
}
