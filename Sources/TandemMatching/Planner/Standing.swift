/// The panels that stand while a plan is made step by step, as they bind their experts.
struct Standing: Sendable {
  /// The days that each expert's panels occupy, rest days included.
  private var occupied: [[Range<Int>]]

  init(_ model: PlanningModel) {
    occupied = Array(repeating: [], count: model.roster.count)
  }

  /// How many audits an expert has.
  func count(of expert: Int) -> Int { occupied[expert].count }

  mutating func add(_ column: Column, in model: PlanningModel) {
    for expert in column.members { occupied[expert].append(column.days(in: model)) }
  }

  mutating func remove(_ column: Column, in model: PlanningModel) {
    for expert in column.members {
      if let place = occupied[expert].firstIndex(of: column.days(in: model)) {
        occupied[expert].remove(at: place)
      }
    }
  }

  /// Whether the panel's members have room for it, and none of its days is taken.
  func allows(_ column: Column, in model: PlanningModel) -> Bool {
    let days = column.days(in: model)
    return column.members.allSatisfy { expert in
      hasRoom(expert, in: model) && !occupied[expert].contains { $0.overlaps(days) }
    }
  }

  /// Whether the expert can take on one more audit.
  func hasRoom(_ expert: Int, in model: PlanningModel) -> Bool {
    occupied[expert].count < model.roster.capacities[expert]
  }

  /// Takes out the starts of an audit that an expert's panels bar.
  func clearBusyStarts(
    of expert: Int, _ audit: PlannedAudit, in bits: inout [UInt64], from first: Int
  ) {
    for days in occupied[expert] {
      let low = max(0, days.lowerBound - audit.occupied + 1 - audit.firstDay)
      let end = min(audit.windowDays, days.upperBound - audit.firstDay)
      guard low < end else { continue }
      for day in low..<end { bits[first + day >> 6] &= ~(1 << UInt64(day & 63)) }
    }
  }
}

extension Column {
  /// The days that its members are bound, rest days included.
  func days(in model: PlanningModel) -> Range<Int> {
    Int(start)..<Int(start) + model.audits[Int(audit)].occupied
  }
}
