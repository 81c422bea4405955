import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct ClosureCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closure", abstract: "Days on which no audit takes place in a country.",
    subcommands: [ListAll.self, Set.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List a country's closures.")

    @Argument(help: "The country, such as DE.")
    var country: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.GetClosuresRequest.with { $0.country = country }
      let answer = try await server.connected {
        try await $0.call(Methods.getClosures, request)
      }
      let table = Table(heads: ["DAY"], rows: answer.days.map { [$0.text] })
      try output.show(table, JSON(answer.days), none: "\(country) has no closures")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replace a country's closures by the days given.")

    @Argument(help: "The country, such as DE.")
    var country: String
    @Argument(help: "All its closures, YYYY-MM-DD.")
    var days: [Day] = []
    @Flag(help: "It has no closures at all.")
    var none = false
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
      if days.isEmpty != none {
        throw ValidationError("name the days, or give --none to take all closures away")
      }
    }

    func run() async throws {
      let request: Wire.SetClosuresRequest = write.request {
        $0.country = country
        $0.days = days.map(Wire.Date.init)
      }
      let answer = try await server.connected {
        try await $0.call(Methods.setClosures, request)
      }
      write.tell("\(country) has \(days.count) closures", answer)
    }
  }
}
