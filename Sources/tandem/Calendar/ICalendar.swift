import TandemModel
import TandemProtocol

/// Audits as a calendar file, iCalendar by RFC 5545: each one an event of whole days under an identifier that
/// stays the same, so that a calendar that takes the file in again changes what it has.
struct ICalendar {
  /// One audit.
  struct Event {
    let audit: String
    let summary: String
    let location: String
    let description: String
    let first: Day
    let last: Day
    /// Whether all its experts have accepted.
    let isConfirmed: Bool
  }

  let events: [Event]
  /// When the file is made: milliseconds since 1970 UTC.
  let time: Int64

  /// A line has at most 75 bytes, without its end (RFC 5545, 3.1).
  private static let longestLine = 75

  var file: [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ESCA//Tandem//EN"]
    for event in events { lines += event.lines(stamp) }
    lines.append("END:VCALENDAR")
    return lines.flatMap { Array((Self.folded($0) + "\r\n").utf8) }
  }

  private var stamp: String {
    let day = Day(ofInstant: time).description.replacing("-", with: "")
    let seconds = time / 1000 % 86_400
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return "\(day)T\(clock.joined())Z"
  }

  /// Goes on in a new line, after a blank, where it is too long; no character is torn.
  private static func folded(_ line: String) -> String {
    var folded = ""
    var room = longestLine
    for character in line {
      if character.utf8.count > room {
        folded += "\r\n "
        room = longestLine - 1
      }
      folded.append(character)
      room -= character.utf8.count
    }
    return folded
  }
}

extension ICalendar.Event {
  fileprivate func lines(_ stamp: String) -> [String] {
    [
      "BEGIN:VEVENT",
      // The ids of one server's audits are its own.
      "UID:\(audit)@tandem",
      "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(first.basic)",
      // The day after the last one.
      "DTEND;VALUE=DATE:\(last.adding(1).basic)",
      "SUMMARY:\(summary.escaped)",
      "LOCATION:\(location.escaped)",
      "DESCRIPTION:\(description.escaped)",
      "STATUS:\(isConfirmed ? "CONFIRMED" : "TENTATIVE")",
      "END:VEVENT",
    ]
  }

  /// Nil when the panel has no days.
  init?(
    audit: String, _ panel: Wire.Panel?, label: String, cluster: String, at country: String,
    remote: Bool, _ state: Wire.AuditState
  ) {
    guard let panel, let first = panel.start?.known, let last = panel.end?.known else { return nil }
    self.init(
      audit: audit, summary: "\(label) audit of \(cluster)",
      location: remote ? "by video" : country,
      description:
        "\(audit), \(state). Experts: \(panel.seats.map(\.text).joined(separator: ", ")).",
      first: first, last: last, isConfirmed: [.confirmed, .held, .decided].contains(state))
  }

  init?(_ audit: Wire.Audit) {
    self.init(
      audit: audit.id, audit.panel?.panel, label: audit.label,
      cluster: audit.clusterLabel, at: audit.country,
      remote: audit.remote, audit.state)
  }

  init?(_ assignment: Wire.Assignment) {
    self.init(
      audit: assignment.audit, assignment.panel?.panel, label: assignment.label,
      cluster: assignment.clusterLabel,
      at: assignment.country, remote: assignment.remote, assignment.state)
  }
}

extension Day {
  /// `YYYYMMDD`.
  fileprivate var basic: String { description.replacing("-", with: "") }
}

extension String {
  /// As a TEXT value (RFC 5545, 3.3.11).
  fileprivate var escaped: String {
    printable.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
  }
}
