import ArgumentParser
import TandemModel
import TandemProtocol

struct MeAbsence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absence", abstract: "Your days of absence.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add days on which you are away.")

    @Option(help: "The first day, YYYY-MM-DD.")
    var first: Day
    @Option(help: "The last day.")
    var last: Day
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let answer = try await server.connected { client in
        let expert = try await client.ownExpert()
        return try await client.call(
          Methods.createAbsence,
          write.request {
            $0.absence = .with {
              $0.expert = expert
              $0.firstDay = Wire.Date(first)
              $0.lastDay = Wire.Date(last)
            }
          })
      }
      write.tell("\(answer.absence?.id ?? "") is added", answer)
    }
  }
}

struct MeInterest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interest", abstract: "Your interests.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Declare an interest.")

    @Option(help: "In which organisation, by its name in your own words.")
    var organisation: String
    @Option(help: "A kind that the policy knows, such as employment.")
    var kind: String
    @Option(help: "Its last day, YYYY-MM-DD; left out, it still runs.")
    var until: Day?
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let answer = try await server.connected { client in
        let expert = try await client.ownExpert()
        return try await client.call(
          Methods.createInterest,
          write.request {
            $0.organisation = .with { $0.name = organisation }
            $0.interest = .with {
              $0.expert = expert
              $0.kind = kind
              $0.until = until.map(Wire.Date.init)
            }
          })
      }
      write.tell("\(answer.interest?.id ?? "") is declared", answer)
    }
  }
}
