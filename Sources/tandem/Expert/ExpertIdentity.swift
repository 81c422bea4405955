import ArgumentParser
import TandemProtocol

struct ExpertDoubts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doubts",
    abstract: "List experts who may be one person, entered twice, the most dangerous first.",
    discussion: """
      First those that make a standing panel not independent if they are the same, then those that bar \
      experts from open audits. Settle each with `tandem expert same` or `different`.
      """)

  @Option(help: "About this expert only.")
  var expert: String?
  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request = Wire.ListExpertDoubtsRequest.with { $0.expert = expert ?? "" }
    let all = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listExpertDoubts, request, from: client) { $0.doubts }
    }
    try output.show(all, none: "no expert is in doubt")
  }
}

struct ExpertSame: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same", abstract: "Say that two entries are one expert, entered twice.",
    discussion: """
      All that refers to the other refers to the one from then on: interests, relations, absences, panels \
      and history. The other is retired and its tokens are revoked. It cannot be undone.
      """)

  @Argument(help: "The entry that stays.")
  var one: String
  @Argument(help: "The entry that is one too many.")
  var other: String
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.MergeExpertRequest = write.request {
      $0.id = other
      $0.into = one
      $0.reason = reason
    }
    let answer = try await server.connected { try await $0.call(Methods.mergeExpert, request) }
    write.tell("\(other) is merged into \(one)", answer)
  }
}

struct ExpertDifferent: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different", abstract: "Say that two experts are not the same person.",
    discussion: "It is not asked again.")

  @Argument(help: "The one.")
  var one: String
  @Argument(help: "The other.")
  var other: String
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.DistinguishExpertsRequest = write.request {
      $0.one = one
      $0.other = other
      $0.reason = reason
    }
    let answer = try await server.connected {
      try await $0.call(Methods.distinguishExperts, request)
    }
    write.tell("\(one) and \(other) are different people", answer)
  }
}
