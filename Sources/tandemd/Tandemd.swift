import ArgumentParser
import TandemServer

@main
struct Tandemd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tandemd",
    abstract: "Keeps a network of cluster experts and matches them to audits.",
    discussion: """
      Settings come from flags, else from the environment (TANDEM_DATA, TANDEM_LISTEN,
      TANDEM_TODAY, TANDEM_LOG_LEVEL, TANDEM_TLS_CERTIFICATE, TANDEM_TLS_KEY, TANDEM_TLS_CLIENT_CA),
      else from the JSON file that --config names, with the keys data, listen, today, log.level,
      tls.certificate, tls.key and tls.client-ca.

      Without TLS only loopback addresses and Unix sockets are listened on. SIGHUP reads the
      certificate and its key again; calls go on.

      Exit codes: 0 stopped as told, 64 usage, 65 the journal is damaged, 69 the address or the
      data directory cannot be used, 1 anything else.
      """,
    version: Server.version, subcommands: [Serve.self, Init.self, Verify.self, Backup.self],
    defaultSubcommand: Serve.self)
}

/// The flag that every command takes.
struct DataOptions: ParsableArguments {
  @Option(help: "The data directory (default: ~/.local/share/tandem).")
  var data: String?

  @Option(help: "A JSON file with settings.")
  var config: String?
}
