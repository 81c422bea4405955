/// One thing by the names and values that are known of it.
struct Facts {
  let names: [String]
  let values: [String]
  /// Columns from a name to its value.
  private static let indent = 14

  /// What is not given, an empty value, is left out.
  init(_ pairs: [(name: String, value: String)]) {
    let given = pairs.filter { !$0.value.isEmpty }
    names = given.map(\.name)
    values = given.map(\.value)
  }

  /// Names on the left, values wrapped beside them, in a style if there is one.
  func lines(fitting width: Int, style: Terminal.Style? = nil) -> [String] {
    zip(names, values).flatMap { name, value in
      let margin = String(repeating: " ", count: Facts.indent)
      let head = name.padded(to: Facts.indent - 1) + " "
      return value.wrapped(to: width - Facts.indent).enumerated().map { position, line in
        (position == 0 ? head.styled(.bold) : margin) + (style.map(line.styled) ?? line)
      }
    }
  }

  var table: Table {
    Table(heads: ["WHAT", "VALUE"], rows: zip(names, values).map { [$0, $1] })
  }
}
