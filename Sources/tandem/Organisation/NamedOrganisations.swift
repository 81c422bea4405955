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
    let bytes = try read(membersFile)
    do throws(Faults) {
      return given + (try Self.rows(of: bytes))
    } catch {
      throw Failure.badData(error.faults.map { Fault(at: "\(membersFile)\($0.place)", $0.reason) })
    }
  }

  fileprivate enum Column: String, CaseIterable {
    case name, country, domain, vat, lei, register, ror
  }

  /// One organisation a line; empty lines are passed over. Without a row of heads a comma belongs to a name.
  ///
  /// Throws the faults, each at its line and column.
  static func rows(of bytes: [UInt8]) throws(Faults) -> [Wire.NamedOrganisation] {
    var sheet = try Sheet(bytes)
    var columns = Column.allCases
    let hasHeads = sheet.heads.cells.contains { $0.bareHead == Column.name.rawValue }
    if hasHeads {
      columns = try Self.columns(sheet.heads)
      // Of a list of names alone nothing separates cells.
      if columns.count == 1 { sheet = try Sheet(bytes, separatedBy: ["\u{1F}"]) }
    } else {
      sheet = try Sheet(bytes, separatedBy: [";", "\t"])
    }
    let rows = hasHeads ? sheet.rows : [sheet.heads] + sheet.rows
    let surplus = rows.flatMap { row in
      row.cells.indices.dropFirst(columns.count).filter { !row.cells[$0].isEmpty }.map {
        Fault(at: ":\(row.line):\($0 + 1)", "\"\(row.cells[$0])\" stands in no column")
      }
    }
    guard surplus.isEmpty else { throw Faults(surplus) }
    return rows.compactMap { row in
      let cells = Dictionary(
        zip(columns, row.cells.map { $0.trimmingCharacters(in: .whitespaces) })
      ) { first, _ in first }
      return Wire.NamedOrganisation(cells)
    }
  }

  private static func columns(_ heads: Sheet.Row) throws(Faults) -> [Column] {
    var columns: [Column] = []
    var faults: [Fault] = []
    for (at, head) in heads.cells.enumerated() {
      let place = ":\(heads.line):\(at + 1)"
      guard let column = Column(rawValue: head.bareHead) else {
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(Fault(at: place, "\(head): is no column of members, which have \(known)"))
        continue
      }
      if columns.contains(column) {
        faults.append(Fault(at: place, "\(head): the column is there twice"))
      }
      columns.append(column)
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return columns
  }
}

extension Wire.NamedOrganisation {
  /// Nil for a row without a name.
  fileprivate init?(_ cells: [NamedOrganisations.Column: String]) {
    guard let name = cells[.name], !name.isEmpty else { return nil }
    self.init()
    self.name = name
    country = cells[.country] ?? ""
    if let domain = cells[.domain], !domain.isEmpty { domains = [domain] }
    for column in [NamedOrganisations.Column.vat, .lei, .register, .ror] {
      guard let value = cells[column], !value.isEmpty else { continue }
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
