import TandemMatching

/// Rows under heads, to be shown as a table or as CSV.
struct Table {
  let heads: [String]
  let rows: [[String]]

  private static let gap = "  "
  /// No column is made narrower than this to fit.
  private static let narrowest = 6

  /// Lines that fit the width: the widest columns give way, and what they cannot show is cut.
  func lines(fitting width: Int) -> [String] {
    let cells = ([heads] + rows).map { $0.map(\.printable) }
    var widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let room = width - Table.gap.count * (heads.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > Table.narrowest,
      let column = widths.lastIndex(of: widest)
    {
      widths[column] -= 1
    }
    return cells.enumerated().map { position, row in
      let line = zip(row, widths).map { cell, width in
        let shown = cell.count > width ? cell.prefix(max(0, width - 1)) + "…" : cell[...]
        return shown + String(repeating: " ", count: width - shown.count)
      }.joined(separator: Table.gap)
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return position == 0 ? trimmed.styled(.bold) : trimmed
    }
  }

  /// RFC 4180.
  var csv: [String] {
    ([heads] + rows).map { $0.map(\.csvCell).joined(separator: ",") }
  }
}

extension String {
  /// Quoted where it must be. A spreadsheet takes a cell that begins with one of = + - @ for a
  /// formula, so such a cell gets an apostrophe.
  fileprivate var csvCell: String {
    let isFormula = first.map { "=+-@\t\r".contains($0) } ?? false
    let cell = isFormula ? "'" + self : self
    guard cell.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension OutputOptions {
  /// Shows a list: `table` for people and spreadsheets, `json` with all that is known.
  func show(_ table: Table, _ json: @autoclosure () -> JSON, none: String) {
    switch output {
    case .json: show(json())
    case .csv: table.csv.forEach { print($0) }
    case .table where table.rows.isEmpty: say(none)
    case .table: table.lines(fitting: Terminal.width).forEach { print($0) }
    }
  }

  func show(_ json: JSON) {
    print(String(decoding: json.file(), as: UTF8.self), terminator: "")
  }
}
