import ArgumentParser
import Foundation
import TandemMatching
import TandemModel

struct PlanSolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the best plan of a tandem-problem/1 file and prove it; no server.",
    discussion: "Ctrl-C ends the search with the best plan so far and the best bound.")

  @Argument(help: "The tandem-problem/1 file, or - for standard input.")
  var problem: String
  @Option(help: "End the search after that many seconds (default: when it is proven).")
  var seconds: Double?
  @Option(help: "Where to write the tandem-plan/1 file (default: standard output).")
  var output: String?
  @Option(help: "Where to write the tandem-certificate/1 file, when the plan is proven.")
  var certificate: String?
  @Flag(help: "Replace files that are there.")
  var force = false

  func validate() throws {
    if let seconds, !(seconds > 0) {
      throw ValidationError("--seconds is \(seconds): expected more than 0")
    }
  }

  func run() throws {
    let problem = try read(self.problem, Problem.read)
    let interrupt = Interrupt()
    let began = ContinuousClock.now
    let deadline = seconds.map { began + .seconds($0) }
    let result = try Planner(problem).plan(
      shouldStop: { interrupt.isGiven || deadline.map { ContinuousClock.now >= $0 } ?? false },
      progress: { say(ProgressLine($0, after: began.duration(to: .now)).text) })
    let took = ProgressLine.seconds(Int(began.duration(to: .now) / .milliseconds(1)))
    let plan = result.plan
    try write(plan.write(), to: output, replacing: force)
    let worth = "unfilled \(plan.objective.unfilled), cost \(plan.objective.cost)"
    let bound = plan.bound.map { "; no plan is under \($0.unfilled) / \($0.cost)" } ?? ""
    say((plan.optimal ? "proven: \(worth)" : "not proven: \(worth)\(bound)") + ", after \(took) s")
    guard let certificate else { return }
    guard let proof = result.certificate else {
      say("there is no proof to write to \(certificate)")
      throw Failure.refused
    }
    try write(proof.write(), to: certificate, replacing: force)
  }
}
