import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct RegisterCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "The labels that clusters were awarded.",
    subcommands: [ListAll.self, Show.self, Due.self, Record.self, Renew.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List labels, by cluster and then by month.")

    @Option(help: "Only this label, such as gold.")
    var label: String?
    @Option(help: "As it was or will be on this day, YYYY-MM-DD; left out, today.")
    var on: Day?
    @Flag(help: "Those too that were renewed or replaced, or have lapsed.")
    var all = false
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let labels = try await server.labels(
        limit,
        .with {
          $0.label = label ?? ""
          $0.on = on.map(Wire.Date.init)
        })
      try output.show(
        labels.filter { all || $0.state == .valid || $0.state == .renewable },
        none: "no label is in the register")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show every label that a cluster has had.")

    @Argument(help: "The cluster organisation's id.")
    var cluster: String
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let labels = try await server.labels(limit, .with { $0.cluster = cluster })
      try output.show(labels, none: "\(cluster) has had no label")
    }
  }

  struct Due: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List labels that end soon, or have ended and can still be renewed.")

    @Option(help: "Those that end by this day, YYYY-MM-DD.")
    var by: Day
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let labels = try await server.labels(limit, .with { $0.dueBy = Wire.Date(by) })
      try output.show(labels, none: "no label ends by \(by)")
    }
  }

  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enter a label that was awarded before the network kept audits.")

    @Argument(help: "The cluster organisation's id.")
    var cluster: String
    @Option(help: "The label, such as silver.")
    var label: String
    @Option(help: "A day of the month in which it was awarded, YYYY-MM-DD.")
    var awarded: Day
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.RecordLabelRequest = write.request {
        $0.cluster = cluster
        $0.label = label
        $0.awarded = Wire.Date(awarded)
      }
      let answer = try await server.connected { try await $0.call(Methods.recordLabel, request) }
      let until = answer.label?.until?.text ?? ""
      write.tell("\(cluster) has \(label) until \(until)", answer)
    }
  }
}

extension ServerOptions {
  fileprivate func labels(
    _ limit: LimitOptions, _ request: Wire.ListLabelsRequest
  ) async throws -> [Wire.RegisteredLabel] {
    try await connected { client in
      try await limit.items(of: Methods.listLabels, request, from: client) { $0.labels }
    }
  }
}

extension OutputOptions {
  fileprivate func show(_ labels: [Wire.RegisteredLabel], none: String) throws {
    let table = Table(
      heads: ["CLUSTER", "NAME", "LABEL", "AWARDED", "UNTIL", "STATE", "AUDIT"],
      rows: labels.map {
        [
          $0.cluster, $0.clusterName, $0.label, String(($0.awarded?.text ?? "").prefix(7)),
          $0.until?.text ?? "", String(describing: $0.state), $0.audit,
        ]
      }, whole: ["AWARDED", "UNTIL"])
    try show(table, JSON(labels), none: none)
  }
}
