import ArgumentParser
import TandemModel
import TandemProtocol

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Tell what changes, as it is written, until Ctrl-C.",
    discussion: """
      A line for each change: the revision, when it was written in UTC, what happened by its name in the \
      record, what it is about, and who did it. With --output json each command's changes are one line \
      of JSON. When the connection is lost it is made again, and goes on where it ended.
      """)

  @Option(
    help: ArgumentHelp(
      "The revision after which to begin; 0 is the very beginning (default: from now on).",
      valueName: "revision"))
  var after: Int?
  @Option(help: "Only changes of this kind, such as audit_admitted; may be given more than once.")
  var kind: [String] = []
  @Option(help: "Only changes of this audit; may be given more than once.")
  var audit: [String] = []
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    try await server.connected { [after, kind, audit, output] client in
      let newest = try await client.call(Methods.getServerInfo, .init()).revision
      try await Watcher(client: client, output: output.output).watch(
        .with {
          $0.after = after ?? newest
          $0.kinds = kind
          $0.audits = audit
        })
    }
  }
}

struct AuditWatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Tell how far an audit has come, and what changes, until Ctrl-C.",
    discussion: "As `tandem watch --audit`, after a line on the state that it is in.")

  @Argument(help: "The audit's id.")
  var id: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    try await server.connected { [id, output] client in
      let answer = try await client.call(Methods.getAudit, .with { $0.id = id })
      if output.output == .table {
        say("\(id) is \(answer.audit.map { String(describing: $0.state) } ?? "unknown")")
      }
      try await Watcher(client: client, output: output.output).watch(
        .with {
          $0.after = answer.revision
          $0.audits = [id]
        })
    }
  }
}
