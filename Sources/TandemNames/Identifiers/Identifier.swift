import TandemModel

extension Identifier {
  /// Throws a fault at the kind's name when the text is no such number.
  ///
  /// - Parameter country: needed for a register's number; a VAT number may bring its own.
  public init(_ kind: Kind, _ text: String, country: Country? = nil) throws(Fault) {
    let plain = Self.plain(text)
    switch kind {
    case .lei:
      guard plain.count == 20, Checksum.isMod97(plain) else {
        throw Fault(at: "lei", "is not 20 letters and digits whose check digits fit (ISO 17442)")
      }
      self.init(checked: kind, country: nil, value: Self.string(plain))
    case .ror:
      let end = Array(Self.string(plain).lowercased().utf8.suffix(9))
      guard Checksum.isROR(end), Self.isROR(text) else {
        throw Fault(at: "ror", "is not 0, six letters or digits and two check digits")
      }
      self.init(checked: kind, country: nil, value: Self.string(end))
    case .vat:
      let (code, number) = Self.vat(plain, country)
      guard let code, IdentifierFormats.standard.accept(.vat, code, number) else {
        throw Fault(at: "vat", "is not a VAT number of a country of Europe")
      }
      self.init(checked: kind, country: Country(code), value: Self.string(number))
    case .register:
      guard let country else { throw Fault(at: "register", "needs its country") }
      guard IdentifierFormats.standard.accept(.register, country.text, plain) else {
        throw Fault(at: "register", "has not the shape of \(country)'s register numbers")
      }
      self.init(checked: kind, country: country, value: Self.string(plain))
    }
  }

  /// Letters and digits, the letters as capitals.
  private static func plain(_ text: String) -> [UInt8] {
    text.utf8.prefix(200).compactMap { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
      default: nil
      }
    }
  }

  private static func string(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  private static func isROR(_ text: String) -> Bool {
    text.utf8.count == 9 || text.lowercased().contains("ror.org/")
  }

  private static func vat(_ plain: [UInt8], _ country: Country?) -> (String?, [UInt8]) {
    var number = plain
    for ending in ["MWST", "TVA", "IVA", "MVA"] where Self.string(number).hasSuffix(ending) {
      number.removeLast(ending.utf8.count)
    }
    var prefix = string(number.prefix(2))
    if prefix == "EL" { prefix = "GR" }
    let rest = Array(number.dropFirst(2))
    if country == nil || country?.text == prefix,
      IdentifierFormats.standard.accept(.vat, prefix, rest)
    {
      return (prefix, rest)
    }
    return (country?.text, number)
  }
}
