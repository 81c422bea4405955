import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct InterestCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interest", abstract: "Ties of experts to organisations.",
    subcommands: [ListAll.self, Add.self, Delete.self])

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
      let table = Table(
        heads: ["ID", "EXPERT", "ORGANISATION", "KIND", "UNTIL"],
        rows: all.map {
          [$0.id, $0.expert, $0.organisation, $0.kind, $0.until?.text ?? "still running"]
        })
      try output.show(table, JSON(all), none: "no interest is so")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Declare an interest.")

    @Option(help: "Whose it is.")
    var expert: String
    @Option(help: "In which organisation; it must be registered.")
    var organisation: String
    @Option(help: "A kind that the policy knows, such as employment.")
    var kind: String
    @Option(help: "Its last day, YYYY-MM-DD; left out, it still runs.")
    var until: Day?
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.CreateInterestRequest = write.request {
        $0.interest = .with {
          $0.expert = expert
          $0.organisation = organisation
          $0.kind = kind
          $0.until = until.map(Wire.Date.init)
        }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createInterest, request)
      }
      write.tell("\(answer.interest?.id ?? "") is declared", answer)
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
