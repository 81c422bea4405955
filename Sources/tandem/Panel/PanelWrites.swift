import ArgumentParser
import TandemProtocol

struct PanelAssign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Give an audit a panel: the best ranked one, or the one that is named.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var choice: ChoiceOptions
  @Option(help: "Why another panel than the best ranked one is taken, for the record.")
  var note: String?
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.AssignPanelRequest = write.request {
      $0.audit = audit
      $0.experts = choice.experts?.texts ?? []
      $0.start = choice.start.map(Wire.Date.init)
      $0.note = note ?? ""
    }
    let answer = try await server.connected { try await $0.call(Methods.assignPanel, request) }
    try output.show(answer.audit ?? Wire.Audit())
    write.tell("\(audit) has a panel", answer)
  }
}

struct PanelUnassign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unassign", abstract: "Take an audit's panel back.")

  @Argument(help: "The audit's id.")
  var audit: String
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.UnassignPanelRequest = write.request {
      $0.audit = audit
      $0.reason = reason
    }
    let answer = try await server.connected { try await $0.call(Methods.unassignPanel, request) }
    write.tell("\(audit) has no panel", answer)
  }
}

struct PanelPin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Planning leaves an audit's panel exactly as it is.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.PinPanelRequest = write.request { $0.audit = audit }
    let answer = try await server.connected { try await $0.call(Methods.pinPanel, request) }
    write.tell("the panel of \(audit) is pinned", answer)
  }
}

struct PanelUnpin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpin", abstract: "Planning may change an audit's panel again.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.UnpinPanelRequest = write.request { $0.audit = audit }
    let answer = try await server.connected { try await $0.call(Methods.unpinPanel, request) }
    write.tell("the panel of \(audit) is unpinned", answer)
  }
}
