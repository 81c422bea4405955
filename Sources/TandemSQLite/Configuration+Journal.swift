import GRDB

extension Configuration {
  /// What every connection to a journal has in common.
  static var journal: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // Somebody may hold the file for a moment with the sqlite3 shell. In seconds.
    configuration.busyMode = .timeout(1)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA cell_size_check = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA secure_delete = ON;
          """)
    }
    return configuration
  }
}
