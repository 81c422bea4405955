import TandemModel

/// Why two names are taken, or may be taken, for one organisation.
public enum Reason: Hashable, Sendable {
  case identifier(Identifier)
  /// They share a domain that is one organisation's own.
  case domain(WebDomain)
  /// One name after case, diacritics, punctuation, word order and legal forms are put aside.
  case sameName(forms: [String], Country)
  /// One name in two scripts.
  case transliteration(of: String, Country)
  /// It bore the name before.
  case formerName(String, Country)
  /// One name, but in two countries, or in one that is not known.
  case sameNameElsewhere(Country?, Country?)
  /// One name of two different legal forms: an association and its company.
  case differentForms(String, String)
  /// One name that many may bear.
  case generalName(String)
  /// Each has a number of the same register, and they differ.
  case contradiction(Identifier, Identifier)
  /// They share a domain, but their names or countries tell them apart.
  case sharedDomain(WebDomain)
  /// A word of the one stands for the initials of the other.
  case abbreviation(String, of: String)
  /// The one holds all words of the other.
  case inside(String, in: String)
  /// Their words mean the same.
  case translation(String, of: String)
  /// The Research Organization Registry knows the two as one organisation's, under its number there.
  case known(String, as: String, number: String)
  /// They are spelled nearly alike: so many of 100.
  case similar(String, percent: Int)
}

extension Reason: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .identifier(let identifier): "same \(identifier)"
    case .domain(let domain): "same domain of its own, \(domain)"
    case .sameName(let forms, let country):
      forms.isEmpty
        ? "same name in \(country)"
        : "same name without legal form '\(forms.joined(separator: "', '"))' in \(country)"
    case .transliteration(let name, let country):
      "same name as '\(name)' in another script in \(country)"
    case .formerName(let name, let country): "was called '\(name)' in \(country)"
    case .sameNameElsewhere(let one, let other):
      switch (one, other) {
      case (let one?, let other?): "same name, but in \(one) and \(other)"
      default: "same name, but not known to be in the same country"
      }
    case .differentForms(let one, let other):
      "same name, but of legal forms '\(one)' and '\(other)'"
    case .generalName(let name): "same name, but '\(name)' may be the name of several"
    case .contradiction(let one, let other): "looks the same, but has \(one) and not \(other)"
    case .sharedDomain(let domain):
      "same domain \(domain), but names or countries tell them apart"
    case .abbreviation(let short, let long): "'\(short)' abbreviates '\(long)'"
    case .inside(let short, let long): "'\(short)' is inside '\(long)'"
    case .translation(let one, let other): "'\(one)' means the same as '\(other)'"
    case .known(let one, let other, let number):
      "'\(one)' and '\(other)' are names of ROR \(number)"
    case .similar(let name, let percent): "'\(name)' is \(percent) of 100 alike"
    }
  }
}
