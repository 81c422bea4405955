/// A word of some vocabulary (a country, language, label, sector or kind of interest), compared
/// and ordered by its UTF-8 bytes.
///
/// Swift's own `==` takes canonically equivalent strings for equal; the matching model does not.
public struct Term<Vocabulary>: Sendable {
  public let text: String

  /// Nil when the text is empty or holds control characters.
  public init?(_ text: String) {
    guard !text.isEmpty, !text.hasControlCharacters else { return nil }
    self.text = text
  }
}

extension Term: Hashable {
  public static func == (one: Term, other: Term) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Term: Comparable {
  public static func < (one: Term, other: Term) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}

extension Term: CustomStringConvertible {
  public var description: String { text }
}

extension String {
  /// Whether the text holds a character of Unicode's general category Cc (C0, DEL or C1).
  public var hasControlCharacters: Bool {
    unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}

/// What the vocabularies of ``Term`` are told apart by.
public enum Vocabulary {
  public enum Country {}
  public enum Language {}
  public enum Label {}
  public enum Sector {}
  public enum InterestKind {}
}

/// A country; over the wire an ISO 3166-1 alpha-2 code, see ``Term/isAssigned``.
public typealias Country = Term<Vocabulary.Country>
/// A language; over the wire a BCP 47 primary tag, see ``Term/isPrimaryTag``.
public typealias Language = Term<Vocabulary.Language>
/// A label that a policy knows: bronze, silver or gold.
public typealias Label = Term<Vocabulary.Label>
/// A sector of industry, such as `photonics`.
public typealias Sector = Term<Vocabulary.Sector>
/// A kind of interest that a policy gives a cooling-off to, such as `employment`.
public typealias InterestKind = Term<Vocabulary.InterestKind>

extension Term where Vocabulary == TandemModel.Vocabulary.Language {
  /// Whether the text has the shape of a BCP 47 primary language tag: two or three small letters.
  public var isPrimaryTag: Bool {
    (2...3).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
