import TandemModel

extension Draft {
  /// The plan by names.
  func plan(in model: PlanningModel, bound: Objective, isProven: Bool) -> Plan {
    let panels = columns.compactMap { column -> Plan.Entry? in
      guard let column else { return nil }
      let auditCase = model.audits[Int(column.audit)].auditCase
      let experts = column.members.map { model.roster.records[$0].id }
      guard let seats = Seats(experts), let language = auditCase.language(of: seats) else {
        return nil
      }
      return Plan.Entry(
        audit: auditCase.audit.id, start: model.day(Int(column.start)), experts: seats.experts,
        language: language)
    }
    return Plan(panels: panels, objective: objective, bound: bound, optimal: isProven)
  }
}

extension PlanningModel {
  /// The date of a day that is counted from the roster's first.
  func day(_ number: Int) -> Day { roster.firstDay.adding(number) }
}
