public let placeholderTandemClient = 0
