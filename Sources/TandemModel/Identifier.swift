/// A number that a register has given to one organisation, normalised.
public struct Identifier: Hashable, Sendable {
  /// Who gives the number.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A tax authority: the number for value added tax, by country.
    case vat
    /// The Global Legal Entity Identifier system (ISO 17442).
    case lei
    /// The country's register of companies, associations or statistics.
    case register
    /// The Research Organization Registry (ror.org).
    case ror
  }

  public let kind: Kind
  /// Whose number it is; nil for those that hold everywhere.
  public let country: Country?
  /// Capital letters and digits without spaces and punctuation, without the country.
  public let value: String

  /// What was checked before: nothing is looked at.
  package init(checked kind: Kind, country: Country?, value: String) {
    self.kind = kind
    self.country = country
    self.value = value
  }
}

extension Identifier: CustomStringConvertible {
  /// As a person would write it.
  public var description: String {
    switch kind {
    case .lei: "LEI \(value)"
    case .ror: "ROR \(value)"
    case .vat: "VAT number \(country?.text ?? "")\(value)"
    case .register: "register number \(country?.text ?? "") \(value)"
    }
  }
}
