import ArgumentParser
import TandemMatching
import TandemModel
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
      throw ValidationError("say what to change, such as --name, --country or --group")
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
  @Option(help: "The language of its name, such as de.")
  var language: String?
  @Option(help: "What it is called besides, such as 'en=Institute of Optics'; may be given again.")
  var otherName: [OrganisationNameArgument] = []
  @Option(help: "What it was called before; may be given again.")
  var formerName: [OrganisationNameArgument] = []
  @Option(help: "Where it has its seat, such as DE.")
  var country: String?
  @Option(help: "Its VAT number, with the country before it.")
  var vat: String?
  @Option(help: "Its Legal Entity Identifier.")
  var lei: String?
  @Option(help: "Its number in its country's register, such as DE=HRB 1234.")
  var register: String?
  @Option(help: "Its number in the Research Organization Registry.")
  var ror: String?
  @Option(help: "Its domains, such as iof.fraunhofer.de.")
  var domains: List?
  @Option(help: "Its ultimate owner: organisations of one group count as one.")
  var group: String?
  @Option(help: "Where the group is said, such as a register.")
  var groupSource: String?
  @Option(help: "The day of which that source speaks, YYYY-MM-DD.")
  var groupDate: Day?
  @Flag(inversion: .prefixedNo, help: "Whether it is a cluster organisation.")
  var cluster: Bool?
  @Option(help: "Ids of a cluster's members, such as M001,M002.")
  var members: List?

  var given: Given<Wire.Organisation> {
    var given = Given(Wire.Organisation())
    given.set(\.name, name, "name")
    given.set(\.language, language, "language")
    given.set(\.otherNames, otherName.isEmpty ? nil : otherName.wire, "other_names")
    given.set(\.formerNames, formerName.isEmpty ? nil : formerName.wire, "former_names")
    given.set(\.country, country, "country")
    given.set(\.identifiers, identifiers, "identifiers")
    given.set(\.domains, domains?.texts, "domains")
    given.set(\.group, group, "group")
    given.set(\.groupSource, groupSource, "group_source")
    given.set(\.groupDate, groupDate.map { Wire.Date($0) }, "group_date")
    given.set(\.cluster, cluster, "cluster")
    given.set(\.members, members?.texts, "members")
    return given
  }

  /// All of them that are given, or none.
  private var identifiers: [Wire.Identifier]? {
    let given = [("vat", vat), ("lei", lei), ("register", register), ("ror", ror)]
    guard given.contains(where: { $0.1 != nil }) else { return nil }
    return given.compactMap { kind, text in
      guard let text, !text.isEmpty else { return nil }
      let parts = text.split(separator: "=", maxSplits: 1)
      return .with {
        $0.kind = kind
        $0.country = parts.count == 2 ? String(parts[0]) : ""
        $0.value = String(parts.last ?? "")
      }
    }
  }
}

/// A name, with its language before it where that is known: `en=Institute of Optics`.
struct OrganisationNameArgument: ExpressibleByArgument {
  let language: String
  let text: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isTagged = parts.count == 2 && (2...3).contains(parts[0].count)
    language = isTagged ? String(parts[0]) : ""
    text = isTagged ? String(parts[1]) : argument
  }
}

extension [OrganisationNameArgument] {
  /// An empty name takes all of them away.
  fileprivate var wire: [Wire.OrganisationName] {
    filter { !$0.text.isEmpty }.map { name in
      .with {
        $0.text = name.text
        $0.language = name.language
      }
    }
  }
}
