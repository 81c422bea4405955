public let placeholderTandemJournal = 0
