import ArgumentParser

struct PlanMake: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Plan all audits, or some, and prove it; what `tandem plan` does on its own.",
    discussion: """
      The panels that stand are taken for proposals unless they are pinned: the best plan may change any.
      Ctrl-C ends the search with the best plan so far and the best bound. An objective is shown as two \
      numbers, unfilled / cost.
      """)

  @Option(parsing: .upToNextOption, help: "Plan these audits only; all other panels stay.")
  var only: [String] = []
  @OptionGroup var options: PlanOptions

  func run() async throws {
    let audits = only.flatMap { $0.split(separator: ",").map(String.init) }
    try await options.run(audits: audits, repair: false)
  }
}

struct PlanRepair: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Plan some audits anew with as little change as pays, and prove it.",
    discussion: """
      Every panel of an audit that is not named stays. To change one that stands costs what the policy \
      says for changes and moves. Without audits all are freed.
      """)

  @Argument(help: "The audits' ids (default: all).")
  var audits: [String] = []
  @OptionGroup var options: PlanOptions

  func run() async throws { try await options.run(audits: audits, repair: true) }
}
