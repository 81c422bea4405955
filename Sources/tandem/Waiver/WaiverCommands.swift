import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct WaiverCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waiver", abstract: "Rules that may be broken for one audit.",
    subcommands: [ListAll.self, Grant.self, Revoke.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the waivers that an audit was given.")

    @Argument(help: "The audit's id.")
    var audit: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let waivers = try await server.connected { [audit] client in
        try await client.call(Methods.getAudit, .with { $0.id = audit }).audit?.waivers ?? []
      }
      let table = Table(
        heads: ["WAIVER", "UNTIL", "BY", "REASON"],
        rows: waivers.map { [$0.text, $0.until?.text ?? "for ever", $0.grantedBy, $0.reason] })
      try output.show(table, JSON(waivers), none: "\(audit) has no waiver")
    }
  }

  struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let a rule pass, or all that the Kth relaxation of `explain unfilled` names.")

    @Argument(help: "The audit's id.")
    var audit: String
    @OptionGroup var named: WaiverArguments
    @Option(help: "Take the waivers of this relaxation, 1 for the best.")
    var relaxation: Int?
    @Option(help: "The last day on which it holds, YYYY-MM-DD.")
    var until: Day
    @Option(help: "Why, for the record.")
    var reason: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
      if (relaxation == nil) == (named.rule == nil) {
        throw ValidationError("name a rule, or give --relaxation")
      }
      if let relaxation, !(1...LimitOptions.largestPage).contains(relaxation) {
        throw ValidationError("--relaxation is \(relaxation): expected 1 or more")
      }
    }

    func run() async throws {
      let answers = try await server.connected {
        [audit, named, relaxation, until, reason, write] client in
        var waivers = [named.waiver]
        if let relaxation {
          let answer = try await client.call(
            Methods.explain,
            .with {
              $0.audit = audit
              $0.question = .whyUnfilled
              $0.relaxations = relaxation
            })
          let found = answer.unfilled?.relaxations ?? []
          guard found.count >= relaxation else {
            throw ValidationError("\(audit) has \(found.count) relaxations")
          }
          waivers = found[relaxation - 1].waivers
        }
        var answers: [(Wire.Waiver, Wire.GrantWaiverResponse)] = []
        for waiver in waivers {
          let request: Wire.GrantWaiverRequest = write.request {
            $0.audit = audit
            $0.waiver = waiver
            $0.until = Wire.Date(until)
            $0.reason = reason
          }
          answers.append((waiver, try await client.call(Methods.grantWaiver, request)))
        }
        return answers
      }
      if answers.isEmpty { say("\(audit) needs no waiver") }
      for (waiver, answer) in answers { write.tell("\(waiver.text) is waived", answer) }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a waiver back.")

    @Argument(help: "The audit's id.")
    var audit: String
    @OptionGroup var named: WaiverArguments
    @Option(help: "Why, for the record.")
    var reason: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
      if named.rule == nil { throw ValidationError("name the rule that is waived") }
    }

    func run() async throws {
      let request: Wire.RevokeWaiverRequest = write.request {
        $0.audit = audit
        $0.waiver = named.waiver
        $0.reason = reason
      }
      let answer = try await server.connected { try await $0.call(Methods.revokeWaiver, request) }
      write.tell("\(named.waiver.text) is not waived any more", answer)
    }
  }
}

/// Which rule, and for whom.
struct WaiverArguments: ParsableArguments {
  @Argument(help: "The rule's code, such as INTEREST.")
  var rule: String?
  @Argument(help: "The expert, or the two experts, that it is for.")
  var experts: [String] = []
  @Option(help: "Of a WINDOW: how many days wider, 1 to 28.")
  var days: Int?

  var waiver: Wire.Waiver {
    .with {
      $0.rule = rule ?? ""
      $0.experts = experts
      $0.days = days ?? 0
    }
  }
}
