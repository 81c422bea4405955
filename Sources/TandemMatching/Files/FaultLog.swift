import TandemModel

/// What has been found wrong so far, while reading goes on.
package final class FaultLog {
  /// How many faults are noted; a file with more is told of that many.
  static let limit = 1000

  private var noted: [(place: Place, reason: String)] = []

  package init() {}

  package var count: Int { noted.count }

  func note(_ reason: String, at place: Place) {
    if noted.count < FaultLog.limit { noted.append((place, reason)) }
  }

  /// What was noted, in the order of the text.
  package var faults: Faults {
    let order = noted.indices.sorted { one, other in
      if noted[one].place.precedes(noted[other].place) { return true }
      if noted[other].place.precedes(noted[one].place) { return false }
      return one < other
    }
    return Faults(order.map { Fault(at: noted[$0].place.pointer, noted[$0].reason) })
  }
}
