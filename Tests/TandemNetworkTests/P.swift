import Testing
@Test func placeholderTandemNetworkTests() {}
