import ArgumentParser
import TandemMatching
import TandemProtocol

struct RelationCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relation", abstract: "Pairs of experts who may not share a panel.",
    subcommands: [ListAll.self, Add.self, Delete.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List relations, in the order of their ids.")

    @Option(help: "Of this expert only.")
    var expert: String?
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListRelationsRequest.with { $0.expert = expert ?? "" }
      let all = try await server.connected { [limit] client in
        try await limit.items(of: Methods.listRelations, request, from: client) { $0.relations }
      }
      let table = Table(
        heads: ["ID", "EXPERT", "EXPERT"],
        rows: all.map { [$0.id, $0.experts.first ?? "", $0.experts.last ?? ""] })
      try output.show(table, JSON(all), none: "no relation is so")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Declare that two experts are related.")

    @Argument(help: "One of the two.")
    var expert: String
    @Argument(help: "The other one.")
    var other: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.CreateRelationRequest = write.request {
        $0.relation = .with { $0.experts = [expert, other] }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createRelation, request)
      }
      write.tell("\(answer.relation?.id ?? "") is declared", answer)
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a relation back.")

    @Argument(help: "The relation's id.")
    var id: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.DeleteRelationRequest = write.request { $0.id = id }
      let answer = try await server.connected {
        try await $0.call(Methods.deleteRelation, request)
      }
      write.tell("\(id) is deleted", answer)
    }
  }
}
