import ArgumentParser
import TandemMatching
import TandemProtocol

struct ExpertAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an expert to the network.")

  @Option(help: "Their id; left out, the server chooses one.")
  var id: String?
  @OptionGroup var fields: ExpertFields
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if fields.country == nil || fields.languages == nil || fields.accredited == nil {
      throw ValidationError("an expert needs --country, --languages and --accredited")
    }
  }

  func run() async throws {
    let request: Wire.CreateExpertRequest = write.request {
      $0.expert = fields.given.message
      $0.expert?.id = id ?? ""
      $0.expert?.maxAudits = fields.maxAudits ?? ExpertFields.usualAudits
    }
    let answer = try await server.connected { try await $0.call(Methods.createExpert, request) }
    let expert = answer.expert ?? Wire.Expert()
    try output.show(expert.facts, JSON(expert))
    write.tell("\(expert.id) is added", answer)
  }
}

struct ExpertUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change what is known of an expert.",
    discussion: "Only what is given changes; an empty text or list takes it away.")

  @Argument(help: "The expert's id.")
  var id: String
  @OptionGroup var fields: ExpertFields
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if fields.given.names.isEmpty {
      throw ValidationError("say what to change, such as --languages de:C2,en:C1")
    }
  }

  func run() async throws {
    let request: Wire.UpdateExpertRequest = write.request {
      $0.expert = fields.given.message
      $0.expert?.id = id
      $0.updateMask = .with { $0.paths = fields.given.names }
    }
    let answer = try await server.connected { [id] client in
      var request = request
      let known = try await client.call(Methods.getExpert, .with { $0.id = id })
      request.revision = known.expert?.revision ?? 0
      return try await client.call(Methods.updateExpert, request)
    }
    let expert = answer.expert ?? Wire.Expert()
    try output.show(expert.facts, JSON(expert))
    write.tell("\(id) is changed", answer)
  }
}

struct ExpertRetire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "An expert takes no new audits; their past stays.")

  @Argument(help: "The expert's id.")
  var id: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.RetireExpertRequest = write.request { $0.id = id }
    let answer = try await server.connected { try await $0.call(Methods.retireExpert, request) }
    write.tell("\(id) is retired", answer)
  }
}
