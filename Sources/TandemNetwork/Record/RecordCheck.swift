import Foundation
import TandemJournal
import TandemMatching
import TandemModel

/// What a check of a `tandem-record/1` file found whole.
public struct RecordCheck: Sendable {
  /// The end of the chain that the file holds.
  public let head: Head
  /// How many decisions it holds.
  public let decisions: Int

  /// Checks a file without a server: the hash of each record and its place in the chain, all that the
  /// file says of its decisions against what the records give, and each assigned panel against the
  /// rules. `expected` is a head that was noted down elsewhere.
  ///
  /// Throws `Faults` that name the place in the file, or `JournalError` that names the revision.
  public static func check(_ bytes: [UInt8], expecting expected: Head? = nil) throws -> RecordCheck
  {
    let log = FaultLog()
    guard let json = JSONParser.parse(bytes, log: log), log.count == 0 else { throw log.faults }
    let reader = RecordReader(json, log)
    guard let (audit, records, sealing) = reader.read(), log.count == 0 else { throw log.faults }
    var chain = Chain(expecting: expected)
    let followed = try records.enumerated().map { position, fields in
      let record = try reader.record(fields, position)
      try chain.follow(record)
      return record
    }
    var file = RecordFile(
      of: audit, sealing, bases: Set(followed.flatMap(EventCoding.basesOfPlans)))
    for record in followed { try file.take(record) }
    try chain.finish()
    let made = file.json
    if let (pointer, mine, theirs) = json.firstDifference(from: made) {
      throw Faults([Fault(at: pointer, "is \(mine), and the records give \(theirs)")])
    }
    if let place = zip(bytes, made.file()).enumerated().first(where: {
      $0.element.0 != $0.element.1
    }) {
      let line = bytes[..<place.offset].count { $0 == UInt8(ascii: "\n") } + 1
      throw Faults([Fault(at: "", "is written otherwise at byte \(place.offset + 1), line \(line)")]
      )
    }
    guard bytes.count == made.file().count else {
      throw Faults([Fault(at: "", "ends otherwise than it was written")])
    }
    let decisions = made["decisions"]?.rows ?? []
    for (position, decision) in decisions.enumerated() {
      if decision["decision"] == .text(DecisionRow.planPublished) {
        try checkPlan(decision, at: "/decisions/\(position)")
      } else {
        try checkRules(decision, position)
      }
    }
    return RecordCheck(head: chain.head, decisions: decisions.count)
  }

  /// An assigned panel breaks no rule of the problem that was known, but for what was waived; it costs
  /// what the decision says, and so does the best one. One that came with a file was decided elsewhere.
  private static func checkRules(_ decision: JSON, _ position: Int) throws {
    guard decision["decided_on"] != nil else { return }
    let place = "/decisions/\(position)"
    let log = FaultLog()
    guard let fields = Field(top: decision, log: log).object(),
      let audit: AuditID = fields["audit"].word(), let chosen = choice(fields)
    else { throw log.faults }
    guard let known = decision["problem"] else {
      throw Faults([Fault(at: place, "was decided, and the network had no such audit to decide")])
    }
    let problem = try Problem.read(known.file())
    guard
      let auditCase = AuditCase(
        audit, in: IndexedProblem(problem), standing: problem.pinnedPanels)
    else { throw Faults([Fault(at: place, "is about an audit that its problem does not have")]) }
    let strangers = chosen.experts.subtracting(problem.experts.map(\.id)).sorted()
    var faults = strangers.map {
      Fault(at: "\(place)/experts", "name \($0), whom the network did not know")
    }
    faults += auditCase.breaches(of: chosen.experts.sorted(), on: chosen.start).map {
      Fault(at: "\(place)/experts", "break \($0.rule.rawValue): \($0.sentence)")
    }
    guard faults.isEmpty, let seats = Seats(chosen.experts) else { throw Faults(faults) }
    let cost = auditCase.costRows(of: seats, on: chosen.start).total
    let best = PanelRanking(of: auditCase).first { _ in true }.map(RankedChoice.init)
    if cost != chosen.cost {
      throw Faults([Fault(at: "\(place)/cost", "is \(chosen.cost), and the rules give \(cost)")])
    }
    guard best == fields["best"].orNull({ $0.object().flatMap(choice) }) ?? chosen else {
      let names = best.map { "\($0.experts.sorted()) from \($0.start) at \($0.cost)" } ?? "none"
      throw Faults([Fault(at: "\(place)/best", "is another panel than the rules give: \(names)")])
    }
  }

  /// A published plan keeps the rules of the problem that was known and is worth what it says; its proof
  /// holds.
  private static func checkPlan(_ decision: JSON, at place: String) throws {
    guard let known = decision["problem"], let file = decision["plan"] else {
      throw Faults([Fault(at: place, "was made from a network that had no such audits")])
    }
    let problem = IndexedProblem(try Problem.read(known.file()))
    let plan = try Plan.read(file.file())
    let findings = PlanVerifier(problem).verdict(on: plan).findings.filter(\.refutes)
    guard findings.isEmpty else {
      throw Faults(findings.map { Fault(at: "\(place)/plan", $0.sentence) })
    }
    guard case .text(let certificate) = decision["certificate"] else { return }
    if case .refused(let reason) = CertificateChecker(problem).check(
      try Certificate.read(Array(certificate.utf8)), of: plan)
    {
      throw Faults([Fault(at: "\(place)/certificate", reason)])
    }
  }

  private static func choice(_ fields: Field.Object) -> RankedChoice? {
    guard let start: Day = fields["start"].word(), let cost = fields["cost"].whole(0...Int.max)
    else { return nil }
    return RankedChoice(
      experts: Set(fields["experts"].list { $0.word() }), start: start, cost: cost)
  }
}

/// Reads the parts of a file that the rest follows from.
private struct RecordReader {
  let json: JSON
  let log: FaultLog

  init(_ json: JSON, _ log: FaultLog) {
    self.json = json
    self.log = log
  }

  func read() -> (audit: AuditID?, records: [Field], Sealing)? {
    guard let file = Field(top: json, log: log).object(),
      file["format"].names(format: RecordFile.format)
    else { return nil }
    let audit: AuditID? = file["audit"].orNull { $0.word() }
    let texts = file["disclosed"].list(disclosure)
    guard let records = file["records"].elements() else { return nil }
    return (audit, records, Sealing(disclosed: texts))
  }

  private func disclosure(_ field: Field) -> (nonce: [UInt8], key: [UInt8])? {
    guard let fields = field.object(), let nonce = base64(fields["nonce"]),
      let key = base64(fields["key"])
    else { return nil }
    return (nonce, key)
  }

  private func base64(_ field: Field) -> [UInt8]? {
    guard let text = field.text() else { return nil }
    guard let bytes = Data(base64Encoded: text) else {
      field.refuse("is no Base64")
      return nil
    }
    return Array(bytes)
  }

  private func hash(_ field: Field) -> Hash? {
    guard let text = field.text() else { return nil }
    guard let hash = Hash(hex: text) else {
      field.refuse("is not 64 hexadecimal digits")
      return nil
    }
    return hash
  }

  /// Throws what is wrong with its fields, or `JournalError` when its hash is another.
  func record(_ field: Field, _ position: Int) throws -> Record {
    guard let fields = field.object() else { throw log.faults }
    let revision = fields["revision"].whole(1...Int.max)
    let format = fields["format"].whole(0...Int.max)
    let time = fields["time"].whole(0...Int.max)
    let (actor, id) = (fields["actor"].text(), fields["request_id"].text())
    let digest = hash(fields["request_digest"])
    let version = fields["policy_version"].whole(0...Int.max)
    let events = fields["events"].text()
    let (previous, hash) = (self.hash(fields["previous"]), self.hash(fields["hash"]))
    guard let revision, let format, let time, let actor, let id, let digest, let version,
      let events,
      let previous, let hash
    else { throw log.faults }
    return try Record(
      formatVersion: format, revision: revision, time: Int64(time), actor: actor, requestID: id,
      requestDigest: digest, policyVersion: version, events: Array(events.utf8),
      previous: previous, storedHash: hash)
  }
}

extension JSON {
  /// The elements of a list; none of anything else.
  fileprivate var rows: [JSON] {
    if case .list(let rows) = self { rows } else { [] }
  }
}
