import ArgumentParser
import TandemMatching
import TandemProtocol

struct NetworkCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "The network as a whole.", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in a tandem-problem/1 file, whole or not at all.",
      discussion: "What is there and equal is skipped; what is there and differs is refused.")

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @Flag(help: "Take in the network only, none of the file's audits.")
    var withoutAudits = false

    @OptionGroup var write: WriteOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let bytes = try read(file)
      // Here all faults are listed; an answer of the server has room for some only.
      do {
        _ = try ProblemFile.read(bytes)
      } catch {
        throw Failure.badData(error.faults)
      }
      let request: Wire.ImportProblemRequest = write.request {
        $0.problem = bytes
        $0.withoutAudits = withoutAudits
      }
      let answer = try await server.connected { try await $0.call(Methods.importProblem, request) }
      let table = Table(
        heads: ["WHAT", "ADDED", "SKIPPED"],
        rows: answer.counts.map { [$0.what, String($0.added), String($0.skipped)] })
      try output.show(table, JSON(answer), none: "nothing to take in")
      write.tell("the file is taken in", answer)
    }
  }
}
