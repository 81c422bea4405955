import ArgumentParser
import TandemMatching

/// How to show what was asked for.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Option(help: "How to show it.")
  var output = Format.table

  /// Shows a list: `table` for people, `csv` for spreadsheets, `json` with all that is known.
  func show(_ table: Table, _ json: @autoclosure () -> JSON, none: String) throws {
    switch output {
    case .json: try put(json())
    case .csv: try put(table.csv)
    case .table where table.rows.isEmpty: say(none)
    case .table: try put(table.lines(fitting: Terminal.width))
    }
  }

  /// Shows one thing by its names and values.
  func show(_ facts: Facts, _ json: @autoclosure () -> JSON) throws {
    switch output {
    case .json: try put(json())
    case .csv: try put(facts.table.csv)
    case .table: try put(facts.lines(fitting: Terminal.width))
    }
  }
}
