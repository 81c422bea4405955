import ArgumentParser
import TandemServer

@main
struct Tandemd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tandemd",
    abstract: "Keeps a network of cluster experts and matches them to audits.",
    discussion: """
      Settings come from flags, else from the environment (TANDEM_DATA, TANDEM_LISTEN,
      TANDEM_TODAY, TANDEM_LOG_LEVEL), else from the JSON file that --config names, with the keys
      data, listen, today and log.level.

      Exit codes: 0 stopped as told, 64 usage, 65 the journal is damaged, 69 the address or the
      data directory cannot be used, 1 anything else.
      """,
    version: Server.version, subcommands: [Serve.self, Verify.self, Backup.self],
    defaultSubcommand: Serve.self)
}

/// The flag that every command takes.
struct DataOptions: ParsableArguments {
  @Option(help: "The data directory (default: ~/.local/share/tandem).")
  var data: String?

  @Option(help: "A JSON file with settings.")
  var config: String?
}
