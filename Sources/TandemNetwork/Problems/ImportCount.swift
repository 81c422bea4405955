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
    let named = Set(problem.interests.map(\.organisation))
      .union(problem.groups.keys).union(problem.groups.values)
      .union(problem.history.map(\.cluster))
      .union(withoutAudits ? [] : problem.audits.flatMap { $0.members.union([$0.cluster]) })
    let rows = [
      ("policy", 1, Event.Kind.policySet), ("organisations", named.count, .organisationSet),
      ("experts", problem.experts.count, .expertSet),
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
