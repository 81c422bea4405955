import ArgumentParser
import Foundation
import TandemJournal
import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

struct RecordCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "The record of decisions, to be checked by anybody.",
    subcommands: [Export.self, Verify.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write decisions with all that was known, and the chain that ties them.",
      discussion: "The notes and reasons of these decisions can be read in the file.")

    @Argument(help: "The audit's id.")
    var audit: String?
    @Flag(help: "All decisions.")
    var all = false
    @OptionGroup var target: FileOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
      if (audit == nil) != all { throw ValidationError("name an audit, or give --all") }
    }

    func run() async throws {
      let request = Wire.ExportRecordRequest.with { $0.audit = audit ?? "" }
      let answer = try await server.connected { try await $0.call(Methods.exportRecord, request) }
      try target.put(answer.record)
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a tandem-record/1 file: every record, decision and panel; no server.")

    @Argument(help: "The file, or - for standard input.")
    var file: String
    @Option(help: "REVISION:HASH as it was noted down elsewhere; it must be in the chain.")
    var expect: ExpectedHead?

    func run() throws {
      let expected = expect.flatMap { Head("\($0.revision):\($0.hash)") }
      do {
        let check = try RecordCheck.check(try read(file), expecting: expected)
        try put([
          "intact: \(check.decisions) decision\(check.decisions == 1 ? "" : "s"), \(check.head)"
        ])
      } catch let faults as Faults {
        throw Failure.badData(faults.faults)
      } catch let error as JournalError {
        say("\(error)")
        throw ExitCode(EX_DATAERR)
      }
    }
  }
}
