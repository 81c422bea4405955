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
    let table = Table(
      heads: ["PUBLISHED", "AT", "BY", "FILLED", "OPEN", "UNFILLED / COST", "PROVEN", "CHANGED"],
      rows: plans.map {
        [
          String($0.published), $0.time?.text ?? "", $0.actor, String($0.filled),
          String($0.unfilled), Objective($0.objective).text, $0.optimal ? "yes" : "no",
          String($0.changed.count),
        ]
      })
    try output.show(table, JSON(plans), none: "no plan was published")
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
