import TandemModel

extension AuditCase {
  /// The rows of what a panel adds to the plan that stands, in the order of the model's table and
  /// then of the members; what comes to 0 is left out.
  ///
  /// A panel without a common language has no language rows, and an expert whom the problem does
  /// not have adds nothing: ask only for the cost of a panel that is valid.
  public func costRows(of seats: Seats, on start: Day) -> [CostRow] {
    let members = seats.experts.compactMap { indexed.record(of: $0) }
    let spoken = members.map { levels(of: $0) }
    var rows: [CostRow] = []
    func add(_ units: [CostUnits], for expert: ExpertID? = nil) {
      for (row, units) in units {
        let amount = policy.costs[row] * units
        guard amount != 0 else { continue }
        rows.append(CostRow(row: row, expert: expert, units: units, amount: amount))
      }
    }
    if let language = language(of: spoken) {
      add([(.languageRank, language.place)])
      for (member, levels) in zip(members, spoken) {
        guard let level = levels[language.place] else { continue }
        add([(.languageLevel, level.belowBest)], for: member.id)
      }
    }
    for member in members { add(units(of: member), for: member.id) }
    if members.count == 2 { add(units(of: members[0], members[1], on: start)) }
    add(units(on: start))
    return Costs.Row.allCases.flatMap { row in rows.filter { $0.row == row } }
  }

  /// The language of a panel of these experts; nil when they share none of the audit's.
  public func language(of seats: Seats) -> Language? {
    let spoken = seats.experts.compactMap { indexed.record(of: $0) }.map { levels(of: $0) }
    return language(of: spoken).map { audit.languages[$0.place] }
  }
}
