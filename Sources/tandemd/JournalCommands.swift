import ArgumentParser
import TandemServer

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every record of a journal; no server is needed, one may run.")

  @OptionGroup var options: DataOptions

  @Option(help: "REVISION:HASH as it was noted down elsewhere; it must be in the chain.")
  var expect: String?

  func run() async throws {
    try await Failure.exiting {
      let journal = try await options.configuration([:]).journalFile
      print("intact: \(try journal.verified(expecting: expect))")
    }
  }
}

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a checked copy of a journal to a new file; a server may run.",
    discussion: "The copy holds the keys of sealed texts too: keep it as safe as the journal.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The file to write; it must not exist.")
  var file: String

  func run() async throws {
    try await Failure.exiting {
      let journal = try await options.configuration([:]).journalFile
      print("\(file): \(try journal.backUp(to: file))")
    }
  }
}
