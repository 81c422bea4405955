import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

extension PolicyCommands {
  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the versions of the policy, the newest first.")

    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let versions = try await server.connected { [limit] client in
        try await limit.items(of: Methods.listPolicyVersions, .init(), from: client) {
          $0.versions
        }
      }
      let table = Table(
        heads: ["VERSION", "BY", "AT", "NOTE"],
        rows: versions.map {
          [
            String($0.policy?.version ?? 0), $0.time == nil ? "the program" : $0.author,
            $0.time?.text ?? "",
            // Whoever may not see the author sees no note.
            $0.note.isEmpty && !$0.author.isEmpty ? "came with a file" : $0.note,
          ]
        }, whole: ["AT"])
      try output.show(table, JSON(versions), none: "no version")
    }
  }

  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show in what two versions of the policy differ.")

    @Argument(help: "One version.")
    var one: Int
    @Argument(help: "The other one (default: the one in force).")
    var other: Int?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let versions = try await server.connected { client in
        try await client.call(
          Methods.listPolicyVersions, .with { $0.pageSize = LimitOptions.largestPage }
        ).versions.compactMap(\.policy)
      }
      let policies = try [one, other ?? versions.first?.version ?? 0].map { asked in
        guard let found = versions.first(where: { $0.version == asked }) else {
          throw ValidationError(
            "the policy has no version \(asked), only 0 to \(versions.first?.version ?? 0)")
        }
        return found
      }
      let values = try policies.map { try $0.read().json.leaves() }
      let names = (values[0] + values[1]).map(\.name)
      var seen: Swift.Set<String> = []
      let rows = names.filter { seen.insert($0).inserted }.compactMap { name -> [String]? in
        let both = values.map { $0.first { $0.name == name }?.value ?? "" }
        return both[0] == both[1] ? nil : [name, both[0], both[1]]
      }
      let table = Table(
        heads: ["WHAT", "VERSION \(policies[0].version)", "VERSION \(policies[1].version)"],
        rows: rows)
      let json = JSON.list(
        rows.map { row in
          .object([
            .init("what", .text(row[0])), .init("one", .text(row[1])),
            .init("other", .text(row[2])),
          ])
        })
      try output.show(table, json, none: "the two versions are the same")
    }
  }
}

extension Wire.Policy {
  /// Throws what is wrong with it.
  func read() throws -> Policy {
    var reader = FieldReader()
    guard let policy = reader.policy(self, at: "policy"), reader.faults.isEmpty else {
      throw Failure.badData(reader.faults)
    }
    return policy
  }
}

extension JSON {
  /// Every value that is no object, by the way to it.
  fileprivate func leaves(_ name: String = "") -> [(name: String, value: String)] {
    switch self {
    case .object(let members):
      members.flatMap { $0.value.leaves(name.isEmpty ? $0.key : "\(name).\($0.key)") }
    case .list(let values):
      [(name, "[\(values.map(\.description).joined(separator: ", "))]")]
    case .text(let text): [(name, text)]
    default: [(name, description)]
    }
  }
}
