import ArgumentParser
import TandemProtocol

struct AuditSubmit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Ask for an audit.",
    discussion: """
      FILE is a JSON object like a row of `audits` in a tandem-problem/1 file; options complete
      it and go before it.
      """)

  @Argument(help: "The request, or - for standard input.")
  var file: String?

  @Option(help: "The audit's id; left out, the server chooses one.")
  var id: String?
  @Option(help: "The cluster organisation's id.")
  var cluster: String?
  @Option(help: "Where it takes place, such as DE.")
  var country: String?
  @Option(help: "The label, such as gold.")
  var label: String?
  @Option(help: "Languages, the best first, such as de,en.")
  var languages: List?
  @Option(help: "Ids of the organisations that belong to the cluster.")
  var members: List?
  @Option(help: "Sectors, such as photonics.")
  var sectors: List?
  @Option(help: "The earliest first day, YYYY-MM-DD.")
  var earliest: String?
  @Option(help: "The latest last day, YYYY-MM-DD.")
  var latest: String?
  @Option(help: "The start that the cluster would like best, YYYY-MM-DD.")
  var preferred: String?
  @Option(help: "What leaving it open weighs, 1 to 1,000,000.")
  var priority: Int?
  @Option(help: "Experts to whom the cluster objects.")
  var objections: List?
  @Flag(help: "It renews a label.")
  var renewal = false
  @Flag(help: "It is held by video.")
  var remote = false
  @Option(help: "Whom to ask at the cluster.")
  var contactName: String?
  @Option(help: "Their e-mail address.")
  var contactEmail: String?

  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let audit = try completed(try file.map(readAudit) ?? Wire.Audit())
    let request: Wire.SubmitAuditRequest = write.request { $0.audit = audit }
    let answer = try await server.connected { try await $0.call(Methods.submitAudit, request) }
    let submitted = answer.audit ?? Wire.Audit()
    output.show(submitted)
    say("\(submitted.id) is submitted, revision \(answer.revision)")
  }

  private func completed(_ audit: Wire.Audit) throws -> Wire.Audit {
    var audit = audit
    audit.id = id ?? audit.id
    audit.cluster = cluster ?? audit.cluster
    audit.country = country ?? audit.country
    audit.label = label ?? audit.label
    audit.languages = languages?.texts ?? audit.languages
    audit.members = members?.texts ?? audit.members
    audit.sectors = sectors?.texts ?? audit.sectors
    audit.earliest = try earliest.map(Wire.Date.argument) ?? audit.earliest
    audit.latest = try latest.map(Wire.Date.argument) ?? audit.latest
    audit.preferred = try preferred.map(Wire.Date.argument) ?? audit.preferred
    audit.priority = priority ?? audit.priority
    audit.objections = objections?.texts ?? audit.objections
    audit.renewal = renewal || audit.renewal
    audit.remote = remote || audit.remote
    if contactName != nil || contactEmail != nil {
      audit.contact = .with {
        $0.name = contactName ?? ""
        $0.email = contactEmail ?? ""
      }
    }
    return audit
  }
}
