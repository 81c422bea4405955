import TandemModel

/// A problem with its rows at hand by expert: made in one pass, and shared by all its audits.
public struct IndexedProblem: Sendable {
  public let problem: Problem
  /// In the order of `problem.experts`, which is that of their ids.
  let records: [ExpertRecord]
  /// Who stated the audits' objections and recusals, where that is known.
  let statements: [AuditID: Statements]
  private let positions: [ExpertID: Int]

  public init(_ problem: Problem, statements: [AuditID: Statements] = [:]) {
    var positions = [ExpertID: Int](minimumCapacity: problem.experts.count)
    var records: [ExpertRecord] = []
    records.reserveCapacity(problem.experts.count)
    for (position, expert) in problem.experts.enumerated() {
      positions[expert.id] = position
      records.append(
        ExpertRecord(
          position: position, expert: expert, absences: problem.unavailable[expert.id] ?? []))
    }
    for interest in problem.interests {
      guard let position = positions[interest.expert] else { continue }
      records[position].interests.append(HeldInterest(interest, in: problem))
    }
    for relation in problem.relations {
      guard let one = positions[relation.one], let other = positions[relation.other] else {
        continue
      }
      records[one].related.append(other)
      records[other].related.append(one)
    }
    for (row, held) in problem.history.enumerated() {
      for expert in held.experts {
        guard let position = positions[expert] else { continue }
        records[position].served.append(row)
      }
    }
    self.problem = problem
    self.records = records
    self.statements = statements
    self.positions = positions
  }

  /// Nil for an expert whom the problem does not have.
  func record(of expert: ExpertID) -> ExpertRecord? {
    positions[expert].map { records[$0] }
  }
}

/// An expert and the problem's rows about them.
struct ExpertRecord: Sendable {
  let position: Int
  let expert: Expert
  let absences: [ClosedRange<Day>]
  /// In the order of the problem's rows.
  var interests: [HeldInterest] = []
  /// The positions of those whom a relation is declared with.
  var related: [Int] = []
  /// The rows of the problem's history in which they served, ascending.
  var served: [Int] = []

  var id: ExpertID { expert.id }
}
