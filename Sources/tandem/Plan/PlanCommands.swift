import ArgumentParser
import TandemMatching
import TandemModel

struct PlanCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans of many audits.",
    discussion: """
      On its own it plans all audits, as `tandem plan make` does; `tandem plan make --help` lists the \
      options, such as --publish, --only, --year and --what-if.
      """,
    subcommands: [
      PlanMake.self, PlanRepair.self, PlanList.self, PlanShow.self, PlanSolve.self,
      PlanVerify.self, PlanCertify.self,
    ],
    defaultSubcommand: PlanMake.self)
}

struct PlanVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a tandem-plan/1 file against its problem, by the rules alone; no server.")

  @Argument(help: "The tandem-problem/1 file.")
  var problem: String
  @Argument(help: "The tandem-plan/1 file.")
  var plan: String

  func run() throws {
    let problem = try read(self.problem, Problem.read)
    let plan = try read(self.plan, Plan.read)
    let verdict = PlanVerifier(problem).verdict(on: plan)
    try put(
      verdict.findings.map { finding in
        let place = finding.panel.map { "/panels/\($0)" } ?? finding.audit?.text ?? ""
        return (place.isEmpty ? finding.sentence : "\(place): \(finding.sentence)").printable
      })
    guard verdict.isValid, let objective = verdict.objective else {
      say("the plan is not valid")
      throw Failure.refused
    }
    try put(["valid: unfilled \(objective.unfilled), cost \(objective.cost)"])
  }
}
