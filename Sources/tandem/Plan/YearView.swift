import ArgumentParser
import TandemModel
import TandemProtocol

/// The weeks of a plan as columns: one row an audit, with its panel's weeks, or one row an expert, with
/// the number of their audits in each week.
struct YearView {
  enum Rows: String, ExpressibleByArgument, CaseIterable {
    case audits, experts
  }

  private let heads: [String]
  private let cells: [[Character]]
  /// The Monday of the first week.
  private let firstMonday: Day
  private let weeks: Int

  init(_ plan: Wire.Plan, rows: Rows) {
    let spans = plan.audits.compactMap { audit in
      (audit.panel?.span).map { (audit: audit, days: $0) }
    }
    let first = spans.map(\.days.lowerBound).min() ?? .first
    let last = spans.map(\.days.upperBound).max() ?? first
    let monday = first.adding(1 - first.weekday)
    firstMonday = monday
    weeks = spans.isEmpty ? 0 : monday.days(to: last) / 7 + 1
    var counts: [String: [Int]] = [:]
    for (audit, days) in spans {
      let names = rows == .audits ? [audit.audit] : (audit.panel?.seats ?? []).map(\.expert)
      let touched = monday.days(to: days.lowerBound) / 7...monday.days(to: days.upperBound) / 7
      for name in names {
        for week in touched { counts[name, default: Array(repeating: 0, count: weeks)][week] += 1 }
      }
    }
    // Audits in the order of their days, experts by their ids.
    let begun = counts.mapValues { $0.firstIndex { $0 > 0 } ?? 0 }
    heads = counts.keys.sorted {
      rows == .audits && begun[$0] != begun[$1] ? (begun[$0] ?? 0) < (begun[$1] ?? 0) : $0 < $1
    }
    cells = heads.map { head in
      counts[head, default: []].map { count in
        switch count {
        case 0: "·"
        case 1: "#"
        case 2...9: Character(String(count))
        default: "+"
        }
      }
    }
  }

  /// Weeks that do not fit beside each other come below.
  func lines(fitting width: Int) -> [String] {
    let margin = min(20, heads.map(\.width).max() ?? 0)
    let room = max(1, width - margin - 1)
    return stride(from: 0, to: weeks, by: room).flatMap { from in
      let columns = from..<min(weeks, from + room)
      let shown = zip(heads, cells).filter { $1[columns].contains { $0 != "·" } }
      return ["".padded(to: margin) + " " + months(columns)].map { $0.styled(.bold) }
        + shown.map { $0.cut(to: margin).padded(to: margin) + " " + String($1[columns]) }
    }
  }

  /// The name of each month above its first week, where there is room.
  private func months(_ columns: Range<Int>) -> String {
    var line = ""
    var last = 0
    for week in columns {
      let month = firstMonday.adding(7 * week + 6).parts.month
      if month != last, line.width <= week - columns.lowerBound {
        line = line.padded(to: week - columns.lowerBound) + YearView.names[month - 1]
      }
      last = month
    }
    return line
  }

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Wire.Panel {
  /// From the first to the last day.
  fileprivate var span: ClosedRange<Day>? {
    guard let first = start?.known,
      let last = end?.known, first <= last
    else { return nil }
    return first...last
  }
}
