import TandemModel
import Testing

/// Days begin and end where the coordinator is.
@Suite struct ZoneTests {
  /// Milliseconds at a time of a day in UTC.
  private func instant(_ day: String, _ hour: Int, _ minute: Int, _ second: Int = 0) throws -> Int64
  {
    let days = try #require(Day("1970-01-01")).days(to: try #require(Day(day)))
    return Int64(((days * 24 + hour) * 60 + minute) * 60 + second) * 1000
  }

  @Test(
    "a day begins at midnight there, in summer and in winter",
    arguments: [
      ("Europe/Berlin", "2027-01-14", 22, 59, "2027-01-14"),
      ("Europe/Berlin", "2027-01-14", 23, 0, "2027-01-15"),
      ("Europe/Berlin", "2027-07-14", 21, 59, "2027-07-14"),
      ("Europe/Berlin", "2027-07-14", 22, 0, "2027-07-15"),
      // The clocks go forward on 28 March 2027 at 1:00 UTC.
      ("Europe/Berlin", "2027-03-27", 23, 0, "2027-03-28"),
      ("Europe/Berlin", "2027-03-28", 22, 0, "2027-03-29"),
      ("Europe/Helsinki", "2027-01-14", 22, 0, "2027-01-15"),
      ("America/New_York", "2027-01-15", 4, 59, "2027-01-14"),
      ("UTC", "2027-01-14", 23, 59, "2027-01-14"),
      ("Nowhere/None", "2027-01-14", 23, 59, "2027-01-14"),
    ])
  func midnight(name: String, day: String, hour: Int, minute: Int, expected: String) throws {
    let instant = try instant(day, hour, minute)
    #expect(Zone(name).day(at: instant).description == expected)
  }

  @Test("a zone that nobody knows is known as such, and names tell zones apart")
  func names() {
    #expect(Zone("Europe/Berlin").isKnown && !Zone("Nowhere/None").isKnown && !Zone("").isKnown)
    #expect(Zone("Europe/Berlin") == Zone("Europe/Berlin") && Zone("UTC") != Zone("Europe/Berlin"))
  }
}
