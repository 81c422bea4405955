import Testing
@Test func placeholderTandemJournalTests() {}
