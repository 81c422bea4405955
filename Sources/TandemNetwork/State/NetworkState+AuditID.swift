import TandemModel

extension NetworkState {
  /// The id that the next audit gets which nobody has named: the year, and how many of that year there are
  /// with it, such as 2026-0007. The same for the same state.
  public func nextAuditID(on today: Day) -> AuditID {
    let prefix = "\(today.parts.year)-"
    var number = audits.keys.count { $0.text.hasPrefix(prefix) }
    while true {
      number += 1
      let digits = String(number)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      if let id = AuditID(prefix + zeros + digits), audits[id] == nil { return id }
    }
  }
}
