import ArgumentParser
import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol

struct MeCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "me", abstract: "What an expert does with their own token.",
    subcommands: [
      Assignments.self, MeAccept.self, MeDecline.self, MeRecuse.self, MeReport.self, MeAbsence.self,
      MeInterest.self, MeCalendar.self, MeAudits.self, MeBid.self,
    ])

  struct Assignments: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the panels on which you sit, by day.")

    @Option(help: "Not those that end before this day, YYYY-MM-DD.")
    var from: Day?
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let (expert, all) = try await server.connected { [limit, from] client in
        let expert = try await client.ownExpert()
        let request = Wire.ListAssignmentsRequest.with {
          $0.expert = expert
          $0.from = from.map(Wire.Date.init)
        }
        let all = try await limit.items(
          of: Methods.listAssignments, request, from: client
        ) { $0.assignments }
        return (expert, all)
      }
      let table = Table(
        heads: ["FROM", "TO", "AUDIT", "CLUSTER", "AT", "LABEL", "IN", "WITH", "STATE"],
        rows: all.map { assignment in
          let panel = assignment.panel?.panel ?? Wire.Panel()
          let others = panel.seats.filter { $0.expert != expert }.map(\.text)
          return [
            panel.start?.text ?? "", panel.end?.text ?? "", assignment.audit,
            assignment.clusterLabel,
            assignment.remote ? "video" : assignment.country, assignment.label, panel.language,
            others.joined(separator: ", "), assignment.progress,
          ]
        }, whole: ["FROM", "TO", "STATE"])
      try output.show(table, JSON(all), none: "you sit on no panel")
    }
  }
}

extension Wire.Assignment {
  /// What the expert is to do next, or has done.
  fileprivate var progress: String {
    guard let invitation else { return String(describing: state) }
    guard invitation.accepted else { return "answer by \(invitation.answerBy?.text ?? "")" }
    switch state {
    case .held: return report == nil ? "report due" : "reported"
    case .invited: return "accepted"
    default: return String(describing: state)
    }
  }
}

/// Who answers: the expert whose token it is, unless a coordinator does it for one who told them.
struct BehalfOptions: ParsableArguments {
  @Option(help: "For coordinators: on behalf of this expert.")
  var expert: String?

  func expert(_ client: TandemClient) async throws -> String {
    if let expert { return expert }
    return try await client.ownExpert()
  }
}

extension TandemClient {
  /// The id of the expert whose token it is.
  func ownExpert() async throws -> String {
    let info = try await call(Methods.getServerInfo, Wire.GetServerInfoRequest())
    guard !info.expert.isEmpty else {
      throw ValidationError(
        "this is not an expert's token; `tandem login` with yours, or give it in TANDEM_TOKEN")
    }
    return info.expert
  }
}
