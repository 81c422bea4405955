import TandemModel

extension Plan {
  /// What `format` says in a file of a plan.
  static let format = "tandem-plan/1"

  /// Reads a `tandem-plan/1` file. Throws all that is wrong with it, each fault with its place. Whether
  /// it fits a problem is not looked at; `bound` and `optimal` may be left out, as nothing is claimed
  /// then.
  public static func read(_ bytes: [UInt8]) throws(Faults) -> Plan {
    let log = FaultLog()
    guard let file = JSONParser.parse(bytes, log: log),
      let plan = plan(Field(top: file, log: log)), log.count == 0
    else { throw log.faults }
    return plan
  }

  private static func plan(_ file: Field) -> Plan? {
    guard let file = file.object() else { return nil }
    let format = file["format"]
    guard format.names(format: Plan.format) || format.value == nil else { return nil }
    let panels = file["panels"].list(entry)
    let objective = Objective(file["objective"])
    let bound = file["bound"].orNull { Objective($0) }
    let optimal = file["optimal"].orLeftOut(false) { $0.boolean() }
    guard let objective, let optimal else { return nil }
    return Plan(panels: panels, objective: objective, bound: bound, optimal: optimal)
  }

  private static func entry(_ field: Field) -> Entry? {
    guard let panel = field.object() else { return nil }
    let audit: AuditID? = panel["audit"].word()
    let start: Day? = panel["start"].word()
    let experts: [ExpertID] = panel["experts"].list { $0.word() }
    let language: Language? = panel["language"].word()
    guard let audit, let start, let language else { return nil }
    return Entry(audit: audit, start: start, experts: experts, language: language)
  }

  /// Writes a `tandem-plan/1` file: equal plans give equal bytes, and ``read(_:)`` gives an equal
  /// plan.
  public func write() -> [UInt8] { json.file() }

  package var json: JSON {
    var file: [JSON.Member] = [
      .init("format", .text(Plan.format)),
      .init("panels", .list(panels.map(\.json))),
      .init("objective", objective.json),
    ]
    file.add("bound", bound?.json ?? .null, unless: .null)
    file.append(.init("optimal", .boolean(optimal)))
    return .object(file)
  }
}

extension Plan.Entry {
  fileprivate var json: JSON {
    .object([
      .init("audit", JSON(audit)),
      .init("start", JSON(start)),
      .init("experts", .list(experts.map { JSON($0) })),
      .init("language", JSON(language)),
    ])
  }
}

extension Objective {
  /// Nil where the field is none; what is wrong is noted.
  package init?(_ field: Field) {
    guard let objective = field.object() else { return nil }
    let unfilled = objective["unfilled"].whole(0...Int.max)
    let cost = objective["cost"].whole(0...Int.max)
    guard let unfilled, let cost else { return nil }
    self.init(unfilled: unfilled, cost: cost)
  }

  package var json: JSON {
    .object([.init("unfilled", .whole(unfilled)), .init("cost", .whole(cost))])
  }
}
