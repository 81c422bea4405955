import ArgumentParser
import TandemMatching
import TandemProtocol

/// How much an expert would like to serve.
enum Bid: Int, CaseIterable, ExpressibleByArgument {
  case keen, none, reluctant
  case veryReluctant

  init?(argument: String) {
    guard let bid = Bid.allCases.first(where: { $0.text == argument }) else { return nil }
    self = bid
  }

  static var allValueStrings: [String] { allCases.map(\.text) }

  var text: String {
    switch self {
    case .keen: "keen"
    case .none: "none"
    case .reluctant: "reluctant"
    case .veryReluctant: "very-reluctant"
    }
  }
}

struct MeAudits: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audits",
    abstract: "List the audits that have no panel yet and on which you could serve.")

  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let all = try await server.connected { [limit] client in
      let expert = try await client.ownExpert()
      return try await limit.items(
        of: Methods.listOpenAudits, .with { $0.expert = expert }, from: client
      ) { $0.audits }
    }
    let table = Table(
      heads: ["AUDIT", "CLUSTER", "AT", "LABEL", "LANGUAGES", "FROM", "TO", "BID"],
      rows: all.map { audit in
        [
          audit.audit, audit.clusterLabel,
          audit.remote ? "video" : audit.country, audit.label,
          audit.languages.joined(separator: " "), audit.earliest?.text ?? "",
          audit.latest?.text ?? "", audit.bid == 1 ? "" : Bid(rawValue: audit.bid)?.text ?? "",
        ]
      }, whole: ["FROM", "TO"])
    try output.show(table, JSON(all), none: "there is no such audit now")
  }
}

struct MeBid: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bid",
    abstract: "Say how much you would like to serve on an audit, one of `tandem me audits`.")

  @Argument(help: "The audit's id.")
  var audit: String
  @Argument(help: "One of keen, reluctant and very-reluctant; none takes back what you said.")
  var bid: Bid
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let answer = try await server.connected { client in
      let expert = try await client.ownExpert()
      return try await client.call(
        Methods.placeBid,
        write.request {
          $0.audit = audit
          $0.expert = expert
          $0.bid = bid.rawValue
        })
    }
    write.tell(
      bid == .none ? "your bid on \(audit) is taken back" : "you are \(bid.text) on \(audit)",
      answer)
  }
}
