import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct PanelBroken: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broken", abstract: "List the panels that break a rule by what is known now.")

  @Option(help: "By what holds on this day, YYYY-MM-DD (default: today).")
  var on: Day?
  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request = Wire.ListBrokenPanelsRequest.with { $0.on = on.map(Wire.Date.init) }
    let panels = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listBrokenPanels, request, from: client) { $0.panels }
    }
    let table = Table(
      heads: ["AUDIT", "FROM", "RULE", "WHY"],
      rows: panels.flatMap { panel in
        (panel.panel?.breaches ?? []).map { breach in
          [
            panel.audit,
            (panel.panel?.panel?.start?.text ?? "") + (panel.held ? " (held)" : ""), breach.rule,
            breach.sentence,
          ]
        }
      })
    guard output.output == .table, !table.rows.isEmpty else {
      return try output.show(table, JSON(panels), none: "no panel breaks a rule")
    }
    try put(ExplanationView(table: table, isProse: true).lines(fitting: Terminal.width))
  }
}
