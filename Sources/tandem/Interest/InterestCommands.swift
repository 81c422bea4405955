import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct InterestCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interest", abstract: "Ties of experts to organisations.",
    subcommands: [
      ListAll.self, Add.self, Delete.self, ImportCommand<InterestRows>.self, Confirm.self,
    ])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List interests, in the order of their ids.")

    @Option(help: "Of this expert only.")
    var expert: String?
    @Option(help: "In this organisation only.")
    var organisation: String?
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListInterestsRequest.with {
        $0.expert = expert ?? ""
        $0.organisation = organisation ?? ""
      }
      let all = try await server.connected { [limit] client in
        try await limit.items(of: Methods.listInterests, request, from: client) { $0.interests }
      }
      try output.show(all)
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Declare an interest.")

    @Option(help: "Whose it is.")
    var expert: String
    @Option(help: "In which organisation, by its id.")
    var organisation: String?
    @Option(help: "In which organisation, by its name in your own words.")
    var organisationName: String?
    @Option(help: "Where that organisation has its seat, such as DE; else the expert's country.")
    var organisationCountry: String?
    @Option(help: "That organisation's domain, such as iof.fraunhofer.de.")
    var organisationDomain: String?
    @Option(help: "A kind that the policy knows, such as employment.")
    var kind: String
    @Option(help: "Its last day, YYYY-MM-DD; left out, it still runs.")
    var until: Day?
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
      if (organisation == nil) == (organisationName == nil) {
        throw ValidationError("say in which: --organisation ID or --organisation-name NAME")
      }
    }

    func run() async throws {
      let request: Wire.CreateInterestRequest = write.request {
        $0.organisation = organisationName.map { name in
          .with {
            $0.name = name
            $0.country = organisationCountry ?? ""
            $0.domains = organisationDomain.map { [$0] } ?? []
          }
        }
        $0.interest = .with {
          $0.expert = expert
          $0.organisation = organisation ?? ""
          $0.kind = kind
          $0.until = until.map(Wire.Date.init)
        }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createInterest, request)
      }
      write.tell("\(answer.interest?.id ?? "") is declared", answer)
      if let named = answer.interest?.named { tell([named]) }
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take an interest back.")

    @Argument(help: "The interest's id.")
    var id: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.DeleteInterestRequest = write.request { $0.id = id }
      let answer = try await server.connected {
        try await $0.call(Methods.deleteInterest, request)
      }
      write.tell("\(id) is deleted", answer)
    }
  }
}

extension InterestCommands {
  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say for an expert that all their interests are declared, as they told you.")

    @Option(help: "The expert's id.")
    var expert: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.DeclareInterestsRequest = write.request { $0.expert = expert }
      let answer = try await server.connected {
        try await $0.call(Methods.declareInterests, request)
      }
      write.tell("all interests of \(expert) are declared", answer)
    }
  }
}

extension OutputOptions {
  func show(_ interests: [Wire.Interest]) throws {
    let table = Table(
      heads: ["ID", "EXPERT", "ORGANISATION", "KIND", "UNTIL"],
      rows: interests.map {
        [$0.id, $0.expert, $0.organisation, $0.kind, $0.until?.text ?? "still running"]
      })
    try show(table, JSON(interests), none: "no interest is so")
  }
}
