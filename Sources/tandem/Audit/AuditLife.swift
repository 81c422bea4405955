import ArgumentParser
import TandemProtocol

struct AuditCancel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Call an audit off; its panel is let go.")

  @Argument(help: "The audit's id.")
  var id: String
  @Option(help: "Why, for the record.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.CancelAuditRequest = write.request {
      $0.id = id
      $0.reason = reason
    }
    let answer = try await server.connected { try await $0.call(Methods.cancelAudit, request) }
    write.tell("\(id) is cancelled", answer)
  }
}

struct AuditObject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "object", abstract: "Object, for the cluster, to an expert of its panel.")

  @Argument(help: "The audit's id.")
  var id: String
  @Option(help: "The expert's id.")
  var expert: String
  @Option(help: "Why, for the coordinator.")
  var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.ObjectToExpertRequest = write.request {
      $0.id = id
      $0.expert = expert
      $0.reason = reason
    }
    let answer = try await server.connected { try await $0.call(Methods.objectToExpert, request) }
    write.tell("\(expert) is objected to; their seat on \(id) is open", answer)
  }
}

struct AuditHold: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Say that a confirmed audit took place.")

  @Argument(help: "The audit's id.")
  var id: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.HoldAuditRequest = write.request { $0.id = id }
    let answer = try await server.connected { try await $0.call(Methods.holdAudit, request) }
    write.tell("\(id) was held", answer)
  }
}

struct AuditDecide: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Award or refuse the label of an audit that was held.")

  enum Outcome: String, EnumerableFlag {
    case award, refuse
  }

  @Argument(help: "The audit's id.")
  var id: String
  @Flag(help: "What becomes of the label.")
  var outcome: Outcome
  @Option(help: "Why; asked for where all reports recommend otherwise.")
  var reason: String?
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.DecideAuditRequest = write.request {
      $0.id = id
      $0.awarded = outcome == .award
      $0.reason = reason ?? ""
    }
    let answer = try await server.connected { try await $0.call(Methods.decideAudit, request) }
    write.tell("the label of \(id) is \(outcome == .award ? "awarded" : "refused")", answer)
  }
}
