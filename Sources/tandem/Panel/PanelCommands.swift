import ArgumentParser
import TandemMatching
import TandemProtocol

struct PanelCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel", abstract: "Who carries out an audit.",
    subcommands: [
      PanelRank.self, PanelCheck.self, PanelAssign.self, PanelUnassign.self, PanelPin.self,
      PanelUnpin.self,
    ])
}

/// The experts and the day of a panel that somebody has in mind.
struct ChoiceOptions: ParsableArguments {
  @Option(help: "Ids of the experts, such as E0094,E0118.")
  var experts: List?
  @Option(help: "The first day, YYYY-MM-DD.")
  var start: String?

  func validate() throws {
    if (experts == nil) != (start == nil) {
      throw ValidationError("--experts and --start go together")
    }
  }
}

struct PanelRank: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "Rank the valid panels of an audit, the best first.")

  @Argument(help: "The audit's id.")
  var audit: String
  @Option(help: "How many to show, 1 to 1,000.")
  var best = 10

  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let answer = try await server.connected { [audit, best] client in
      try await client.call(
        Methods.rankPanels,
        .with {
          $0.audit = audit
          $0.pageSize = best
        })
    }
    let table = Table(
      heads: ["RANK", "COST", "DAYS", "IN", "EXPERTS"],
      rows: answer.panels.enumerated().map { position, ranked in
        [
          String(position + 1), String(ranked.cost), ranked.panel?.days ?? "",
          ranked.panel?.language ?? "", ranked.panel?.experts ?? "",
        ]
      })
    output.show(table, JSON(answer.panels), none: "no panel of \(audit) is valid")
    guard let first = answer.panels.first else { throw Failure.refused }
    if output.output == .table { first.explain() }
  }
}

struct PanelCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is right and wrong with a panel; store nothing.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if choice.experts == nil { throw ValidationError("name the panel: --experts and --start") }
  }

  func run() async throws {
    let request = try Wire.CheckPanelRequest.with {
      $0.audit = audit
      $0.experts = choice.experts?.texts ?? []
      $0.start = try choice.start.map(Wire.Date.argument)
    }
    let answer = try await server.connected { try await $0.call(Methods.checkPanel, request) }
    let rows =
      answer.breaches.map { ["broken", $0.rule, $0.sentence] }
      + answer.assurances.map { ["kept", $0.rule, $0.sentence] }
    switch output.output {
    case .json: output.show(JSON(answer))
    case .csv: Table(heads: ["RULE IS", "RULE", "WHY"], rows: rows).csv.forEach { print($0) }
    case .table: show(answer)
    }
    if !answer.breaches.isEmpty { throw Failure.refused }
  }

  private func show(_ answer: Wire.CheckPanelResponse) {
    let width = Terminal.width
    let panel = answer.panel?.panel
    print("\(panel?.experts ?? "") on \(audit), \(panel?.days ?? "")".styled(.bold))
    for breach in answer.breaches {
      "✗ \(breach.rule): \(breach.sentence)".wrapped(to: width, indent: "  ")
        .forEach { print($0.styled(.red)) }
    }
    for assurance in answer.assurances {
      "✓ \(assurance.rule): \(assurance.sentence)".wrapped(to: width, indent: "  ")
        .forEach { print($0) }
    }
    if answer.breaches.isEmpty {
      print("The panel is valid.".styled(.green))
      answer.panel?.explain()
    } else {
      print("The panel is not valid.".styled(.red))
    }
  }
}

extension Wire.RankedPanel {
  /// The rows that add up to the cost.
  fileprivate func explain() {
    let rows = rows.map(\.text).joined(separator: ", ")
    "\(panel?.experts ?? "") cost \(cost): \(rows)".wrapped(to: Terminal.width, indent: "  ")
      .forEach { print($0) }
  }
}
