import ArgumentParser
import Foundation
import TandemMatching
import TandemModel
import TandemProtocol

struct AssignmentCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment", abstract: "What experts are asked to do.",
    subcommands: [ListAll.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the panels on which an expert sits, by day.")

    @Option(help: "The expert's id.")
    var expert: String
    @Option(help: "Not those that end before this day, YYYY-MM-DD.")
    var from: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = try Wire.ListAssignmentsRequest.with {
        $0.expert = expert
        $0.from = try from.map(Wire.Date.argument)
      }
      let all = try await server.connected {
        try await $0.all(Methods.listAssignments, request) { $0.assignments }
      }
      let table = Table(
        heads: ["FROM", "TO", "AUDIT", "CLUSTER", "AT", "LABEL", "IN", "WITH", "BROKEN"],
        rows: all.map { assignment in
          let panel = assignment.panel?.panel ?? Wire.Panel()
          let others = panel.seats.filter { $0.expert != expert }.map(\.text)
          let broken = assignment.panel?.breaches.map(\.rule) ?? []
          return [
            panel.start?.text ?? "", panel.end?.text ?? "", assignment.audit,
            assignment.clusterName.isEmpty ? assignment.cluster : assignment.clusterName,
            assignment.remote ? "video" : assignment.country, assignment.label, panel.language,
            others.joined(separator: ", "), broken.joined(separator: " "),
          ]
        })
      output.show(table, JSON(all), none: "\(expert) sits on no panel")
    }
  }
}

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
        print("\(problem.experts.count) experts, \(problem.audits.count) audits: no fault")
      } catch let faults as Faults {
        for fault in faults.faults { print(fault.description.printable) }
        throw ExitCode(EX_DATAERR)
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the file from which a ranking or plan can be repeated elsewhere.")

    @Option(help: "Only this audit is left to plan; every other valid panel is pinned.")
    var audit: String?
    @Option(help: "The file to write; it must not exist. Left out: standard output.")
    var to: String?
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ExportProblemRequest.with { $0.audit = audit ?? "" }
      let answer = try await server.connected {
        try await $0.call(Methods.exportProblem, request)
      }
      if let to {
        do {
          try Data(answer.problem).write(
            to: URL(fileURLWithPath: to), options: .withoutOverwriting)
        } catch {
          throw Failure.unwritable("\(to) cannot be written: \(error.localizedDescription)")
        }
      } else {
        FileHandle.standardOutput.write(Data(answer.problem))
      }
      for note in answer.leftOut { say(note) }
      say("as of \(answer.revision):\(answer.head)")
    }
  }
}

struct JournalCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "The record of all that was decided.",
    subcommands: [Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every record and the chain that ties them.")

    @Option(help: "REVISION:HASH as it was noted down elsewhere; it must be in the chain.")
    var expect: String?
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let parts = expect?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
      let revision = parts.first.flatMap { Int($0) }
      if expect != nil, revision == nil || parts.count != 2 {
        throw ValidationError("--expect is REVISION:HASH, as `tandem server info` shows it")
      }
      let request = Wire.VerifyJournalRequest.with {
        $0.expectRevision = revision ?? 0
        $0.expectHash = parts.last ?? ""
      }
      let answer = try await server.connected {
        try await $0.call(Methods.verifyJournal, request)
      }
      guard answer.intact else {
        say(answer.finding)
        throw Failure.refused
      }
      print("intact: \(answer.revision):\(answer.head)")
    }
  }
}

struct ServerCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server", abstract: "The server itself.", subcommands: [Info.self])

  struct Info: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the server's version, day and newest revision.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let answer = try await server.connected {
        try await $0.call(Methods.getServerInfo, .init())
      }
      let today = (answer.today?.text ?? "?") + (answer.todayFixed ? ", set by hand" : "")
      let table = Table(
        heads: ["WHAT", "VALUE"],
        rows: [
          ["version", answer.version], ["revision", String(answer.revision)],
          ["head", answer.head], ["today", today],
          ["policy", "version \(answer.policyVersion)"], ["experts", String(answer.experts)],
          ["audits", String(answer.audits)],
        ])
      output.show(table, JSON(answer), none: "")
    }
  }
}
