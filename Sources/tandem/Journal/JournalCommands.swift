import ArgumentParser
import Foundation
import TandemProtocol

struct JournalCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "The record of all that was decided.",
    subcommands: [Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every record and the chain that ties them.")

    @Option(help: "REVISION:HASH as it was noted down elsewhere; it must be in the chain.")
    var expect: ExpectedHead?
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.VerifyJournalRequest.with {
        $0.expectRevision = expect?.revision ?? 0
        $0.expectHash = expect?.hash ?? ""
      }
      let answer = try await server.connected {
        try await $0.call(Methods.verifyJournal, request)
      }
      guard answer.intact else {
        say(answer.finding)
        throw ExitCode(EX_DATAERR)
      }
      try put(["intact: \(answer.revision):\(answer.head)"])
    }
  }
}
