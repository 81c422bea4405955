import TandemModel

extension Problem {
  /// What `format` says in a file of a problem.
  static let format = "tandem-problem/1"

  /// Reads a `tandem-problem/1` file. Throws all that is wrong with it, each fault with its place;
  /// what is wrong with pinned panels when nothing else is.
  public static func read(_ bytes: [UInt8]) throws(Faults) -> Problem {
    try reading(bytes).problem
  }

  /// As ``read(_:)``, with the file as it was written.
  static func reading(_ bytes: [UInt8]) throws(Faults) -> (problem: Problem, file: JSON) {
    let log = FaultLog()
    guard let file = JSONParser.parse(bytes, log: log) else { throw log.faults }
    var reader = ProblemReader(file, log: log)
    guard let problem = reader.problem(Field(top: file, log: log)), log.count == 0 else {
      throw log.faults
    }
    reader.refuseBrokenPins(of: problem)
    guard log.count == 0 else { throw log.faults }
    return (problem, file)
  }
}

/// Reads the parts of one problem and holds what they share.
package struct ProblemReader {
  let log: FaultLog
  /// What can be referred to; nil where a fault leaves that open.
  private let known: (experts: Set<ExpertID>?, labels: Set<Label>?, kinds: Set<InterestKind>?)
  /// Where experts and audits live, as far as it could be read.
  var homes: [(country: Country, field: Field)] = []
  var unavailable: [ExpertID: [ClosedRange<Day>]] = [:]
  var current: [AuditID: CurrentPanel] = [:]
  /// Where each current panel stands in the file.
  var currentFields: [AuditID: Field] = [:]

  package init(_ file: JSON, log: FaultLog) {
    self.log = log
    known = (
      file["experts"]?.ids, file["policy"]?["labels"]?.keys(),
      file["policy"]?["cooling_off_days"]?.keys()
    )
  }

  mutating func problem(_ file: Field) -> Problem? {
    guard let file = file.object() else { return nil }
    // Of another format, or of another version of this one, nothing else is known.
    let format = file["format"]
    guard format.names(format: Problem.format) || format.value == nil else { return nil }
    let horizon = file["horizon"].object().flatMap {
      interval($0["start"], $0["end"], refusedAt: $0["end"])
    }
    let policy = policy(file["policy"])
    let experts = experts(file["experts"])
    let audits = audits(file["audits"])
    let groups: [OrganisationID: OrganisationID]? = file["groups"].orLeftOut([:]) {
      $0.map { $0.word() }
    }
    let interests = file["interests"].orLeftOut([]) { $0.list(interest) }
    let relations = file["relations"].orLeftOut([]) { $0.list(relation) }
    let history = file["history"].orLeftOut([]) { $0.list(heldAudit) }
    let travel = travel(file["travel"])
    let closures: [Country: Set<Day>]? = file["closures"].orLeftOut([:]) {
      $0.map { Set($0.list { $0.word() }) }
    }
    guard let horizon, let policy, let groups, let interests, let relations, let history,
      let closures
    else { return nil }
    return Problem(
      horizon: horizon, policy: policy, experts: experts, audits: audits,
      unavailable: unavailable, current: current, groups: groups, interests: interests,
      relations: Set(relations), history: history, travel: travel, closures: closures)
  }

  func interval(_ first: Field, _ last: Field, refusedAt field: Field) -> ClosedRange<Day>? {
    let days: (first: Day?, last: Day?) = (first.word(), last.word())
    guard let first = days.first, let last = days.last else { return nil }
    guard first <= last else {
      field.refuse("ends on \(last), before it begins on \(first)")
      return nil
    }
    return first...last
  }

  // MARK: References

  func expert(_ field: Field) -> ExpertID? { field.word().flatMap { expert($0, at: field) } }

  func expert(_ expert: ExpertID, at field: Field) -> ExpertID? {
    refer(to: expert, in: known.experts, at: field, "/experts has no expert")
  }

  func label(_ field: Field) -> Label? {
    field.word().flatMap {
      refer(to: $0, in: known.labels, at: field, "/policy/labels has no label")
    }
  }

  func kind(_ field: Field) -> InterestKind? {
    field.word().flatMap {
      refer(to: $0, in: known.kinds, at: field, "/policy/cooling_off_days has no kind")
    }
  }

  private func refer<Value: Hashable>(
    to value: Value, in all: Set<Value>?, at field: Field, _ absent: String
  ) -> Value? {
    if all?.contains(value) ?? true { return value }
    field.refuse("\(absent) \(String(describing: value).shortened.quoted)")
    return nil
  }

  /// The id of an expert or audit, which no other may have.
  func ownID<Subject>(_ field: Field, besides others: inout Set<ID<Subject>>) -> ID<Subject>? {
    guard let id: ID<Subject> = field.word() else { return nil }
    guard others.insert(id).inserted else {
      field.refuse("is given twice: \(id) stands before")
      return nil
    }
    return id
  }
}

extension JSON {
  /// The ids of a list of objects, when each of them has one of its own.
  fileprivate var ids: Set<ExpertID>? {
    guard case .list(let values) = self else { return nil }
    let ids = values.compactMap { value in
      if case .text(let text) = value["id"] { ExpertID(text) } else { nil }
    }
    let distinct = Set(ids)
    return distinct.count == values.count ? distinct : nil
  }

  /// The keys of an object, when they are all of that kind.
  fileprivate func keys<Value: Word>() -> Set<Value>? {
    guard case .object(let members) = self else { return nil }
    let keys = members.compactMap { Value($0.key) }
    return keys.count == members.count ? Set(keys) : nil
  }
}
