import Testing
@Test func placeholderTandemProtocolTests() {}
