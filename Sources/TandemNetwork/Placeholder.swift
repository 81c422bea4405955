public let placeholderTandemNetwork = 0
