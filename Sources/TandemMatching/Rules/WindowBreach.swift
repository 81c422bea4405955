import TandemModel

/// WINDOW: the audit cannot begin on that start, for one reason.
public struct WindowBreach: Breach {
  /// Why a start is not valid.
  public enum Reason: Hashable, Sendable {
    /// A day lies outside the horizon, which no waiver widens.
    case horizon(ClosedRange<Day>)
    /// A day lies outside the audit's window, at most that many days from it.
    case window(ClosedRange<Day>, days: Int)
    /// A day is a Saturday or Sunday.
    case weekend(Day)
    /// A day is a closure of the country.
    case closure(Day, Country)
  }

  public static let rule = Rule.window
  public let start: Day
  /// Calendar days that the audit lasts.
  public let length: Int
  public let reason: Reason

  public var experts: [ExpertID] { [] }

  public var sentence: String {
    let audit = "An audit \((start...start.adding(length - 1)).inWords)"
    return switch reason {
    case .horizon(let horizon):
      "\(audit) lies outside the horizon, \(horizon.lowerBound) to \(horizon.upperBound)."
    case .window(let window, let days):
      "\(audit) lies outside its window, \(window.lowerBound) to \(window.upperBound), by "
        + (days == 1 ? "1 day." : "\(days) days.")
    case .weekend(let day):
      "\(audit) takes in \(day), a \(day.weekday == 6 ? "Saturday" : "Sunday")."
    case .closure(let day, let country):
      "\(audit) takes in \(day), a closure of \(country)."
    }
  }

  public var evidence: [Evidence] {
    let start = [Evidence("start", start), Evidence("days", length)]
    return switch reason {
    case .horizon(let horizon):
      start + [
        Evidence("reason", "horizon"), Evidence("from", horizon.lowerBound),
        Evidence("until", horizon.upperBound),
      ]
    case .window(let window, let days):
      start + [
        Evidence("reason", "window"), Evidence("earliest", window.lowerBound),
        Evidence("latest", window.upperBound), Evidence("days_outside", days),
      ]
    case .weekend(let day):
      start + [Evidence("reason", "weekend"), Evidence("day", day)]
    case .closure(let day, let country):
      start + [
        Evidence("reason", "closure"), Evidence("day", day), Evidence("country", country),
      ]
    }
  }

  /// Only leaving the window can be waived, by as many days as it takes and no more than 28.
  public var waiver: Waiver? {
    guard case .window(_, let days) = reason, Waiver.windowDays.contains(days) else { return nil }
    return .window(days: days)
  }

  /// One breach for each reason, at the first day that gives it; empty when the start is valid.
  static func breaches(on start: Day, in auditCase: AuditCase) -> [WindowBreach] {
    let audit = auditCase.audit
    let length = auditCase.length
    let horizon = auditCase.problem.horizon
    let outside = Self.days(from: start, lasting: length, outside: audit.window)
    var reasons: [Reason] = []
    if Self.days(from: start, lasting: length, outside: horizon) > 0 {
      reasons.append(.horizon(horizon))
    }
    if outside > 0 { reasons.append(.window(audit.window, days: outside)) }
    let days = (0..<length).map { start.adding($0) }
    if let day = days.first(where: { !$0.isWeekday }) { reasons.append(.weekend(day)) }
    let closures = auditCase.problem.closures[audit.country] ?? []
    if let day = days.first(where: closures.contains) {
      reasons.append(.closure(day, audit.country))
    }
    return reasons.map { WindowBreach(start: start, length: length, reason: $0) }
  }

  /// How far the audit reaches outside on its worse side; 0 when it lies inside.
  private static func days(
    from start: Day, lasting length: Int, outside range: ClosedRange<Day>
  ) -> Int {
    max(
      0, start.days(to: range.lowerBound), length - 1 - start.days(to: range.upperBound))
  }

  /// The starts of an audit without a breach that is not waived, ascending.
  static func validStarts(of audit: Audit, lasting length: Int, in problem: Problem) -> [Day] {
    starts(of: audit, lasting: length, in: problem, widened: audit.windowWaived)
  }

  /// The starts that are valid or would be with a WINDOW waiver, ascending.
  static func reachableStarts(in auditCase: AuditCase) -> [Day] {
    starts(
      of: auditCase.audit, lasting: auditCase.length, in: auditCase.problem,
      widened: Waiver.windowDays.upperBound)
  }

  private static func starts(
    of audit: Audit, lasting length: Int, in problem: Problem, widened: Int
  ) -> [Day] {
    let closures = problem.closures[audit.country] ?? []
    let first = max(problem.horizon.lowerBound, audit.window.lowerBound.adding(-widened))
    let last = min(problem.horizon.upperBound, audit.window.upperBound.adding(widened))
    guard first <= last else { return [] }
    var starts: [Day] = []
    var workingDays = 0
    for offset in 0...first.days(to: last) {
      let day = first.adding(offset)
      workingDays = day.isWeekday && !closures.contains(day) ? workingDays + 1 : 0
      if workingDays >= length { starts.append(day.adding(1 - length)) }
    }
    return starts
  }
}
