import ArgumentParser
import TandemMatching
import TandemProtocol

struct TravelCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel", abstract: "Travel units between countries.",
    subcommands: [ListAll.self, Set.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the travel table.")

    @Option(help: "From this home country only.")
    var home: String?
    @Option(help: "To audits in this country only.")
    var country: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let answer = try await server.connected { try await $0.call(Methods.getTravel, .init()) }
      let legs = answer.legs.filter {
        $0.home == home ?? $0.home && $0.country == country ?? $0.country
      }
      let table = Table(
        heads: ["HOME", "AUDIT IN", "UNITS"],
        rows: legs.map { [$0.home, $0.country, String($0.units)] })
      try output.show(table, JSON(legs), none: "no leg is known")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set the units between two countries, both ways.")

    @Argument(help: "Where the expert lives.")
    var home: String
    @Argument(help: "Where the audit takes place.")
    var country: String
    @Argument(help: "0 to 1,000,000.")
    var units: Int
    @Flag(help: "This way only.")
    var oneWay = false
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let ways = oneWay || home == country ? [(home, country)] : [(home, country), (country, home)]
      let request: Wire.SetTravelRequest = write.request {
        $0.legs = ways.map { from, to in
          .with {
            $0.home = from
            $0.country = to
            $0.units = units
          }
        }
      }
      let answer = try await server.connected { try await $0.call(Methods.setTravel, request) }
      write.tell("\(home) and \(country) are \(units) apart", answer)
    }
  }
}
