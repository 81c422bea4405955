/// Has the panels of plans in the making looked at by the verifier while there is time, so that it
/// knows them when the plan that is handed out is checked: planning can then end at once.
final class Precheck {
  /// Below so many audits a plan is checked in a few milliseconds, known or not.
  private static let leastAudits = 500
  /// So many panels are looked at within some milliseconds.
  static let slice = 128

  private let verifier: PlanVerifier
  /// The panels that were looked at, by names.
  private var entries: [Column: Plan.Entry] = [:]

  init(_ verifier: PlanVerifier) { self.verifier = verifier }

  /// Looks at the panels of a draft that are new; false when told to stop before it has seen all.
  ///
  /// A single slice is looked at in any case: what has been won since the last look is not lost.
  func look(at draft: Draft, in model: PlanningModel, _ stop: StopSignal) -> Bool {
    guard model.audits.count >= Self.leastAudits else { return true }
    var new = draft.columns.compactMap(\.self).filter { entries[$0] == nil }[...]
    while !new.isEmpty {
      let slice = new.prefix(Self.slice)
      for column in slice { entries[column] = model.entry(of: column) }
      verifier.look(at: slice.compactMap { entries[$0] })
      new = new.dropFirst(Self.slice)
      if !new.isEmpty, stop.isSet { return false }
    }
    return true
  }

  /// The panels of a draft, by names.
  func panels(of draft: Draft, in model: PlanningModel) -> [Plan.Entry] {
    draft.columns.compactMap { column in
      column.flatMap { entries[$0] ?? model.entry(of: $0) }
    }
  }
}
