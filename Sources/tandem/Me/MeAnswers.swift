import ArgumentParser
import TandemModel
import TandemProtocol

struct MeAccept: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept an invitation, with the declaration of independence.",
    discussion: "Without --declaration the text is shown and nothing is stored.")

  @Argument(help: "The audit's id.")
  var audit: String
  @Option(help: "The version of the declaration that you have read and make.")
  var declaration: Int?
  @OptionGroup var behalf: BehalfOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    guard let declaration else { return try await showDeclaration() }
    let answer = try await server.connected { [audit, behalf, write] client in
      let expert = try await behalf.expert(client)
      return try await client.call(
        Methods.acceptInvitation,
        write.request {
          $0.audit = audit
          $0.expert = expert
          $0.declarationVersion = declaration
        })
    }
    write.tell("you accepted \(audit)", answer)
  }

  private func showDeclaration() async throws {
    let answer = try await server.connected {
      try await $0.call(Methods.getPolicy, Wire.GetPolicyRequest())
    }
    let declared = answer.policy?.scheme?.declaration ?? Wire.Declaration()
    try put(declared.text.wrapped(to: Terminal.width))
    say(
      "to declare this and accept: `tandem me accept \(audit) --declaration \(declared.version)`")
    throw Failure.refused
  }
}

struct MeDecline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline an invitation.",
    discussion: "A conflict is declared with the interest that is one: --interest-in and --kind.")

  enum Cause: String, ExpressibleByArgument, CaseIterable {
    case busy, conflict, other

    var wire: Wire.DeclineCause {
      switch self {
      case .busy: .busy
      case .conflict: .conflict
      case .other: .other
      }
    }
  }

  @Argument(help: "The audit's id.")
  var audit: String
  @Option(help: "Why: busy, conflict or other.")
  var because: Cause
  @Option(help: "More about it, for the coordinator.")
  var reason: String?
  @Option(help: "The organisation of the conflict, by its name in your own words.")
  var interestIn: String?
  @Option(help: "The kind of interest in it, such as employment.")
  var kind: String?
  @Option(help: "The interest's last day, YYYY-MM-DD; left out, it still runs.")
  var until: Day?
  @OptionGroup var behalf: BehalfOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    let isWhole = interestIn != nil && kind != nil
    guard (because == .conflict) == isWhole, isWhole || (interestIn == nil && kind == nil) else {
      throw ValidationError("--because conflict goes with --interest-in NAME and --kind KIND")
    }
  }

  func run() async throws {
    let answer = try await server.connected { client in
      let expert = try await behalf.expert(client)
      return try await client.call(
        Methods.declineInvitation,
        write.request {
          $0.audit = audit
          $0.expert = expert
          $0.cause = because.wire
          $0.reason = reason ?? ""
          guard let interestIn else { return }
          $0.interest = .with {
            $0.kind = kind ?? ""
            $0.until = until.map(Wire.Date.init)
          }
          $0.organisation = .with { $0.name = interestIn }
        })
    }
    write.tell("you declined \(audit)", answer)
  }
}

struct MeRecuse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recuse", abstract: "Stand down from an audit on whose panel you sit.")

  @Argument(help: "The audit's id.")
  var audit: String
  @Option(help: "Why, for the coordinator.")
  var reason: String
  @OptionGroup var behalf: BehalfOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let answer = try await server.connected { client in
      let expert = try await behalf.expert(client)
      return try await client.call(
        Methods.recuseExpert,
        write.request {
          $0.audit = audit
          $0.expert = expert
          $0.reason = reason
        })
    }
    write.tell("you stood down from \(audit)", answer)
  }
}

struct MeReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report on an audit that was held.",
    discussion: "Nobody else sees your report until all reports are in.")

  enum Recommendation: String, EnumerableFlag {
    case award, refuse
  }

  @Argument(help: "The audit's id.")
  var audit: String
  @Flag(help: "What you recommend.")
  var recommendation: Recommendation
  @Option(help: "A score in percent for each area, such as structure:80,governance:75.")
  var scores: List
  @Option(help: "More about it, for whoever decides.")
  var note: String?
  @OptionGroup var behalf: BehalfOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let scores = try scores.texts.map { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let percent = Int(parts[1]) else {
        throw ValidationError("--scores has \(text): expected AREA:PERCENT, such as structure:80")
      }
      return Wire.Score.with {
        $0.area = String(parts[0])
        $0.percent = percent
      }
    }
    let answer = try await server.connected { client in
      let expert = try await behalf.expert(client)
      return try await client.call(
        Methods.fileReport,
        write.request {
          $0.audit = audit
          $0.expert = expert
          $0.report = .with {
            $0.recommended = recommendation == .award
            $0.scores = scores
            $0.note = note ?? ""
          }
        })
    }
    write.tell("your report on \(audit) is in", answer)
  }
}
