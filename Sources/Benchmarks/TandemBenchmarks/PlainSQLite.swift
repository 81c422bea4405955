import Foundation
import GRDBSQLite

/// SQLite without anything of ours: grouped inserts of the same size and durability, through its C
/// functions.
enum PlainSQLite {
  private static let transactions = 200

  static func commitsPerSecond(records: Int, of bytes: Int) throws -> Double {
    let directory = TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.path, withIntermediateDirectories: true)
    var database: OpaquePointer?
    try check(sqlite3_open(directory.path + "/plain.sqlite", &database))
    defer { sqlite3_close(database) }
    try run(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE record (
        revision INTEGER PRIMARY KEY, actor TEXT, request_id TEXT, digest BLOB, events TEXT,
        previous BLOB, hash BLOB, UNIQUE (actor, request_id));
      """, database)
    var insert: OpaquePointer?
    try check(
      sqlite3_prepare_v2(
        database, "INSERT INTO record VALUES (?, 'bench', ?, ?, ?, ?, ?)", -1, &insert, nil))
    defer { sqlite3_finalize(insert) }
    let events = String(repeating: "e", count: bytes)
    let hash = [UInt8](repeating: 7, count: 32)
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    let began = ContinuousClock.now
    var revision = 0
    for _ in 0..<transactions {
      try run("BEGIN IMMEDIATE", database)
      for _ in 0..<records {
        revision += 1
        sqlite3_bind_int64(insert, 1, Int64(revision))
        sqlite3_bind_text(insert, 2, "request-\(revision)", -1, transient)
        sqlite3_bind_blob(insert, 3, hash, 32, transient)
        sqlite3_bind_text(insert, 4, events, -1, transient)
        sqlite3_bind_blob(insert, 5, hash, 32, transient)
        sqlite3_bind_blob(insert, 6, hash, 32, transient)
        try check(sqlite3_step(insert), SQLITE_DONE)
        sqlite3_reset(insert)
      }
      try run("COMMIT", database)
    }
    return Double(transactions) / (began.duration(to: .now) / .seconds(1))
  }

  private static func run(_ sql: String, _ database: OpaquePointer?) throws {
    try check(sqlite3_exec(database, sql, nil, nil, nil))
  }

  private static func check(_ code: Int32, _ expected: Int32 = SQLITE_OK) throws {
    if code != expected { throw PlainSQLiteError(code: code) }
  }
}

/// A code that SQLite should not have returned.
struct PlainSQLiteError: Error {
  let code: Int32
}
