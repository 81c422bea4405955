import TandemModel
import TandemProtocol
import Testing

@testable import tandem

/// Calendar files by RFC 5545.
@Suite struct CalendarTests {
  private static func audit(_ set: (inout Wire.Audit) -> Void = { _ in }) -> Wire.Audit {
    .with {
      $0.id = "2027-0001"
      $0.cluster = "OPTONET"
      $0.country = "DE"
      $0.label = "gold"
      $0.state = .confirmed
      $0.panel = .with {
        $0.panel = .with {
          $0.start = .with { ($0.year, $0.month, $0.day) = (2027, 12, 30) }
          $0.end = .with { ($0.year, $0.month, $0.day) = (2027, 12, 31) }
          $0.seats = [
            .with { ($0.expert, $0.name) = ("E1", "Zoë; Ö") }, .with { $0.expert = "E2" },
          ]
        }
      }
      set(&$0)
    }
  }

  private static func file(_ audits: [Wire.Audit]) -> String {
    let calendar = ICalendar(
      events: audits.compactMap(ICalendar.Event.init), time: 1_800_000_123_456)
    return String(decoding: calendar.file, as: UTF8.self)
  }

  @Test("an audit is an event of whole days, up to the day after its last")
  func event() {
    let expected = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ESCA//Tandem//EN", "BEGIN:VEVENT",
      "UID:2027-0001@tandem", "DTSTAMP:20270115T080203Z", "DTSTART;VALUE=DATE:20271230",
      "DTEND;VALUE=DATE:20280101", "SUMMARY:gold audit of OPTONET", "LOCATION:DE",
      "DESCRIPTION:2027-0001\\, confirmed. Experts: E1 Zoë\\; Ö\\, E2.", "STATUS:CONFIRMED",
      "END:VEVENT", "END:VCALENDAR", "",
    ]
    #expect(Self.file([Self.audit()]) == expected.joined(separator: "\r\n"))
  }

  @Test(
    "an audit whose experts have not accepted is tentative, and one without a panel is left out")
  func states() {
    for state in [Wire.AuditState.proposed, .invited] {
      #expect(Self.file([Self.audit { $0.state = state }]).contains("STATUS:TENTATIVE"))
    }
    #expect(!Self.file([Self.audit { $0.panel = nil }]).contains("VEVENT"))
    #expect(Self.file([Self.audit { $0.remote = true }]).contains("LOCATION:by video"))
  }

  @Test("a long line goes on in the next ones, of 75 bytes at most and with no character torn")
  func folding() {
    let name = String(repeating: "Überlänge, ", count: 30)
    let lines = Self.file([Self.audit { $0.clusterName = name }]).split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.utf8.count > 70 })
    let unfolded = lines.joined(separator: "\r\n").replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:gold audit of \(name.replacing(",", with: "\\,"))"))
  }
}
