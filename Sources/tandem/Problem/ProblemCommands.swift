import ArgumentParser
import Foundation
import TandemMatching
import TandemModel
import TandemProtocol

struct ProblemCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problem", abstract: "Files of tandem-problem/1.",
    subcommands: [Check.self, Export.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a file without a server: one line a fault, POINTER: what is wrong.")

    @Argument(help: "The file, or - for standard input.")
    var file: String

    func run() async throws {
      do {
        let problem = try ProblemFile.read(try read(file)).problem
        try put(["\(problem.experts.count) experts, \(problem.audits.count) audits: no fault"])
      } catch let faults as Faults {
        try put(faults.faults.map(\.description.printable))
        throw ExitCode(EX_DATAERR)
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the file from which a ranking or plan can be repeated elsewhere.")

    @Option(help: "Only this audit is left to plan; every other valid panel is pinned.")
    var audit: String?
    @OptionGroup var target: FileOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ExportProblemRequest.with { $0.audit = audit ?? "" }
      let answer = try await server.connected {
        try await $0.call(Methods.exportProblem, request)
      }
      try target.put(answer.problem)
      for note in answer.leftOut { say(note) }
      say("as of \(answer.revision):\(answer.head)")
    }
  }
}
