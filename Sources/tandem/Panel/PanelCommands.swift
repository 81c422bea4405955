import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct PanelCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel", abstract: "Who carries out an audit.",
    subcommands: [
      PanelRank.self, PanelCheck.self, PanelAssign.self, PanelUnassign.self, PanelPin.self,
      PanelUnpin.self, PanelBroken.self, PanelAnnounce.self, PanelInvite.self,
      PanelReplacements.self, PanelChange.self,
    ])
}

/// The experts and the day of a panel that somebody has in mind.
struct ChoiceOptions: ParsableArguments {
  @Option(help: "Ids of the experts, such as E0094,E0118.")
  var experts: List?
  @Option(help: "The first day, YYYY-MM-DD.")
  var start: Day?

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
  @OptionGroup var whatIf: WhatIfOptions

  func validate() throws {
    if !(1...LimitOptions.largestPage).contains(best) {
      throw ValidationError("--best is \(best): expected 1 to \(LimitOptions.largestPage)")
    }
  }

  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let answer = try await server.connected { [audit, best, whatIf] client in
      try await Suppositions(whatIf).asking(client) { hypotheses in
        try await client.call(
          Methods.rankPanels,
          .with {
            $0.audit = audit
            $0.pageSize = best
            $0.whatIf = hypotheses
          })
      }
    }
    let table = Table(
      heads: ["RANK", "COST", "DAYS", "IN", "EXPERTS"],
      rows: answer.panels.enumerated().map { position, ranked in
        [
          String(position + 1), String(ranked.cost), ranked.panel?.days ?? "",
          ranked.panel?.language ?? "", ranked.panel?.experts ?? "",
        ]
      })
    try output.show(table, JSON(answer.panels), none: "no panel of \(audit) is valid")
    guard let first = answer.panels.first else {
      say("`tandem explain unfilled \(audit)` says why, and what would have to be waived")
      throw Failure.refused
    }
    guard output.output == .table else { return }
    try put(first.explanation(fitting: Terminal.width))
    try put(answer.panels.waived.flatMap { $0.lines(fitting: Terminal.width) })
    try put(answer.panels.warnings.flatMap { $0.warning(fitting: Terminal.width) })
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
    let request = Wire.CheckPanelRequest.with {
      $0.audit = audit
      $0.experts = choice.experts?.texts ?? []
      $0.start = choice.start.map(Wire.Date.init)
    }
    let answer = try await server.connected { try await $0.call(Methods.checkPanel, request) }
    switch output.output {
    case .json: try put(JSON(answer))
    case .csv: try put(answer.table.csv)
    case .table: try put(answer.lines(fitting: Terminal.width))
    }
    if !answer.breaches.isEmpty { throw Failure.refused }
  }
}
