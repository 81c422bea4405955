import Foundation
import TandemJournal

/// The secret of a token, as its holder sends it.
struct TokenSecret: Sendable {
  static let prefix = "tdm_"
  /// 256 bits.
  static let size = 32

  let text: String

  /// From 32 random bytes.
  init(_ bytes: [UInt8]) {
    let digits = Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    text = TokenSecret.prefix + digits
  }

  /// One that nobody can guess.
  @Sendable static func random() -> TokenSecret {
    var generator = SystemRandomNumberGenerator()
    return TokenSecret((0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// What is kept of it.
  var hash: Hash { TokenSecret.hash(of: text) }

  static func hash(of text: some StringProtocol) -> Hash { Hash(of: Array(text.utf8)) }
}
