import TandemModel
import TandemProtocol

extension Wire.Date {
  /// `YYYY-MM-DD`.
  var text: String {
    Day(year: year, month: month, day: day)?.description ?? "?"
  }
}

extension Wire.Panel {
  /// The days, as `2023-02-08 to 2023-02-09`.
  var days: String {
    let (first, last) = (start?.text ?? "?", end?.text ?? "?")
    return first == last ? first : "\(first) to \(last)"
  }

  /// Ids with names beside them.
  var experts: String { seats.map(\.text).joined(separator: ", ") }
}

extension Wire.Seat {
  var text: String { name.isEmpty ? expert : "\(expert) \(name)" }
}

extension Wire.CostRow {
  /// `language_level 2 (E0094)`.
  var text: String { "\(row) \(amount)" + (expert.isEmpty ? "" : " (\(expert))") }
}

extension Wire.Audit {
  var clusterText: String { clusterName.isEmpty ? cluster : "\(cluster) \(clusterName)" }
}
