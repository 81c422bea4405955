import TandemModel

extension PlanningModel {
  /// A column's panel by names.
  func entry(of column: Column) -> Plan.Entry? {
    let auditCase = audits[Int(column.audit)].auditCase
    let experts = column.members.map { roster.records[$0].id }
    guard let seats = Seats(experts), let language = auditCase.language(of: seats) else {
      return nil
    }
    return Plan.Entry(
      audit: auditCase.audit.id, start: day(Int(column.start)), experts: seats.experts,
      language: language)
  }

  /// The date of a day that is counted from the roster's first.
  func day(_ number: Int) -> Day { roster.firstDay.adding(number) }
}
