public let placeholderTandemServer = 0
