import ArgumentParser
import Foundation

@main
struct Tandem: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tandem",
    abstract: "Assign independent experts to audits of cluster organisations.",
    discussion: """
      The server is the one of --server, else of --context, else of TANDEM_SERVER, else of the context in
      use, else 127.0.0.1:7410. TLS is spoken to any server that is not a loopback address or a Unix
      socket, and to these with --tls or --ca. Your token there is the one of TANDEM_TOKEN, else of
      --token-file, else of the context that `tandem login` stored; for a server on this machine, else
      the one in coordinator.token in the data directory (TANDEM_DATA, else ~/.local/share/tandem).
      Colour is used on a terminal only, and never where NO_COLOR is set.

      Exit codes: 0 done, 1 refused, 64 usage, 65 bad data, 66 a file cannot be read,
      69 the server cannot be reached, 73 a file cannot be written, 77 not permitted.
      """,
    version: "0.1.0",
    subcommands: [
      NetworkCommands.self, ExpertCommands.self, OrganisationCommands.self, InterestCommands.self,
      RelationCommands.self, AbsenceCommands.self, TravelCommands.self, ClosureCommands.self,
      PolicyCommands.self, AuditCommands.self, PanelCommands.self, ExplainCommands.self,
      WaiverCommands.self, PlanCommands.self, AssignmentCommands.self, MeCommands.self,
      RegisterCommands.self, DueCommand.self, WatchCommand.self, CalendarCommand.self,
      RecordCommands.self, ProblemCommands.self, TokenCommands.self, JournalCommands.self,
      ServerCommands.self,
      Login.self, Logout.self, ContextCommands.self,
    ])

  static func main() async {
    // Whoever reads our output may stop early, as `head` does; that is no failure to report.
    signal(SIGPIPE, SIG_DFL)
    var kind: (any ParsableCommand.Type)?
    do {
      var command = try parseAsRoot()
      kind = type(of: command)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.exit(error, of: kind)
    }
  }
}
