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
    let problem = try PlanCommands.readFile(self.problem, Problem.read)
    let interrupt = Interrupt()
    let began = ContinuousClock.now
    let deadline = seconds.map { began + .seconds($0) }
    let result = try Planner(problem).plan(
      shouldStop: { interrupt.isGiven || deadline.map { ContinuousClock.now >= $0 } ?? false },
      progress: { say($0.line(after: began.duration(to: .now))) })
    try write(result.plan.write(), to: output, replacing: force)
    let plan = result.plan
    let worth = "unfilled \(plan.objective.unfilled), cost \(plan.objective.cost)"
    let bound = plan.bound.map { "; no plan is under \($0.unfilled) / \($0.cost)" } ?? ""
    say(plan.optimal ? "proven: \(worth)" : "not proven: \(worth)\(bound)")
    guard let certificate else { return }
    guard let proof = result.certificate else {
      say("there is no proof to write to \(certificate)")
      throw Failure.refused
    }
    try write(proof.write(), to: certificate, replacing: force)
  }
}

extension PlanProgress {
  fileprivate func line(after duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return "\(phase.rawValue): \(filled) audits, \(objective.unfilled) / \(objective.cost), bound "
      + "\(bound.unfilled) / \(bound.cost), \((seconds * 1000).rounded() / 1000) s"
  }
}

/// Whether Ctrl-C was pressed; pressed again it ends the program.
private struct Interrupt {
  init() {
    signal(SIGINT) { _ in
      interrupted = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  var isGiven: Bool { interrupted != 0 }
}

// Written by a signal handler, which can capture nothing; it is one word, written in one go.
nonisolated(unsafe) private var interrupted: sig_atomic_t = 0
