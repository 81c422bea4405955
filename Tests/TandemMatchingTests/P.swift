import Testing
@Test func placeholderTandemMatchingTests() {}
