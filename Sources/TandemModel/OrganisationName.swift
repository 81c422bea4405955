/// A name that an organisation bears or bore.
public struct OrganisationName: Hashable, Sendable {
  /// The most bytes of UTF-8 that a name may have.
  public static let maxBytes = 1000

  public let text: String
  /// The language that it is in, where known.
  public let language: Language?

  /// Throws when the text is longer than ``maxBytes`` or holds control characters.
  public init(_ text: String, language: Language? = nil) throws(Fault) {
    guard text.utf8.count <= Self.maxBytes else {
      throw Fault(at: "name", "is longer than \(Self.maxBytes) bytes")
    }
    guard !text.hasControlCharacters else {
      throw Fault(at: "name", "holds control characters")
    }
    self.text = text
    self.language = language
  }

  /// What was checked before: nothing is looked at.
  package init(checked text: String, language: Language? = nil) {
    self.text = text
    self.language = language
  }
}
