import ArgumentParser
import TandemMatching
import TandemProtocol

struct ExpertCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expert", abstract: "The experts of the network.",
    subcommands: [
      ExpertList.self, ExpertShow.self, ExpertAdd.self, ExpertUpdate.self, ExpertRetire.self,
      ImportCommand<ExpertRows>.self, ExpertDoubts.self, ExpertSame.self, ExpertDifferent.self,
    ])
}

struct ExpertList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List experts, in the order of their ids.")

  @Option(help: "Who speak this language, such as de.")
  var language: String?
  @Option(help: "Who live there, such as AT.")
  var country: String?
  @Option(help: "Who are accredited for this label, such as gold.")
  var label: String?
  @Option(help: "Who know this sector, such as photonics.")
  var sector: String?
  @Flag(help: "Retired ones too.")
  var retired = false

  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request = Wire.ListExpertsRequest.with {
      $0.language = language ?? ""
      $0.country = country ?? ""
      $0.label = label ?? ""
      $0.sector = sector ?? ""
      $0.includeRetired = retired
    }
    let experts = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listExperts, request, from: client) { $0.experts }
    }
    let table = Table(
      heads: [
        "ID", "NAME", "COUNTRY", "LANGUAGES", "LABELS", "SECTORS", "MAX", "EMAIL", "LEAD",
        "OPENING LOAD",
      ],
      rows: experts.map {
        [
          $0.id, $0.name, $0.country, $0.languagesText, $0.accredited.joined(separator: " "),
          $0.sectors.joined(separator: " "), String($0.maxAudits), $0.email,
          $0.lead.joined(separator: " "), String($0.openingLoad),
        ]
      }, hidden: ["EMAIL", "LEAD", "OPENING LOAD"])
    try output.show(table, JSON(experts), none: "no expert is so")
  }
}

struct ExpertShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that is known of an expert.")

  @Argument(help: "The expert's id.")
  var id: String

  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let expert = try await server.connected { [id] client in
      try await client.call(Methods.getExpert, .with { $0.id = id }).expert ?? Wire.Expert()
    }
    try output.show(expert.facts, JSON(expert))
  }
}

extension Wire.Expert {
  /// `de C2 en C1`.
  var languagesText: String {
    languages.map { "\($0.language) \($0.level)" }.joined(separator: " ")
  }

  var facts: Facts {
    Facts([
      ("id", id), ("name", name), ("e-mail", email), ("country", country),
      ("languages", languagesText), ("accredited", accredited.joined(separator: " ")),
      ("lead", lead.joined(separator: " ")), ("sectors", sectors.joined(separator: " ")),
      ("max audits", String(maxAudits)),
      ("interests confirmed", interestsDeclared?.text ?? ""),
      ("opening load", "\(openingLoad) on \(openingDate?.text ?? "?")"),
      ("retired", mergedInto.isEmpty ? (retired ? "yes" : "no") : "the same as \(mergedInto)"),
      ("revision", String(revision)),
    ])
  }
}
