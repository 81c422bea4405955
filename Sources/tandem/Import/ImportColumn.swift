import Foundation
import TandemModel
import TandemProtocol

/// A column that an import takes: what it is called, and which field of a row's message it fills.
struct ImportColumn: SheetColumn {
  let heads: [String]
  /// The field as faults of the server name it, such as `expert.country`.
  let place: String
  /// Its name where it is among the fields that a row changes; nil for what names the thing.
  var masked: String?
  /// Whether an empty cell leaves the field as it is, and does not empty it.
  var isOptional = false
  /// Fills the field; returns what is wrong with the cell.
  let fill: @Sendable (inout Wire.ImportRow, String) -> String?
}

extension String {
  /// What stands between blanks, commas, semicolons and bars.
  fileprivate var listed: [String] {
    split { $0.isWhitespace || ",;|".contains($0) }.map(String.init)
  }
}

/// The messages of one kind that rows are made of, and where a row keeps its own.
struct ImportMessage<M: Message>: Sendable {
  typealias Field<Value> = WritableKeyPath<M, Value> & Sendable

  let name: String
  let message: WritableKeyPath<Wire.ImportRow, M?> & Sendable

  private func column<Value>(
    _ heads: [String], _ field: Field<Value>, isNaming: Bool = false, isOptional: Bool = false,
    expected: String = "", _ read: @escaping @Sendable (String) -> Value?
  ) -> ImportColumn {
    let message = message
    return ImportColumn(
      heads: heads, place: "\(name).\(heads[0])", masked: isNaming ? nil : heads[0],
      isOptional: isOptional
    ) { row, cell in
      guard let value = read(cell) else { return "\"\(cell)\" is no \(expected)" }
      row[keyPath: message, default: M()][keyPath: field] = value
      return nil
    }
  }

  /// What tells which thing a row is about. An id may have its name behind it, as tables show it.
  func naming(_ heads: String..., field: Field<String>) -> ImportColumn {
    column(heads, field, isNaming: true) { $0.listed.first ?? "" }
  }

  func id(_ heads: String..., field: Field<String>, isOptional: Bool = false) -> ImportColumn {
    column(heads, field, isOptional: isOptional) { $0.listed.first ?? "" }
  }

  func text(
    _ heads: String..., field: Field<String>, isNaming: Bool = false, isOptional: Bool = false
  ) -> ImportColumn {
    column(heads, field, isNaming: isNaming, isOptional: isOptional) {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  func list(_ heads: String..., field: Field<[String]>) -> ImportColumn {
    column(heads, field) { $0.listed }
  }

  func number(_ heads: String..., field: Field<Int>) -> ImportColumn {
    column(heads, field, isOptional: true, expected: "whole number") {
      Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  func flag(_ heads: String..., field: Field<Bool>) -> ImportColumn {
    column(heads, field, expected: "yes or no") { cell in
      switch cell.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() {
      case "yes", "true", "1", "x": true
      case "no", "false", "0", "": false
      default: nil
      }
    }
  }

  /// An empty cell, or what tables show in place of a day that there is not, is no day.
  func day(_ heads: String..., field: Field<Wire.Date?>, none: String = "") -> ImportColumn {
    column(heads, field, expected: "day, such as 2027-03-31") { cell -> Wire.Date?? in
      let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      if text.isEmpty || text == none { return .some(nil) }
      return Day(text).map { Wire.Date($0) }
    }
  }

  func skills(_ heads: String..., field: Field<[Wire.LanguageSkill]>) -> ImportColumn {
    column(heads, field, expected: "list of languages with levels, such as de:C2 en:C1") {
      Skills(argument: $0.listed.pairs.joined(separator: ","))?.skills
    }
  }

  func identifiers(_ heads: String..., field: Field<[Wire.Identifier]>) -> ImportColumn {
    column(heads, field, expected: "list of identifiers, such as vat:DE123456789|lei:5299…") {
      Wire.Identifier.read($0)
    }
  }
}

extension [String] {
  /// As tables show languages, a level may stand behind its language with a blank between.
  fileprivate var pairs: [String] {
    reduce(into: []) { pairs, text in
      if let last = pairs.last, !last.contains(":"), !text.contains(":") {
        pairs[pairs.count - 1] = "\(last):\(text)"
      } else {
        pairs.append(text)
      }
    }
  }
}

extension Wire.Identifier {
  /// As a cell has it: `kind:value` or `kind:COUNTRY:value`.
  var cell: String { [kind, country, value].filter { !$0.isEmpty }.joined(separator: ":") }

  /// Those of a cell, between bars; nil when one is none.
  static func read(_ cell: String) -> [Wire.Identifier]? {
    var identifiers: [Wire.Identifier] = []
    for text in cell.split(separator: "|") {
      let parts = text.split(separator: ":", maxSplits: 2).map {
        String($0).trimmingCharacters(in: .whitespacesAndNewlines)
      }
      guard parts.count > 1 else { return nil }
      identifiers.append(
        .with {
          $0.kind = parts[0].lowercased()
          $0.country = parts.count == 3 ? parts[1] : ""
          $0.value = parts[parts.count - 1]
        })
    }
    return identifiers
  }
}

extension Wire.ImportRow {
  fileprivate subscript<M>(
    keyPath message: WritableKeyPath<Wire.ImportRow, M?>, default none: @autoclosure () -> M
  ) -> M {
    get { self[keyPath: message] ?? none() }
    set { self[keyPath: message] = newValue }
  }
}
