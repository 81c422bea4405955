import Testing
@Test func placeholderTandemModelTests() {}
