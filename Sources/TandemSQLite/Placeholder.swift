public let placeholderTandemSQLite = 0
