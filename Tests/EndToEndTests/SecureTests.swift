import Foundation
import Testing

/// TLS and tokens between the built executables and foreign clients.
@Suite struct SecureTests {
  @Test("a Python client and tandem speak TLS, through a new certificate and with one of their own")
  func foreignClient() async throws {
    let ended = try await Built.script(
      "secure.py", Built.executable("tandemd"), Built.executable("tandem"), Built.protos)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test("a token's new secret is stored where the old one was found")
  func tokens() async throws {
    let ended = try await Built.script(
      "tokens.py", Built.executable("tandemd"), Built.executable("tandem"))
    #expect(ended.exitCode == 0, "\(ended.all)")
  }
}
