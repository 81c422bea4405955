import CTandemNamesData
import TandemModel

/// What identifiers look like by country: `identifiers.txt`.
struct IdentifierFormats: Sendable {
  private struct Format {
    var patterns: [[UInt8]]
    var check: Substring?
  }

  private var formats: [String: Format] = [:]

  static let standard = IdentifierFormats(Resource(tandem_names_identifiers))

  init(_ resource: Resource) {
    for line in resource.lines {
      let fields = line.split(separator: " ")
      guard fields.count > 2 else { continue }
      var patterns = fields.dropFirst(2)
      let check = patterns.last.flatMap { $0.utf8.allSatisfy { $0 != 0x23 } ? $0 : nil }
      if check != nil { patterns.removeLast() }
      formats["\(fields[0]) \(fields[1])"] = Format(
        patterns: patterns.map { Array($0.utf8) }, check: check)
    }
  }

  /// Whether the number fits its country's patterns and check; of other countries any does.
  func accept(_ kind: Identifier.Kind, _ country: String, _ number: [UInt8]) -> Bool {
    guard let format = formats["\(kind.rawValue) \(country)"] else {
      return kind == .register && (2...30).contains(number.count)
    }
    return format.patterns.contains { Self.fits(number[...], $0[...]) }
      && (format.check.map { Checksum.passes($0, number) } ?? true)
  }

  private static func fits(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let sign = pattern.first else { return text.isEmpty }
    guard let byte = text.first else { return false }
    let isDigit = (0x30...0x39).contains(byte)
    let fitsSign =
      switch sign {
      case UInt8(ascii: "#"): isDigit
      case UInt8(ascii: "@"): !isDigit
      case UInt8(ascii: "*"): true
      default: sign == byte
      }
    guard fitsSign else { return false }
    if pattern.dropFirst().first == UInt8(ascii: "+") {
      return fits(text.dropFirst(), pattern.dropFirst(2)) || fits(text.dropFirst(), pattern)
    }
    return fits(text.dropFirst(), pattern.dropFirst())
  }
}
