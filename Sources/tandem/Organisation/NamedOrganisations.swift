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
        ROR; each may be left out.
        """, valueName: "file"))
  var membersFile: String?

  /// Throws what is wrong with the file, by line and column.
  func named() throws -> [Wire.NamedOrganisation] {
    let given = member.map { name in Wire.NamedOrganisation.with { $0.name = name } }
    guard let membersFile else { return given }
    guard let text = String(validating: try read(membersFile), as: UTF8.self) else {
      throw Failure.badData([Fault(at: membersFile, "is not UTF-8; save it as UTF-8 text")])
    }
    return given + Self.rows(of: text)
  }

  /// One organisation a line; empty lines, a byte order mark and a head line are passed over.
  static func rows(of text: String) -> [Wire.NamedOrganisation] {
    text.trimmingPrefix("\u{FEFF}").split(whereSeparator: \.isNewline).compactMap { line in
      let cells = line.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\t" }
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard let name = cells.first, !name.isEmpty, name.lowercased() != "name" else { return nil }
      func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
      return .with {
        $0.name = name
        $0.country = cell(1)
        $0.domains = cell(2).isEmpty ? [] : [cell(2)]
        $0.identifiers = zip(["vat", "lei", "register", "ror"], 3...).compactMap { kind, column in
          guard !cell(column).isEmpty else { return nil }
          return .with {
            $0.kind = kind
            $0.country = kind == "register" ? cell(1) : ""
            $0.value = cell(column)
          }
        }
      }
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
