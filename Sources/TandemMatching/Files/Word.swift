import TandemModel

/// A value that files write as one text.
package protocol Word: Hashable {
  /// Nil when the text is not one of them.
  init?(_ text: String)
  /// What the text must be, for messages.
  static var expected: String { get }
}

extension ID: Word {
  package static var expected: String { "an id (\(shape))" }
}

extension Term: Word {
  package static var expected: String { "a text, not empty and without control characters" }
}

extension Day: Word {
  package static var expected: String { "a date that exists, as YYYY-MM-DD" }
}

extension Level: Word {
  package static var expected: String { "a level: A1, A2, B1, B2, C1 or C2" }
}

extension Policy.SameCountry: Word {
  package init?(_ text: String) { self.init(rawValue: text) }

  package static var expected: String { "\"forbid\" or \"allow\"" }
}

extension Policy.Doubts: Word {
  package init?(_ text: String) { self.init(rawValue: text) }

  package static var expected: String { "\"bar\" or \"warn\"" }
}

extension Rule: Word {
  package init?(_ text: String) { self.init(rawValue: text) }

  package static var expected: String { "the code of a rule" }
}
