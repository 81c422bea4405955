import Foundation
import TandemJournal

/// The secret of a token, as its holder sends it.
package struct TokenSecret: Sendable {
  static let prefix = "tdm_"
  /// 256 bits.
  static let size = 32

  package let text: String

  /// From 32 random bytes.
  init(_ bytes: [UInt8]) {
    let digits = Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    text = TokenSecret.prefix + digits
  }

  /// One that nobody can guess.
  @Sendable package static func random() -> TokenSecret {
    var generator = SystemRandomNumberGenerator()
    return TokenSecret((0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// What is kept of it.
  package var hash: Hash { TokenSecret.hash(of: text) }

  /// Whether a text holds what might be a secret.
  static func isIn(_ text: String) -> Bool { text.contains(prefix) }

  static func hash(of text: some StringProtocol) -> Hash { Hash(of: Array(text.utf8)) }
}

extension Substring {
  /// The text as it may stand in a log.
  var withoutSecrets: String { TokenSecret.isIn(String(self)) ? "(a token)" : String(self) }
}
