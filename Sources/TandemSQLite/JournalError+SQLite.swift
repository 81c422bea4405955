import Foundation
import GRDB
import TandemJournal

extension JournalError {
  /// What an error of the database means to whoever asked the journal; one of the journal's own
  /// passes as it is.
  init(_ error: any Error, path: String) {
    if let error = error as? JournalError {
      self = error
    } else if let error = error as? DatabaseError {
      let reason =
        "\(path): \(error.message ?? "SQLite error") (\(error.extendedResultCode.rawValue))"
      switch error.resultCode {
      case .SQLITE_FULL:
        self = .full("\(reason); make room on its disk and repeat")
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT, .SQLITE_TOOBIG,
        .SQLITE_MISMATCH:
        self = .damaged(revision: nil, "\(reason); \(JournalError.remedy)")
      default:
        self = .unavailable("\(reason); see to its disk and repeat")
      }
    } else {
      self = .unavailable("\(path): \(error)")
    }
  }

  /// What the operating system did not do, with its reason in `errno`.
  static func failed(_ action: String, _ path: String) -> JournalError {
    let code = errno
    let reason = "cannot \(action) \(path): \(String(cString: strerror(code)))"
    return code == ENOSPC || code == EDQUOT ? .full(reason) : .unavailable(reason)
  }

  static let remedy = "keep the file as it is and restore a backup elsewhere"
}
