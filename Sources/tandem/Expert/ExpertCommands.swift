import ArgumentParser
import TandemMatching
import TandemProtocol

struct ExpertCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expert", abstract: "The experts of the network.",
    subcommands: [ExpertList.self, ExpertShow.self, ExpertAdd.self, ExpertRetire.self])
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
    let experts = try await server.connected {
      try await $0.all(Methods.listExperts, request) { $0.experts }
    }
    let table = Table(
      heads: ["ID", "NAME", "COUNTRY", "LANGUAGES", "LABELS", "SECTORS", "MAX"],
      rows: experts.map {
        [
          $0.id, $0.name, $0.country, $0.languagesText, $0.accredited.joined(separator: " "),
          $0.sectors.joined(separator: " "), String($0.maxAudits),
        ]
      })
    output.show(table, JSON(experts), none: "no expert is so")
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
    output.show(expert.facts, JSON(expert), none: "")
  }
}

struct ExpertAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an expert to the network.")

  @Option(help: "Their id; left out, the server chooses one.")
  var id: String?
  @Option(help: "Their name.")
  var name: String?
  @Option(help: "Their e-mail address.")
  var email: String?
  @Option(help: "Where they live, such as AT.")
  var country: String
  @Option(help: "Languages with their levels, such as de:C2,en:C1.")
  var languages: List
  @Option(help: "The labels that they may audit, such as bronze,gold.")
  var accredited: List
  @Option(help: "The labels whose panels they may lead.")
  var lead: List?
  @Option(help: "Their sectors, such as photonics,ict.")
  var sectors: List?
  @Option(help: "How many audits they take on within a year.")
  var maxAudits = 3
  @Option(help: "Audits that count as served before.")
  var openingLoad = 0

  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let skills = try languages.texts.map { text in
      let parts = text.split(separator: ":").map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("\(text) is no language with its level, such as de:C2")
      }
      return Wire.LanguageSkill.with {
        $0.language = parts[0]
        $0.level = parts[1]
      }
    }
    let request: Wire.CreateExpertRequest = write.request {
      $0.expert = .with {
        $0.id = id ?? ""
        $0.name = name ?? ""
        $0.email = email ?? ""
        $0.country = country
        $0.languages = skills
        $0.accredited = accredited.texts
        $0.lead = lead?.texts ?? []
        $0.sectors = sectors?.texts ?? []
        $0.maxAudits = maxAudits
        $0.openingLoad = openingLoad
      }
    }
    let answer = try await server.connected { try await $0.call(Methods.createExpert, request) }
    let expert = answer.expert ?? Wire.Expert()
    output.show(expert.facts, JSON(expert), none: "")
  }
}

struct ExpertRetire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "An expert takes no new audits; their past stays.")

  @Argument(help: "The expert's id.")
  var id: String

  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.RetireExpertRequest = write.request { $0.id = id }
    let answer = try await server.connected { try await $0.call(Methods.retireExpert, request) }
    say("\(id) is retired, revision \(answer.revision)")
  }
}

extension Wire.Expert {
  /// `de C2 en C1`.
  var languagesText: String {
    languages.map { "\($0.language) \($0.level)" }.joined(separator: " ")
  }

  var facts: Table {
    Table(
      heads: ["WHAT", "VALUE"],
      rows: [
        ["id", id], ["name", name], ["e-mail", email], ["country", country],
        ["languages", languagesText], ["accredited", accredited.joined(separator: " ")],
        ["lead", lead.joined(separator: " ")], ["sectors", sectors.joined(separator: " ")],
        ["max audits", String(maxAudits)],
        ["opening load", "\(openingLoad) on \(openingDate?.text ?? "?")"],
        ["retired", retired ? "yes" : "no"], ["revision", String(revision)],
      ])
  }
}
