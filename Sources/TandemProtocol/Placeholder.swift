public let placeholderTandemProtocol = 0
