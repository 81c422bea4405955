import ArgumentParser
import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol

/// How a plan is to be made, shown and kept.
struct PlanOptions: ParsableArguments {
  @Option(help: "End the search after that many seconds, at most 3600 (default: 600).")
  var seconds: Int?
  @Flag(help: "Give the audits the panels of the plan.")
  var publish = false
  @Flag(help: "Publish the plan though there was no time to prove it.")
  var unproven = false
  @Option(help: "Show the year, a column a week: of the audits, or of the experts.")
  var year: YearView.Rows?
  @Option(
    help:
      "What if: a file of lines such as `away E0007:2027-05-01:2027-05-31`; see --away and others.")
  var whatIf: String?
  @OptionGroup var files: PlanFiles
  @OptionGroup var supposed: WhatIfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if let seconds, !(1...3_600).contains(seconds) {
      throw ValidationError("--seconds is \(seconds): expected 1 to 3600")
    }
    if unproven, !publish { throw ValidationError("--unproven goes with --publish") }
    if publish, whatIf != nil || !supposed.isEmpty {
      throw ValidationError("what is only supposed cannot be published: leave out --publish")
    }
  }

  /// Makes the plan, shows it, writes its files and publishes it, as far as that is asked for.
  func run(audits: [String], repair: Bool) async throws {
    try files.check()
    let suppositions = Suppositions(supposed, try whatIf.map(WhatIfFile.init))
    let published = try await server.connected { client in
      let (revision, plan) = try await suppositions.asking(client) { hypotheses in
        let request = Wire.PlanRequest.with {
          $0.audits = audits
          $0.repair = repair
          $0.seconds = seconds ?? 0
          $0.whatIf = hypotheses
        }
        return try await PlanRun(client: client).plan(request)
      }
      try show(plan)
      try files.write(
        problem: plan.problemFile, plan: plan.planFile, certificate: plan.certificateFile)
      guard publish else { return Wire.PublishPlanResponse?.none }
      guard plan.optimal || unproven else {
        say("nothing was published: the plan is not proven; --unproven publishes it all the same")
        throw Failure.refused
      }
      return try await client.call(
        Methods.publishPlan,
        .with {
          $0.madeFrom = revision
          $0.plannedOn = plan.plannedOn
          $0.audits = audits
          $0.repair = repair
          $0.planFile = plan.planFile
          $0.certificateFile = plan.certificateFile
        })
    }
    guard let published else { return }
    let count = published.plan?.changed.count ?? 0
    say(
      "published: \(count == 1 ? "1 audit has" : "\(count) audits have") another panel, revision "
        + "\(published.revision)")
    tellEffects(of: published)
  }

  private func show(_ plan: Wire.Plan) throws {
    let view = PlanView(plan)
    for note in plan.leftOut { say(note) }
    switch output.output {
    case .json:
      // The files are written elsewhere.
      var plan = plan
      plan.problemFile = []
      plan.planFile = []
      plan.certificateFile = []
      try put(JSON(plan))
      say(view.verdict)
    case .csv:
      try put(view.table.csv)
      say(view.verdict)
    case .table:
      let year = year.map { YearView(plan, rows: $0).lines(fitting: Terminal.width) + [""] } ?? []
      try put(year + view.lines(fitting: Terminal.width))
    }
  }
}
