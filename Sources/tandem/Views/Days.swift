import TandemModel
import TandemProtocol

extension Wire.Date {
  /// The day; nil where the calendar has none of that date.
  var known: Day? { Day(year: year, month: month, day: day) }

  /// `YYYY-MM-DD`.
  var text: String { known?.description ?? "?" }
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

/// What is about one cluster, and brings its name where it has one.
protocol OfCluster {
  var cluster: String { get }
  var clusterName: String { get }
}

extension OfCluster {
  /// The name, or the id where there is none.
  var clusterLabel: String { clusterName.isEmpty ? cluster : clusterName }

  /// The id, and the name where there is one.
  var clusterText: String { clusterName.isEmpty ? cluster : "\(cluster) \(clusterName)" }
}

extension Wire.Audit: OfCluster {}
extension Wire.Assignment: OfCluster {}
extension Wire.OpenAudit: OfCluster {}
extension Wire.PlannedAudit: OfCluster {}
