import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

extension AuditState: ExpressibleByArgument {}

struct AuditCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Requests for audits.",
    subcommands: [
      AuditSubmit.self, AuditList.self, AuditShow.self, AuditAdmit.self, AuditWithdraw.self,
      AuditCancel.self, AuditObject.self, AuditHold.self, AuditDecide.self, AuditWatch.self,
      ImportCommand<AuditRows>.self,
    ])
}

struct AuditList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List audits, in the order of their ids.")

  @Option(help: "Of this cluster.")
  var cluster: String?
  @Option(help: "In this country.")
  var country: String?
  @Option(help: "For this label.")
  var label: String?
  @Option(help: "The one that was submitted under this reference.")
  var reference: String?
  @Option(help: "In this state, such as proposed.")
  var state: AuditState?

  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request = Wire.ListAuditsRequest.with {
      $0.cluster = cluster ?? ""
      $0.country = country ?? ""
      $0.label = label ?? ""
      $0.state = state.map(Wire.AuditState.init) ?? .unspecified
      $0.reference = reference ?? ""
    }
    let audits = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listAudits, request, from: client) { $0.audits }
    }
    // Partners see no experts, and both columns are too much for 80.
    let hasPanels = audits.contains { $0.panel != nil }
    let table = Table(
      heads: [
        "ID", "CLUSTER", "IN", "LABEL", "STATE", "FROM", "TO", "EXPERTS", "REFERENCE",
      ] + AuditList.hidden,
      rows: audits.map {
        [
          $0.id, $0.clusterText, $0.country, $0.label, String(describing: $0.state),
          $0.panel?.panel?.start?.text ?? $0.earliest?.text ?? "",
          $0.panel?.panel?.end?.text ?? $0.latest?.text ?? "", $0.panel?.panel?.experts ?? "",
          $0.reference, $0.languages.joined(separator: " "), $0.members.joined(separator: " "),
          $0.sectors.joined(separator: " "), $0.earliest?.text ?? "", $0.latest?.text ?? "",
          $0.preferred?.text ?? "", String($0.priority), $0.objections.joined(separator: " "),
          $0.renewal ? "yes" : "", $0.remote ? "yes" : "", $0.contact?.name ?? "",
          $0.contact?.email ?? "",
        ]
      }, whole: ["FROM", "TO"],
      hidden: Set(AuditList.hidden + [hasPanels ? "REFERENCE" : "EXPERTS"]))
    try output.show(table, JSON(audits), none: "no audit is so")
  }

  /// What is asked for, for spreadsheets: too much for a terminal.
  private static let hidden = [
    "LANGUAGES", "MEMBERS", "SECTORS", "EARLIEST", "LATEST", "PREFERRED", "PRIORITY", "OBJECTIONS",
    "RENEWAL", "REMOTE", "CONTACT NAME", "CONTACT EMAIL",
  ]
}

struct AuditShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that is known of an audit on one page.")

  @Argument(help: "The audit's id.")
  var id: String

  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let audit = try await server.connected { [id] client in
      try await client.call(Methods.getAudit, .with { $0.id = id }).audit ?? Wire.Audit()
    }
    try output.show(audit)
  }
}

struct AuditAdmit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: "Take a submitted audit into planning.")

  @Argument(help: "The audit's id.")
  var id: String

  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.AdmitAuditRequest = write.request { $0.id = id }
    let answer = try await server.connected { try await $0.call(Methods.admitAudit, request) }
    write.tell("\(id) is admitted", answer)
  }
}

struct AuditWithdraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take an audit back; its panel is let go.")

  @Argument(help: "The audit's id.")
  var id: String
  @Option(help: "Why, for the record.")
  var reason: String

  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.WithdrawAuditRequest = write.request {
      $0.id = id
      $0.reason = reason
    }
    let answer = try await server.connected { try await $0.call(Methods.withdrawAudit, request) }
    write.tell("\(id) is withdrawn", answer)
  }
}
