import TandemModel

extension NetworkState {
  func grantWaiver(
    _ waiver: Waiver, of id: AuditID, until: Day, reason: String, on today: Day
  ) throws(Refusal) -> [Event] {
    let entry = try audit(id)
    guard !entry.state.isOver else {
      throw .notNow(Thing(id), reason: "it is \(entry.state.rawValue)")
    }
    if let held = entry.waivers(on: today).first(where: { $0.waiver == waiver }) {
      let end = held.until.map { " until \($0)" } ?? ""
      throw .notNow(
        Thing(id), reason: "that waiver holds already\(end); take it back first to change it")
    }
    var faults = waiver.experts.enumerated().flatMap {
      noExpert($1, at: "waiver.experts[\($0)]")
    }
    if case .pair(_, let one, let other) = waiver, one >= other {
      faults.append(
        Fault(at: "waiver.experts", "are not two different ones in the order of their ids"))
    }
    if until < today {
      faults.append(Fault(at: "until", "is \(until), before today, \(today)"))
    }
    try refuse(faults)
    return [.waiverGranted(id, waiver, until: until, reason: reason)]
  }

  func revokeWaiver(
    _ waiver: Waiver, of id: AuditID, reason: String
  ) throws(Refusal) -> [Event] {
    guard try audit(id).waivers.contains(where: { $0.waiver == waiver }) else {
      throw .notNow(Thing(id), reason: "it has no such waiver")
    }
    return [.waiverRevoked(id, waiver, reason: reason)]
  }
}
