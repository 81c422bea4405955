import Testing
@Test func placeholderTandemSQLiteTests() {}
