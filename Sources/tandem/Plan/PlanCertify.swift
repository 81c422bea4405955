import ArgumentParser
import TandemMatching
import TandemModel

struct PlanCertify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Check the proof that no plan is better, in whole numbers; no server.")

  @Argument(help: "The tandem-problem/1 file.")
  var problem: String
  @Argument(help: "The tandem-plan/1 file.")
  var plan: String
  @Argument(help: "The tandem-certificate/1 file.")
  var certificate: String

  func run() throws {
    let problem = try read(self.problem, Problem.read)
    let plan = try read(self.plan, Plan.read)
    let certificate = try read(self.certificate, Certificate.read)
    switch CertificateChecker(IndexedProblem(problem)).check(certificate, of: plan) {
    case .proven: try put(["proven: no plan is better"])
    case .refused(let reason):
      say(reason)
      throw Failure.refused
    }
  }
}
