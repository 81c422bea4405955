/// A calendar date of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// Stored as the number of days since 0001-01-01, which is day 1 (the proleptic ordinal).
/// There is no time zone and no clock in it: two dates differ by whole days.
public struct Day: Hashable, Sendable {
  /// 1 for 0001-01-01, 738_886 for 2024-01-01.
  public let ordinal: Int32

  /// 0001-01-01.
  public static let first = Day(unchecked: 1)
  /// 9999-12-31.
  public static let last = Day(unchecked: 3_652_059)

  private init(unchecked ordinal: Int32) { self.ordinal = ordinal }

  /// Nil when the ordinal lies outside the years 1 to 9999.
  public init?(ordinal: Int) {
    guard ordinal >= Int(Day.first.ordinal), ordinal <= Int(Day.last.ordinal) else { return nil }
    self.ordinal = Int32(ordinal)
  }

  /// Nil when there is no such date, as for 2023-02-29.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.lengthOfMonth(month, year: year)
    else { return nil }
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    ordinal = Int32(before * 365 + leapDays + Day.daysBeforeMonth(month, year: year) + day)
  }

  /// The day in UTC of an instant, in milliseconds since 1970-01-01.
  public init(ofInstant milliseconds: Int64) {
    let day: Int64 = 86_400_000
    let whole = milliseconds / day - (milliseconds % day < 0 ? 1 : 0)
    // 1970-01-01 is 719_162 days after 0001-01-01.
    self = Day.first.adding(719_162 + Int(whole))
  }

  /// Reads `YYYY-MM-DD` and nothing else: ten ASCII characters naming a date that exists.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month 1…12 and the day of the month 1…31.
  public var parts: (year: Int, month: Int, day: Int) {
    var rest = Int(ordinal) - 1
    let centuries4 = rest / 146_097
    rest %= 146_097
    let centuries = min(rest / 36_524, 3)
    rest -= centuries * 36_524
    let years4 = rest / 1461
    rest %= 1461
    let years = min(rest / 365, 3)
    rest -= years * 365
    let year = centuries4 * 400 + centuries * 100 + years4 * 4 + years + 1
    var month = 12
    while Day.daysBeforeMonth(month, year: year) > rest { month -= 1 }
    return (year, month, rest - Day.daysBeforeMonth(month, year: year) + 1)
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { (Int(ordinal) - 1) % 7 + 1 }

  /// Monday to Friday.
  public var isWeekday: Bool { weekday <= 5 }

  /// The day that many days later (earlier when negative), held inside the years 1 to 9999.
  public func adding(_ days: Int) -> Day {
    let (sum, overflow) = Int(ordinal).addingReportingOverflow(days)
    if overflow { return days < 0 ? .first : .last }
    return Day(unchecked: Int32(min(max(sum, Int(Day.first.ordinal)), Int(Day.last.ordinal))))
  }

  /// Whole days from this day to the other one; negative when the other one is earlier.
  public func days(to other: Day) -> Int { Int(other.ordinal) - Int(ordinal) }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBeforeMonth(_ month: Int, year: Int) -> Int {
    let common = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
    return month > 2 && isLeap(year) ? common + 1 : common
  }
}

extension Day: Comparable {
  public static func < (one: Day, other: Day) -> Bool { one.ordinal < other.ordinal }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

extension ClosedRange<Day> {
  /// The number of days.
  public var count: Int { lowerBound.days(to: upperBound) + 1 }
}
