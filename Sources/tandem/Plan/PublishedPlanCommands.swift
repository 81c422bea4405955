import ArgumentParser
import TandemMatching
import TandemProtocol

struct PlanList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans that were published, the newest first.")

  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let plans = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listPublishedPlans, .init(), from: client) { $0.plans }
    }
    try output.show(plans.table, JSON(plans), none: "no plan was published")
  }
}

extension [Wire.PublishedPlan] {
  /// What fits 80 columns; the objective says how many audits are open.
  var table: Table {
    Table(
      heads: ["PUBLISHED", "AT (UTC)", "BY", "FILLED", "OPEN / COST", "PROVEN", "CHANGED"],
      rows: map {
        [
          String($0.published), $0.time?.minute ?? "", $0.actor, String($0.filled),
          Objective($0.objective).text, $0.optimal ? "yes" : "no", String($0.changed.count),
        ]
      }, whole: ["AT (UTC)"])
  }
}

struct PlanShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a published plan, and write the files by which it can be checked elsewhere.")

  @Argument(help: "The revision that published it (default: the newest).")
  var published: Int?
  @OptionGroup var files: PlanFiles
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    try files.check()
    let request = Wire.GetPublishedPlanRequest.with { $0.published = published ?? 0 }
    let answer = try await server.connected {
      try await $0.call(Methods.getPublishedPlan, request)
    }
    let shown = answer.plan ?? Wire.PublishedPlan()
    let facts = Facts([
      ("published", "revision \(shown.published) by \(shown.actor), \(shown.time?.text ?? "")"),
      ("made from", "revision \(shown.madeFrom), on \(shown.plannedOn?.text ?? "")"),
      ("of", shown.audits.isEmpty ? "all audits" : shown.audits.joined(separator: ", ")),
      ("repair", shown.repair ? "yes" : ""),
      ("filled", "\(shown.filled), and \(shown.unfilled) without a panel"),
      ("worth", "unfilled / cost \(Objective(shown.objective).text)"),
      ("proven", shown.optimal ? "yes: no plan is better" : "no"),
      ("changed", shown.changed.joined(separator: ", ")),
    ])
    try output.show(facts, JSON(shown))
    try files.write(
      problem: answer.problemFile, plan: answer.planFile, certificate: answer.certificateFile)
  }
}
