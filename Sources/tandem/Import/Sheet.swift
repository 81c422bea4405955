import SwiftCSV
import TandemModel

/// A table as spreadsheets write it: heads, and rows of as many cells.
struct Sheet {
  struct Row {
    /// The line of the file in which it begins, from 1.
    let line: Int
    let cells: [String]
  }

  let heads: Row
  let rows: [Row]

  /// A row that no file has: it shows whether the one before it ended.
  private static let end = "\u{1}"

  /// Reads UTF-8, with a byte order mark or without. Rows without a text are left out. Of the separators that
  /// one is taken which the line of the heads has most of.
  ///
  /// Throws the faults, each at its line.
  init(_ bytes: [UInt8], separatedBy separators: [Character] = [",", ";", "\t"]) throws(Faults) {
    let text = try Self.text(of: bytes)
    let firstLine = text.drop(while: \.isWhitespace).prefix { !$0.isNewline }
    let separator = separators.max { one, other in
      firstLine.count { $0 == one } < firstLine.count { $0 == other }
    }
    try Self.refuseLoneMarks(in: text, separator ?? ",")
    var rows: [Row] = []
    var line = 1
    do {
      try Self.parse(text + "\n" + Self.end, separator ?? ",") { cells in
        rows.append(Row(line: line, cells: cells))
        line += 1 + cells.reduce(0) { $0 + $1.count { $0.isNewline } }
      }
    } catch {
      throw Faults([
        Fault(
          at: ":\(line)", "a cell goes on after the quote that ends it; double the quotes in it")
      ])
    }
    let last = rows.popLast()
    guard last?.cells == [Self.end] else {
      throw Faults([Fault(at: ":\(last?.line ?? 1)", "a quote is opened and never closed")])
    }
    rows.removeAll { $0.cells.allSatisfy(\.isBlank) }
    guard let heads = rows.first else {
      throw Faults([Fault(at: "", "is empty: its first row names the columns")])
    }
    self.heads = heads
    self.rows = Array(rows.dropFirst())
  }

  /// A column that the file has: where it stands, from 0, and what the file calls it.
  struct Place<Column: SheetColumn>: Sendable {
    let at: Int
    let head: String
    let column: Column
  }

  /// Where the file has which of `columns`. A head without a text says nothing, nor does one of `passedOver`.
  ///
  /// Throws the heads that are none of `table`'s columns or one that is there already, each at its place, and
  /// each group of `needed` of which there is none.
  func places<Column: SheetColumn>(
    of columns: [Column], in table: String, needed: [[String]] = [],
    passingOver passedOver: Set<String> = []
  ) throws(Faults) -> [Place<Column>] {
    var places: [Place<Column>] = []
    var faults: [Fault] = []
    for (at, head) in heads.cells.enumerated()
    where !head.isBlank && !passedOver.contains(head.bareHead) {
      func refuse(_ reason: String) {
        faults.append(Fault(at: ":\(heads.line):\(at + 1)", "\(head): \(reason)"))
      }
      guard let column = columns.first(where: { $0.isCalled(head) }) else {
        let known = columns.map { $0.heads[0] }.joined(separator: ", ")
        refuse("is no column of \(table), which has \(known)")
        continue
      }
      if places.contains(where: { column.isCalled($0.head) }) {
        refuse("the column is there twice")
      }
      places.append(Place(at: at, head: head, column: column))
    }
    for heads in needed
    where !places.contains(where: { place in heads.contains(where: place.column.isCalled) }) {
      let either = heads.joined(separator: " or ")
      faults.append(Fault(at: ":\(self.heads.line)", "there is no column \(either)"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return places
  }

  private static func parse(
    _ text: String, _ separator: Character, _ row: @escaping ([String]) -> Void
  ) throws {
    let table = try EnumeratedCSV(
      string: text, delimiter: .character(separator), loadColumns: false, rowLimit: 0)
    try table.enumerateAsArray(startAt: 0, rowLimit: nil, row)
  }

  /// A mark that belongs on a letter, such as an accent, makes one character with a separator or quote before
  /// it, which then neither separates nor quotes.
  private static func refuseLoneMarks(
    in text: String, _ separator: Character
  ) throws(Faults) {
    var line = 1
    for character in text {
      if character.isNewline { line += 1 }
      let scalars = character.unicodeScalars
      guard scalars.count > 1, let first = scalars.first else { continue }
      if Character(first) == separator || first == "\"" {
        throw Faults([
          Fault(
            at: ":\(line)", "an accent stands before the first letter of a cell, or after its quote"
          )
        ])
      }
    }
  }

  private static func text(of bytes: [UInt8]) throws(Faults) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Faults([Fault(at: "", "is in UTF-16; save it as CSV in UTF-8")])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw Faults([Fault(at: ":\(line + 1)", "is not UTF-8; save the file as CSV in UTF-8")])
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}

/// A column that tables have.
protocol SheetColumn: Sendable {
  /// As messages call it, and as people do.
  var heads: [String] { get }
}

extension SheetColumn {
  /// Whether somebody's head is one of the column's, however it is spelled.
  func isCalled(_ head: String) -> Bool { heads.contains { $0.bareHead == head.bareHead } }
}

extension String {
  /// In small letters, with nothing between words.
  var bareHead: String {
    String(lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
  }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
