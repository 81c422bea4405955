import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct PanelChange: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Give an audit that has a panel another one.",
    discussion: "Who stays on the same day stays invited; the cluster is told anew.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var choice: ChoiceOptions
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if choice.experts == nil { throw ValidationError("name the panel: --experts and --start") }
  }

  func run() async throws {
    let request: Wire.ChangePanelRequest = write.request {
      $0.audit = audit
      $0.experts = choice.experts?.texts ?? []
      $0.start = choice.start.map(Wire.Date.init)
      $0.reason = reason
    }
    let answer = try await server.connected { try await $0.call(Methods.changePanel, request) }
    try output.show(answer.audit ?? Wire.Audit())
    write.tell("\(audit) has another panel", answer)
  }
}

struct PanelReplacements: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replacements",
    abstract: "Rank panels for an audit in which a seat opened, the least disturbing first.",
    discussion: "`tandem panel assign AUDIT` takes the first one.")

  @Argument(help: "The audit's id.")
  var audit: String
  @Option(help: "How many to show, 1 to 1,000.")
  var best = 10
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if !(1...LimitOptions.largestPage).contains(best) {
      throw ValidationError("--best is \(best): expected 1 to \(LimitOptions.largestPage)")
    }
  }

  func run() async throws {
    let request = Wire.ListReplacementsRequest.with {
      $0.audit = audit
      $0.pageSize = best
    }
    let answer = try await server.connected {
      try await $0.call(Methods.listReplacements, request)
    }
    let table = Table(
      heads: ["RANK", "KEEPS", "COST", "DAYS", "IN", "EXPERTS"],
      rows: answer.replacements.enumerated().map { position, replacement in
        let panel = replacement.panel
        return [
          String(position + 1), replacement.keeps, String(panel?.cost ?? 0),
          panel?.panel?.days ?? "", panel?.panel?.language ?? "", panel?.panel?.experts ?? "",
        ]
      })
    try output.show(table, JSON(answer.replacements), none: "no panel of \(audit) is valid")
    if answer.replacements.isEmpty { throw Failure.refused }
  }
}

extension Wire.Replacement {
  fileprivate var keeps: String {
    switch (keepsExperts, keepsDay) {
    case (true, true): "expert, day"
    case (true, false): "expert"
    case (false, true): "day"
    case (false, false): "nothing"
    }
  }
}

struct PanelAnnounce: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce",
    abstract: "Tell the cluster of the panel; from now on it may object to its experts.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.AnnouncePanelRequest = write.request { $0.audit = audit }
    let answer = try await server.connected { try await $0.call(Methods.announcePanel, request) }
    let last = answer.audit?.announcement?.objectionsUntil?.text ?? ""
    write.tell("the panel of \(audit) is announced; objections until \(last)", answer)
  }
}

struct PanelInvite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Ask the experts of an announced panel to serve.")

  @Argument(help: "The audit's id.")
  var audit: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.InviteExpertsRequest = write.request { $0.audit = audit }
    let answer = try await server.connected { try await $0.call(Methods.inviteExperts, request) }
    let last = answer.audit?.invitations.compactMap { $0.answerBy?.text }.max() ?? ""
    write.tell("the experts of \(audit) are invited; answers by \(last)", answer)
  }
}
