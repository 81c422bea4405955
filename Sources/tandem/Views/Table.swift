/// Rows under heads, to be shown as a table or as CSV.
struct Table {
  let heads: [String]
  let rows: [[String]]
  /// The heads of columns that stay whole as long as others can give way: times, part of which says nothing.
  var whole: Set<String> = []
  /// The heads of columns that CSV has and a table for people leaves out.
  var hidden: Set<String> = []

  private static let gap = "  "
  /// No column is made narrower than this to fit.
  private static let narrowest = 6

  /// Lines that fit the width; what a column cannot show is cut.
  func lines(fitting width: Int) -> [String] {
    let shown = heads.indices.filter { !hidden.contains(heads[$0]) }
    let cells = ([heads] + rows).map { row in shown.map { row[$0].printable } }
    let room = width - Table.gap.width * (shown.count - 1)
    let widths = widths(of: cells, within: room)
    return cells.enumerated().map { position, row in
      let line = zip(row, widths).map { $0.cut(to: $1).padded(to: $1) }.joined(
        separator: Table.gap)
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return position == 0 ? trimmed.styled(.bold) : trimmed
    }
  }

  /// The columns' widths. The widest gives way first: of those with several words, so that ids and
  /// dates stay whole, and of all only when that is not enough.
  private func widths(of cells: [[String]], within room: Int) -> [Int] {
    let columns = cells[0].indices
    var widths = columns.map { column in cells.map { $0[column].width }.max() ?? 0 }
    let soft = columns.filter { !whole.contains(cells[0][$0]) }
    let wordy = soft.filter { column in cells.dropFirst().contains { $0[column].contains(" ") } }
    for yielding in [wordy, soft, Array(columns)] {
      while widths.reduce(0, +) > room,
        let widest = yielding.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Table.narrowest
      {
        widths[widest] -= 1
      }
    }
    return widths
  }

  /// RFC 4180.
  var csv: [String] {
    ([heads] + rows).map { $0.map(\.csvCell).joined(separator: ",") }
  }
}

extension String {
  /// Quoted where it must be. A spreadsheet takes a cell that begins with one of = + - @ for a
  /// formula and would run what a stranger wrote, so such a cell gets an apostrophe.
  fileprivate var csvCell: String {
    let cell = (isFormula ? "'" : "") + printable
    guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet takes it for a formula. One with apostrophes before it counts, so that an import
  /// that takes one away gives back what was exported.
  var isFormula: Bool {
    unicodeScalars.first { $0 != "'" }.map("=+-@".unicodeScalars.contains) ?? false
  }
}
