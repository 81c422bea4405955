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
    commandName: "interest", abstract: "Your interests.", subcommands: [Add.self, Confirm.self])

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look through your interests, and with --complete say that they are all.",
      discussion: "Once a year: without it you cannot accept an invitation.")

    @Flag(help: "All your interests are declared.")
    var complete = false
    @OptionGroup var write: WriteOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let (known, interests, answer) = try await server.connected { [write, complete] client in
        let expert = try await client.ownExpert()
        let interests = try await client.items(
          of: Methods.listInterests, .with { $0.expert = expert }
        ) { $0.interests }
        let known = try await client.call(Methods.getExpert, .with { $0.id = expert }).expert
        guard complete else { return (known, interests, Wire.DeclareInterestsResponse?.none) }
        let answer = try await client.call(
          Methods.declareInterests, write.request { $0.expert = expert })
        return (known, interests, answer)
      }
      if let answer { return write.tell("all your interests are declared", answer) }
      try output.show(interests)
      say(
        "you said last on \(known?.interestsDeclared?.text ?? "?") that these are all; if they are, say so "
          + "again with --complete")
    }
  }

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
