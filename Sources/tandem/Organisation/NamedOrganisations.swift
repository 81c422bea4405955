import ArgumentParser
import Foundation
import TandemModel
import TandemProtocol

/// Members of a cluster by their names, as partners' lists have them.
struct NamedOrganisations: ParsableArguments {
  @Option(help: "A member of the cluster by its name; may be given again.")
  var member: [String] = []
  @Option(
    help: ArgumentHelp(
      "A file with a member a line, or - for standard input.",
      discussion: """
        After the name, between semicolons or tabs: country, domain, VAT number, LEI, register number, \
        ROR; each may be left out. Or a CSV file whose first row names these columns: name, country, \
        domain, vat, lei, register, ror.
        """, valueName: "file"))
  var membersFile: String?

  /// Throws what is wrong with the file, by line and column.
  func named() throws -> [Wire.NamedOrganisation] {
    let given = member.map { name in Wire.NamedOrganisation.with { $0.name = name } }
    guard let membersFile else { return given }
    return given + (try read(membersFile, Self.rows))
  }

  fileprivate enum Column: String, CaseIterable, SheetColumn {
    case name, country, domain, vat, lei, register, ror

    var heads: [String] { [rawValue] }
  }

  /// One organisation a line; empty lines are passed over. Without a row of heads a comma belongs to a name.
  ///
  /// Throws the faults, each at its line and column.
  static func rows(of bytes: [UInt8]) throws(Faults) -> [Wire.NamedOrganisation] {
    let first = bytes.drop { $0 <= UInt8(ascii: " ") }.prefix { $0 >= UInt8(ascii: " ") || $0 == 9 }
    if let heads = try? Sheet(Array(first)).heads.cells, heads.contains(where: Column.name.isCalled)
    {
      // Of a list of names alone nothing separates cells.
      let sheet =
        heads.count == 1 ? try Sheet(bytes, separatedBy: ["\u{1F}"]) : try Sheet(bytes)
      let places = try sheet.places(of: Column.allCases, in: "a file of members")
      return try rows(
        sheet.rows, places.map { ($0.at, $0.column) }, width: sheet.heads.cells.count)
    }
    let sheet = try Sheet(bytes, separatedBy: [";", "\t"])
    return try rows(
      [sheet.heads] + sheet.rows, Column.allCases.enumerated().map { ($0, $1) },
      width: Column.allCases.count)
  }

  private static func rows(
    _ rows: [Sheet.Row], _ columns: [(at: Int, column: Column)], width: Int
  ) throws(Faults) -> [Wire.NamedOrganisation] {
    let surplus = rows.flatMap { row in
      row.cells.indices.dropFirst(width).filter { !row.cells[$0].isEmpty }.map {
        Fault(at: ":\(row.line):\($0 + 1)", "\"\(row.cells[$0])\" stands in no column")
      }
    }
    guard surplus.isEmpty else { throw Faults(surplus) }
    return rows.compactMap { row in
      Wire.NamedOrganisation { wanted in
        columns.first { $0.column == wanted && $0.at < row.cells.count }
          .map { row.cells[$0.at].trimmingCharacters(in: .whitespaces) } ?? ""
      }
    }
  }
}

extension Wire.NamedOrganisation {
  /// Of the text in each column, "" for none; nil without a name.
  fileprivate init?(_ text: (NamedOrganisations.Column) -> String) {
    self.init()
    name = text(.name)
    if name.isEmpty { return nil }
    country = text(.country)
    domains = [text(.domain)].filter { !$0.isEmpty }
    for column in [NamedOrganisations.Column.vat, .lei, .register, .ror] {
      let value = text(column)
      guard !value.isEmpty else { continue }
      identifiers.append(
        .with {
          $0.kind = column.rawValue
          $0.country = column == .register ? country : ""
          $0.value = value
        })
    }
  }
}

/// Says on stderr what names were taken for, where the server says so.
func tell(_ names: [Wire.ResolvedName]) {
  guard names.contains(where: { $0.outcome != .unspecified }) else { return }
  let count = { (outcome: Wire.NameOutcome) in names.count { $0.outcome == outcome } }
  say(
    "\(names.count) by name: \(count(.linked)) linked, \(count(.doubt)) in doubt, "
      + "\(count(.new)) new")
  for name in names where name.outcome != .new {
    say(name.text)
  }
}

extension Wire.ResolvedName {
  /// What it was taken for, and why.
  var text: String {
    switch outcome {
    case .linked: "'\(name)' is \(organisation): \(reason)"
    case .doubt: "'\(name)' is registered as \(organisation) and may be \(reason)"
    case .new, .unspecified: "'\(name)' is \(organisation)"
    }
  }
}
