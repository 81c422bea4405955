import TandemModel

/// BUSY: another audit of the expert overlaps, or too few whole days lie between the two.
public struct BusyBreach: Breach {
  public static let rule = Rule.busy
  public let expert: ExpertID
  public let audit: AuditID
  public let days: ClosedRange<Day>
  /// Whole days that must lie between two audits.
  public let restDays: Int

  public var experts: [ExpertID] { [expert] }
  public var sentence: String {
    let rest =
      switch restDays {
      case 0: ""
      case 1: ", and 1 whole day must lie between"
      default: ", and \(restDays) whole days must lie between"
      }
    return "\(expert) audits \(audit) \(days.inWords)\(rest)."
  }
  public var evidence: [Evidence] {
    [
      Evidence("audit", audit), Evidence("from", days.lowerBound),
      Evidence("until", days.upperBound), Evidence("rest_days", restDays),
    ]
  }

  static func bars(
    of record: ExpertRecord, in auditCase: AuditCase, over starts: ClosedRange<Day>
  ) -> [Bar] {
    let restDays = auditCase.policy.restDays
    return auditCase.engagements(of: record).compactMap { engagement in
      let days = engagement.days
      let barred =
        days.lowerBound.adding(1 - auditCase.length - restDays)...days.upperBound.adding(restDays)
      guard barred.overlaps(starts) else { return nil }
      return Bar(
        BusyBreach(expert: record.id, audit: engagement.audit, days: days, restDays: restDays),
        on: barred)
    }
  }

  static func assurance(
    of record: ExpertRecord, in auditCase: AuditCase, on start: Day
  ) -> Assurance {
    let others = auditCase.engagements(of: record).count
    let sentence =
      others == 0
      ? "\(record.id) has no other audit."
      : "None of the other audits of \(record.id) (\(others)) is on those days or next to them."
    return Assurance(rule, [record.id], sentence)
  }
}
