import TandemModel

/// UNAVAILABLE: one of the audit's days lies in an interval in which the expert cannot serve.
public struct UnavailableBreach: Breach {
  public static let rule = Rule.unavailable
  public let expert: ExpertID
  public let days: ClosedRange<Day>

  public var experts: [ExpertID] { [expert] }
  public var sentence: String { "\(expert) is unavailable \(days.inWords)." }
  public var evidence: [Evidence] {
    [Evidence("from", days.lowerBound), Evidence("until", days.upperBound)]
  }

  static func bars(
    of record: ExpertRecord, in auditCase: AuditCase, over starts: ClosedRange<Day>
  ) -> [Bar] {
    record.absences.compactMap { days in
      let barred = startsBarred(by: days, lasting: auditCase.length)
      guard barred.overlaps(starts) else { return nil }
      return Bar(UnavailableBreach(expert: record.id, days: days), on: barred)
    }
  }

  /// The starts on which an audit of that many days would reach into an absence.
  static func startsBarred(
    by absence: ClosedRange<Day>, lasting length: Int
  ) -> ClosedRange<Day> {
    absence.lowerBound.adding(1 - length)...absence.upperBound
  }

  static func assurance(
    of record: ExpertRecord, in auditCase: AuditCase, on start: Day
  ) -> Assurance {
    let days = start...start.adding(auditCase.length - 1)
    return Assurance(rule, [record.id], "\(record.id) is available \(days.inWords).")
  }
}
