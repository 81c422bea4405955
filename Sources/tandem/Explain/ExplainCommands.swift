import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct ExplainCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why, why not, and what it would take.",
    subcommands: [WhyPanel.self, WhyNot.self, WhyUnfilled.self])

  struct WhyPanel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "panel",
      abstract: "Why this panel: what it costs, and what each other expert would cost instead.",
      discussion: "Without --experts the panel that stands, else the best ranked one.")

    @Argument(help: "The audit's id.")
    var audit: String
    @OptionGroup var choice: ChoiceOptions
    @OptionGroup var asked: ExplainOptions

    func run() async throws {
      let answer = try await asked.answer {
        $0.audit = audit
        $0.question = .whyPanel
        $0.experts = choice.experts?.texts ?? []
        $0.start = choice.start.map(Wire.Date.init)
      }
      try asked.output.show(answer, answer.panel?.view)
    }
  }

  struct WhyNot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "expert", abstract: "Why not these experts, or any one: every rule, or the cost."
    )

    @Argument(help: "The audit's id.")
    var audit: String
    @Argument(help: "The experts' ids; left out, all are explained.")
    var experts: [String] = []
    @Option(help: "On this start only, YYYY-MM-DD.")
    var start: Day?
    @OptionGroup var asked: ExplainOptions

    func run() async throws {
      let answer = try await asked.answer {
        $0.audit = audit
        $0.question = .whyNot
        $0.experts = experts
        $0.start = start.map(Wire.Date.init)
      }
      try asked.output.show(answer, answer.experts.view)
    }
  }

  struct WhyUnfilled: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unfilled",
      abstract: "Why nobody: who is left after each rule, and what would have to be waived.")

    @Argument(help: "The audit's id.")
    var audit: String
    @Option(help: "How many relaxations to list, 1 to 1,000.")
    var best = 5
    @Flag(help: "Show the funnel of each start too.")
    var starts = false
    @OptionGroup var asked: ExplainOptions

    func validate() throws {
      if !(1...LimitOptions.largestPage).contains(best) {
        throw ValidationError("--best is \(best): expected 1 to \(LimitOptions.largestPage)")
      }
    }

    func run() async throws {
      let answer = try await asked.answer {
        $0.audit = audit
        $0.question = .whyUnfilled
        $0.relaxations = best
      }
      try asked.output.show(answer, answer.unfilled?.view(withStarts: starts))
    }
  }
}

/// What all explanations take.
struct ExplainOptions: ParsableArguments {
  @OptionGroup var whatIf: WhatIfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func answer(_ fill: (inout Wire.ExplainRequest) -> Void) async throws -> Wire.ExplainResponse {
    let request = Wire.ExplainRequest.with(fill)
    return try await server.connected { [whatIf] client in
      try await Suppositions(whatIf).asking(client) { hypotheses in
        var request = request
        request.whatIf = hypotheses
        return try await client.call(Methods.explain, request)
      }
    }
  }
}

extension OutputOptions {
  fileprivate func show(_ answer: Wire.ExplainResponse, _ view: ExplanationView?) throws {
    guard output != .json, let view else { return try put(JSON(answer)) }
    if output == .csv { return try put(view.table.csv) }
    try put(view.lines(fitting: Terminal.width))
  }
}
