import TandemMatching

/// How many of one kind of thing an import added and skipped.
public struct ImportCount: Hashable, Sendable {
  public let what: String
  public let added: Int
  public let skipped: Int
}

extension Outcome {
  /// What an import of the file added, and what of the file was there already.
  public func counts(of file: ProblemFile, withoutAudits: Bool) -> [ImportCount] {
    let problem = file.problem
    let rows = [
      ("experts", problem.experts.count, Event.Kind.expertSet),
      ("absences", problem.unavailable.values.reduce(0) { $0 + $1.count }, .absenceSet),
      ("interests", problem.interests.count, .interestSet),
      ("relations", problem.relations.count, .relationSet),
      ("history", problem.history.count, .auditHeld),
      ("audits", withoutAudits ? 0 : problem.audits.count, .auditSubmitted),
    ]
    return rows.map { what, count, kind in
      let added = events.count { $0.kind == kind }
      return ImportCount(what: what, added: added, skipped: count - added)
    }
  }
}
