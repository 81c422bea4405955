import Logging
import TandemJournal
import TandemSQLite

extension ServerConfiguration {
  /// The journal in the data directory, to be read without a server.
  public var journalFile: JournalFile { JournalFile(directory: dataDirectory) }

  /// Writes lines to stderr, from the level asked for on.
  public var logger: Logger {
    var logger = Logger(label: "tandemd") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = logLevel
    return logger
  }
}

extension JournalFile {
  /// The head of the journal, all of it checked; `expected` is `REVISION:HASH` or nil.
  ///
  /// Throws ``ConfigurationError`` when that is not one, and `JournalError` as ``verify`` does.
  public func verified(expecting expected: String?) throws -> Head {
    guard let expected else { return try verify() }
    guard let head = Head(expected) else {
      throw ConfigurationError("\(expected) is not REVISION:HASH, with 64 hexadecimal digits")
    }
    return try verify(expecting: head)
  }
}
