import TandemModel
import Testing

@Suite("A day")
struct DayTests {
  @Test(
    "has the ordinal and weekday of the calendar",
    arguments: [
      ("0001-01-01", 1, 1), ("1970-01-01", 719_163, 4), ("2000-02-29", 730_179, 2),
      ("2024-01-01", 738_886, 1), ("2027-03-09", 740_049, 2), ("1900-03-01", 693_655, 4),
      ("9999-12-31", 3_652_059, 5),
    ])
  func known(_ text: String, _ ordinal: Int, _ weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(Int(day.ordinal) == ordinal)
    #expect(Day(ordinal: ordinal) == day)
    #expect(day.weekday == weekday)
    #expect(day.isWeekday == (weekday <= 5))
    #expect(day.description == text)
  }

  @Test("round-trips through its parts and its text, each day following the one before")
  func span() throws {
    for (first, last) in [(1, 1500), (730_000, 740_500), (3_650_000, 3_652_059)] {
      var before: (Int, Int, Int)?
      for ordinal in first...last {
        let day = try #require(Day(ordinal: ordinal))
        let parts = day.parts
        guard Day(year: parts.year, month: parts.month, day: parts.day) == day,
          Day(day.description) == day
        else {
          Issue.record("\(ordinal) does not round-trip")
          return
        }
        if let before {
          #expect(before < (parts.year, parts.month, parts.day))
          #expect(parts.day == before.2 + 1 || parts.day == 1)
        }
        before = (parts.year, parts.month, parts.day)
      }
    }
  }

  @Test(
    "is nil for what is no date, or not written as one",
    arguments: [
      "2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-00-01", "2024-13-01",
      "2024-01-00", "2024-01-32", "0000-01-01", "10000-01-01", "2024-1-01", "2024-01-1", "24-01-01",
      "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-01T00:00:00Z", "20240101", "+024-01-01",
      "٢٠٢٤-٠١-٠١", "",
    ])
  func none(_ text: String) { #expect(Day(text) == nil) }

  @Test("knows leap years", arguments: ["2024-02-29", "2000-02-29", "2400-02-29"])
  func leap(_ text: String) { #expect(Day(text)?.description == text) }

  @Test("is nil outside the years 1 to 9999")
  func outside() {
    #expect(Day(ordinal: 0) == nil)
    #expect(Day(ordinal: 3_652_060) == nil)
    #expect(Day(ordinal: .min) == nil)
    #expect(Day(ordinal: .max) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: 0, month: 12, day: 31) == nil)
  }

  @Test("moves by whole days and stays inside the calendar")
  func adding() throws {
    let day = try #require(Day("2024-02-28"))
    #expect(day.adding(2).description == "2024-03-01")
    #expect(day.adding(-59).description == "2023-12-31")
    #expect(day.adding(.max) == .last)
    #expect(day.adding(.min) == .first)
    #expect(Day.last.adding(1) == .last)
    #expect(Day.first.adding(-1) == .first)
    #expect(day.days(to: day.adding(100)) == 100)
    #expect(day.adding(100).days(to: day) == -100)
    #expect(day < day.adding(1))
  }
}
