import TandemClient
import TandemModel
import TandemProtocol

/// A table read as rows of an import.
struct Import: Sendable {
  let file: String
  let table: ImportTable
  /// The columns of the file that are taken in.
  private let places: [Sheet.Place<ImportColumn>]

  /// The line of the file in which each of ``rows`` begins.
  private let lines: [Int]
  /// Those that can be read.
  let rows: [Wire.ImportRow]
  /// What is wrong with the others.
  let faults: [LineFault]

  /// A fault of a file, with the line by which to sort it.
  struct LineFault {
    let line: Int
    let fault: Fault
  }

  /// Throws what is wrong with the file as a whole and with its heads, with their places.
  init(_ file: String, as table: ImportTable) throws {
    self.file = file
    self.table = table
    let (sheet, places) = try read(file) { bytes throws(Faults) in
      let sheet = try Sheet(bytes)
      return (
        sheet,
        try sheet.places(
          of: table.columns, in: "this table", needed: table.needed,
          passingOver: table.passedOver)
      )
    }
    self.places = places
    var rows: [Wire.ImportRow] = []
    var lines: [Int] = []
    var faults: [LineFault] = []
    for line in sheet.rows {
      var row = table.blank
      var masked: [String] = []
      func refuse(_ at: Int, _ head: String, _ reason: String) {
        let fault = Fault(at: "\(file):\(line.line):\(at + 1)", "\(head): \(reason)")
        faults.append(LineFault(line: line.line, fault: fault))
      }
      let faultsBefore = faults.count
      for place in places {
        let (at, column) = (place.at, place.column)
        let cell = at < line.cells.count ? line.cells[at].withoutApostrophe : ""
        if column.isOptional, cell.isEmpty { continue }
        if cell.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
          refuse(at, place.head, "has a line break or another control character")
        } else if let reason = column.fill(&row, cell) {
          refuse(at, place.head, reason)
        } else if let field = column.masked, masked.last != field {
          masked.append(field)
        }
      }
      for at in line.cells.indices.dropFirst(sheet.heads.cells.count)
      where !line.cells[at].isEmpty {
        refuse(at, "no head", "\"\(line.cells[at])\" stands beside the columns that have one")
      }
      guard faults.count == faultsBefore else { continue }
      row.fields = .with { $0.paths = masked }
      rows.append(row)
      lines.append(line.line)
    }
    self.rows = rows
    self.lines = lines
    self.faults = faults
  }

  /// What the server says, in words of the file.
  func fault(_ fault: Fault) -> (row: Int, fault: LineFault)? {
    guard fault.place.hasPrefix("rows["), let end = fault.place.firstIndex(of: "]"),
      let row = Int(fault.place[fault.place.index(fault.place.startIndex, offsetBy: 5)..<end]),
      lines.indices.contains(row)
    else { return nil }
    let path = fault.place[end...].dropFirst(2)
    let place = places.first { path == $0.column.place || path.hasPrefix($0.column.place + "[") }
    let line = "\(file):\(lines[row])"
    let field = path.split(separator: ".").dropFirst().joined(separator: ".")
    let told =
      if let place {
        Fault(at: "\(line):\(place.at + 1)", "\(place.head): \(fault.reason)")
      } else {
        Fault(at: line, field.isEmpty ? fault.reason : "\(field): \(fault.reason)")
      }
    return (row, LineFault(line: lines[row], fault: told))
  }
}

extension String {
  /// Without the apostrophe that an export sets before what a spreadsheet would take for a formula.
  fileprivate var withoutApostrophe: String {
    guard hasPrefix("'"), isFormula else { return self }
    return String(unicodeScalars.dropFirst())
  }
}
