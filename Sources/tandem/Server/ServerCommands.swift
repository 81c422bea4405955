import ArgumentParser
import TandemMatching
import TandemProtocol

struct ServerCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server", abstract: "The server itself.", subcommands: [Info.self])

  struct Info: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the server's version, day and newest revision, and who you are there.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let answer = try await server.connected {
        try await $0.call(Methods.getServerInfo, .init())
      }
      let today = (answer.today?.text ?? "?") + (answer.todayFixed ? ", set by hand" : "")
      let facts = Facts([
        ("version", answer.version), ("revision", String(answer.revision)),
        ("head", answer.head), ("today", today), ("policy", "version \(answer.policyVersion)"),
        ("experts", String(answer.experts)), ("audits", String(answer.audits)),
        ("you are", "\(answer.caller), \(answer.role)"),
      ])
      try output.show(facts, JSON(answer))
    }
  }
}
