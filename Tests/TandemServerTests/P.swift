import Testing
@Test func placeholderTandemServerTests() {}
