import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct PolicyCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "What panels must be like, and what they cost.",
    subcommands: [Show.self, Set.self, History.self, Diff.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the policy; its JSON is what `policy set` takes.")

    @Option(help: "Which version (default: the one in force).")
    var version: Int?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.GetPolicyRequest.with { $0.version = version ?? 0 }
      let answer = try await server.connected { try await $0.call(Methods.getPolicy, request) }
      let wire = answer.policy ?? Wire.Policy()
      let policy = try wire.read()
      try output.show(policy.facts(version: wire.version), policy.json)
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replace the policy by a new version.",
      discussion: "FILE is a JSON object like `policy` in a tandem-problem/1 file.")

    @Argument(help: "The policy, or - for standard input.")
    var file: String
    @Option(help: "Why, for the record.")
    var note: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let policy = try readPolicy(file)
      let request: Wire.SetPolicyRequest = write.request {
        $0.policy = Wire.Policy(policy)
        $0.note = note
      }
      let answer = try await server.connected { client in
        var request = request
        request.revision = try await client.call(Methods.getPolicy, .init()).revision
        return try await client.call(Methods.setPolicy, request)
      }
      let version = answer.policy?.version ?? 0
      try output.show(policy.facts(version: version), policy.json)
      write.tell("version \(version) of the policy is set", answer)
    }

    private func readPolicy(_ path: String) throws -> Policy {
      let (json, log) = try readJSON(path)
      let policy = ProblemReader(.null, log: log).policy(Field(top: json, log: log))
      guard let policy, log.count == 0 else { throw Failure.badData(log.faults.faults) }
      return policy
    }
  }
}
