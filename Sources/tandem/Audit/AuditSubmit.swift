import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct AuditSubmit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Ask for an audit.",
    discussion: """
      FILE is a JSON object like a row of `audits` in a tandem-problem/1 file; options complete
      it, and stand in place of what it says.
      """)

  @Argument(help: "The request, or - for standard input.")
  var file: String?
  @Option(help: "Renew this cluster's label: with what its last audit says of it.")
  var renew: String?
  @OptionGroup var fields: AuditFields
  @OptionGroup var named: NamedOrganisations
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if renew != nil, file != nil {
      throw ValidationError("--renew stands for what a file would say: give one of them")
    }
  }

  func run() async throws {
    let members = try named.named()
    let audit = renew == nil ? try audit() : Wire.Audit()
    let answer = try await server.connected { [renew, fields, write] client in
      var audit = audit
      if let renew { audit = fields.completing(try await Renewals(by: client).request(for: renew)) }
      return try await client.call(
        Methods.submitAudit,
        write.request { [audit] in
          $0.audit = audit
          $0.memberNames = members
        })
    }
    let submitted = answer.audit ?? Wire.Audit()
    try output.show(submitted)
    write.tell("\(submitted.id) is submitted", answer)
    answer.warnings.forEach(say)
    tell(submitted.memberNames)
  }

  private func audit() throws -> Wire.Audit {
    let (row, log) = try file.map(readJSON) ?? (.object([]), FaultLog())
    do {
      return try fields.audit(from: row, log: log)
    } catch {
      throw Failure.badData(error.faults)
    }
  }
}

extension AuditFields {
  /// What a request may say.
  private static let names: Set = [
    "id", "cluster", "country", "label", "languages", "members", "sectors", "earliest", "latest",
    "preferred", "priority", "objections", "recusals", "bids", "renewal", "remote",
  ]

  /// The request that a file's row and these fields make together. Throws what is wrong with it.
  func audit(from row: JSON, log: FaultLog) throws(Faults) -> Wire.Audit {
    guard case .object(let members) = row else {
      Field(top: row, log: log).refuse("expected an object like a row of audits, found \(row)")
      throw log.faults
    }
    // What nobody reads is said: a mistyped objection would be lost.
    let object = Field(top: row, log: log).object()
    for name in members.map(\.key) where !AuditFields.names.contains(name) {
      object?[name].refuse("is no field of a request; leave it out")
    }
    // A row must have these; a request may leave them to the server.
    let request = JSON.object(completing(members))
    let (isNamed, isWeighed) = (request["id"] != nil, request["priority"] != nil)
    let complete = request.with("id", .text("A")).with("priority", .whole(1))
      .with("sectors", .list([]))
    var reader = ProblemReader(.null, log: log)
    var others: Set<AuditID> = []
    let audit = reader.audit(Field(top: complete, log: log), besides: &others)
    guard let audit, log.count == 0 else { throw log.faults }
    var wire = Wire.Audit(audit, contact: Person(), state: .submitted)
    if !isNamed { wire.id = "" }
    if !isWeighed { wire.priority = 0 }
    wire.reference = reference ?? ""
    wire.contact = contact
    return wire
  }
}

extension JSON {
  /// The object with a field that it lacks.
  fileprivate func with(_ name: String, _ value: JSON) -> JSON {
    guard case .object(let members) = self, self[name] == nil else { return self }
    return .object(members + [.init(name, value)])
  }
}
