import TandemModel

/// A problem with its rows at hand by expert: made in one pass, and shared by all its audits, by
/// reference: the cases of audits that hold it are copied often.
public final class IndexedProblem: Sendable {
  public let problem: Problem
  /// In the order of `problem.experts`, which is that of their ids.
  let records: [ExpertRecord]
  /// Who stated the audits' objections and recusals, where that is known.
  let statements: [AuditID: Statements]
  /// Why organisations count as one, where that is known.
  let ties: OrganisationTies
  /// What experts bear of others, where that is known.
  let borne: BorneTies
  private let positions: [ExpertID: Int]

  public init(
    _ problem: Problem, statements: [AuditID: Statements] = [:],
    ties: OrganisationTies = OrganisationTies(), borne: BorneTies = BorneTies()
  ) {
    var positions = [ExpertID: Int](minimumCapacity: problem.experts.count)
    for (position, expert) in problem.experts.enumerated() { positions[expert.id] = position }
    var rows = Array(repeating: ExpertRows(), count: problem.experts.count)
    for interest in problem.interests {
      guard let position = positions[interest.expert] else { continue }
      rows[position].interests.append(HeldInterest(interest, in: problem))
    }
    for relation in problem.relations {
      guard let one = positions[relation.one], let other = positions[relation.other] else {
        continue
      }
      rows[one].related.append(other)
      rows[other].related.append(one)
    }
    for (row, held) in problem.history.enumerated() {
      for expert in held.experts {
        guard let position = positions[expert] else { continue }
        rows[position].served.append(row)
      }
    }
    records = problem.experts.enumerated().map { position, expert in
      ExpertRecord(
        position: position, expert: expert, absences: problem.unavailable[expert.id] ?? [],
        rows: rows[position])
    }
    self.problem = problem
    self.statements = statements
    self.ties = ties
    self.borne = borne
    self.positions = positions
  }

  /// Nil for an expert whom the problem does not have.
  func record(of expert: ExpertID) -> ExpertRecord? {
    positions[expert].map { records[$0] }
  }
}

/// An expert and the problem's rows about them: by reference, since searches pass it on for each pair.
final class ExpertRecord: Sendable {
  let position: Int
  let expert: Expert
  let absences: [ClosedRange<Day>]
  /// In the order of the problem's rows.
  let interests: [HeldInterest]
  /// The one in each group that counts longest, in the order of the groups' ids.
  let longestInterests: [HeldInterest]
  /// The positions of those whom a relation is declared with.
  let related: [Int]
  /// The rows of the problem's history in which they served, ascending.
  let served: [Int]

  var id: ExpertID { expert.id }

  fileprivate init(
    position: Int, expert: Expert, absences: [ClosedRange<Day>], rows: ExpertRows
  ) {
    self.position = position
    self.expert = expert
    self.absences = absences
    interests = rows.interests
    longestInterests = SharedOrganisationBreach.longest(of: rows.interests)
    related = rows.related
    served = rows.served
  }
}

/// The rows that are not given expert by expert, while they are gathered.
private struct ExpertRows {
  var interests: [HeldInterest] = []
  var related: [Int] = []
  var served: [Int] = []
}
