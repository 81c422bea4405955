/// The secret with which somebody shows a server who they are: whoever has it may do what they may.
///
/// It does not show in texts, dumps or the debugger; only ``secret`` gives it.
public struct BearerToken: Hashable, Sendable {
  /// What every token begins with, so that one that got lost is known for what it is.
  public static let prefix = "tdm_"
  /// How many characters of base64url follow: those of 32 random bytes.
  public static let length = 43
  /// What a text must be, for messages.
  public static let expected =
    "a token: \(prefix) and \(length) letters, digits, hyphens and underscores"

  /// The token itself, for the wire and for files that only their owner can read.
  public let secret: String

  /// Nil when the text is no token.
  public init?(_ text: String) {
    guard text.utf8.starts(with: Self.prefix.utf8),
      text.utf8.count == Self.prefix.utf8.count + Self.length,
      text.utf8.dropFirst(Self.prefix.utf8.count).allSatisfy(\.isBase64URL)
    else { return nil }
    secret = text
  }
}

extension BearerToken: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String { Self.prefix + "…" }

  public var debugDescription: String { description }
}

extension BearerToken: CustomReflectable {
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension UInt8 {
  fileprivate var isBase64URL: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
