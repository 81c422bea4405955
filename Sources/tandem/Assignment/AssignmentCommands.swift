import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct AssignmentCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment", abstract: "What experts are asked to do.",
    subcommands: [ListAll.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the panels on which an expert sits, by day.")

    @Option(help: "The expert's id.")
    var expert: String
    @Option(help: "Not those that end before this day, YYYY-MM-DD.")
    var from: Day?
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListAssignmentsRequest.with {
        $0.expert = expert
        $0.from = from.map(Wire.Date.init)
      }
      let all = try await server.connected { [limit] client in
        try await limit.items(of: Methods.listAssignments, request, from: client) { $0.assignments }
      }
      let table = Table(
        heads: ["FROM", "TO", "AUDIT", "CLUSTER", "AT", "LABEL", "IN", "WITH", "BROKEN"],
        rows: all.map { assignment in
          let panel = assignment.panel?.panel ?? Wire.Panel()
          let others = panel.seats.filter { $0.expert != expert }.map(\.text)
          let broken =
            (assignment.panel?.breaches.map(\.rule) ?? [])
            + (assignment.panel?.waived ?? []).map { "\($0.breach?.rule ?? "") (waived)" }
          return [
            panel.start?.text ?? "", panel.end?.text ?? "", assignment.audit,
            assignment.clusterLabel,
            assignment.remote ? "video" : assignment.country, assignment.label, panel.language,
            others.joined(separator: ", "), broken.joined(separator: " "),
          ]
        })
      try output.show(table, JSON(all), none: "\(expert) sits on no panel")
    }
  }
}
