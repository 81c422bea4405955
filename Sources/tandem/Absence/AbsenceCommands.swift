import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct AbsenceCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absence", abstract: "Days on which experts cannot serve.",
    subcommands: [ListAll.self, Add.self, Delete.self, ImportCommand<AbsenceRows>.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List absences, in the order of their ids.")

    @Option(help: "Of this expert only.")
    var expert: String?
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListAbsencesRequest.with { $0.expert = expert ?? "" }
      let all = try await server.connected { [limit] client in
        try await limit.items(of: Methods.listAbsences, request, from: client) { $0.absences }
      }
      let table = Table(
        heads: ["ID", "EXPERT", "FIRST DAY", "LAST DAY"],
        rows: all.map { [$0.id, $0.expert, $0.firstDay?.text ?? "", $0.lastDay?.text ?? ""] })
      try output.show(table, JSON(all), none: "no absence is so")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add days of absence.")

    @Option(help: "Whose they are.")
    var expert: String
    @Option(help: "The first day, YYYY-MM-DD.")
    var first: Day
    @Option(help: "The last day, YYYY-MM-DD.")
    var last: Day
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.CreateAbsenceRequest = write.request {
        $0.absence = .with {
          $0.expert = expert
          $0.firstDay = Wire.Date(first)
          $0.lastDay = Wire.Date(last)
        }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createAbsence, request)
      }
      write.tell("\(answer.absence?.id ?? "") is added", answer)
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take days of absence back.")

    @Argument(help: "The absence's id.")
    var id: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.DeleteAbsenceRequest = write.request { $0.id = id }
      let answer = try await server.connected {
        try await $0.call(Methods.deleteAbsence, request)
      }
      write.tell("\(id) is deleted", answer)
    }
  }
}
