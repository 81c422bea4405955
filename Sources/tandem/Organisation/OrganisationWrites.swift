import ArgumentParser
import TandemMatching
import TandemProtocol

struct OrganisationAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Register an organisation.")

  @Argument(help: "Its id.")
  var id: String
  @OptionGroup var fields: OrganisationFields
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.CreateOrganisationRequest = write.request {
      $0.organisation = fields.given.message
      $0.organisation?.id = id
    }
    let answer = try await server.connected {
      try await $0.call(Methods.createOrganisation, request)
    }
    let organisation = answer.organisation ?? Wire.Organisation()
    try output.show(organisation.facts, JSON(organisation))
    write.tell("\(id) is registered", answer)
  }
}

struct OrganisationUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change what is known of an organisation.",
    discussion: "Only what is given changes; an empty text or list takes it away.")

  @Argument(help: "The organisation's id.")
  var id: String
  @OptionGroup var fields: OrganisationFields
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if fields.given.names.isEmpty {
      throw ValidationError("say what to change: --name, --group, --cluster or --members")
    }
  }

  func run() async throws {
    let request: Wire.UpdateOrganisationRequest = write.request {
      $0.organisation = fields.given.message
      $0.organisation?.id = id
      $0.updateMask = .with { $0.paths = fields.given.names }
    }
    let answer = try await server.connected { [id, request] client in
      let known = try await client.call(Methods.getOrganisation, .with { $0.id = id })
      var request = request
      request.revision = known.organisation?.revision ?? 0
      return try await client.call(Methods.updateOrganisation, request)
    }
    let organisation = answer.organisation ?? Wire.Organisation()
    try output.show(organisation.facts, JSON(organisation))
    write.tell("\(id) is changed", answer)
  }
}

/// What somebody says of an organisation.
struct OrganisationFields: ParsableArguments {
  @Option(help: "Its name.")
  var name: String?
  @Option(help: "The organisation that its group is named by.")
  var group: String?
  @Flag(inversion: .prefixedNo, help: "Whether it is a cluster organisation.")
  var cluster: Bool?
  @Option(help: "Ids of a cluster's members, such as M001,M002.")
  var members: List?

  var given: Given<Wire.Organisation> {
    var given = Given(Wire.Organisation())
    given.set(\.name, name, "name")
    given.set(\.group, group, "group")
    given.set(\.cluster, cluster, "cluster")
    given.set(\.members, members?.texts, "members")
    return given
  }
}
