import ArgumentParser
import TandemProtocol

struct OrganisationDoubts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doubts",
    abstract: "List organisations that may be the same, the most dangerous first.",
    discussion: """
      First those that make a standing panel not independent if they are the same, then those that bar \
      experts from open audits. Settle each with `tandem organisation same` or `different`.
      """)

  @Option(help: "Of this organisation only.")
  var organisation: String?
  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request = Wire.ListDoubtsRequest.with { $0.organisation = organisation ?? "" }
    let all = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listDoubts, request, from: client) { $0.doubts }
    }
    try output.show(all, none: "no organisation is in doubt")
  }
}

struct OrganisationSame: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same", abstract: "Say that two entries are one organisation.",
    discussion: "The other is merged into the one: all that refers to it counts for the one.")

  @Argument(help: "The entry that stays.")
  var one: String
  @Argument(help: "The entry that is one too many.")
  var other: String
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.MergeOrganisationRequest = write.request {
      $0.id = other
      $0.into = one
      $0.reason = reason
    }
    let answer = try await server.connected {
      try await $0.call(Methods.mergeOrganisation, request)
    }
    write.tell("\(other) is merged into \(one)", answer)
  }
}

struct OrganisationDifferent: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different", abstract: "Say that two organisations are not the same.",
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
    let request: Wire.DistinguishOrganisationsRequest = write.request {
      $0.one = one
      $0.other = other
      $0.reason = reason
    }
    let answer = try await server.connected {
      try await $0.call(Methods.distinguishOrganisations, request)
    }
    write.tell("\(one) and \(other) are different", answer)
  }
}

struct OrganisationSplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Undo that an entry was merged into another one.",
    discussion: "All that referred to it counts for it alone again; the two are different then.")

  @Argument(help: "The entry that was merged.")
  var id: String
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.SplitOrganisationRequest = write.request {
      $0.id = id
      $0.reason = reason
    }
    let answer = try await server.connected {
      try await $0.call(Methods.splitOrganisation, request)
    }
    write.tell("\(id) stands for itself again", answer)
  }
}
