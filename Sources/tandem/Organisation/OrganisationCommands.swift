import ArgumentParser
import TandemMatching
import TandemProtocol

struct OrganisationCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation", abstract: "Clusters, their members, groups and others.",
    subcommands: [
      OrganisationList.self, OrganisationShow.self, OrganisationAdd.self, OrganisationUpdate.self,
      OrganisationDelete.self, OrganisationDoubts.self, OrganisationSame.self,
      OrganisationDifferent.self, OrganisationSplit.self, ImportCommand<OrganisationRows>.self,
    ])
}

struct OrganisationList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List organisations, in the order of their ids.")

  @Flag(help: "Clusters only.")
  var clusters = false
  @Option(help: "Of this group only.")
  var group: String?
  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request = Wire.ListOrganisationsRequest.with {
      $0.clusters = clusters
      $0.group = group ?? ""
    }
    let all = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listOrganisations, request, from: client) {
        $0.organisations
      }
    }
    let table = Table(
      heads: [
        "ID", "NAME", "COUNTRY", "GROUP", "CLUSTER", "SIZE", "MEMBERS", "LANGUAGE",
        "GROUP SOURCE", "GROUP DATE", "DOMAINS", "IDENTIFIERS",
      ],
      rows: all.map {
        [
          $0.id, $0.name, $0.country, $0.group, $0.cluster ? "yes" : "",
          $0.members.isEmpty ? "" : String($0.members.count),
          $0.members.joined(separator: " "), $0.language, $0.groupSource,
          $0.groupDate?.text ?? "", $0.domains.joined(separator: " "),
          $0.identifiers.map(\.cell).joined(separator: "|"),
        ]
      },
      hidden: ["MEMBERS", "LANGUAGE", "GROUP SOURCE", "GROUP DATE", "DOMAINS", "IDENTIFIERS"])
    try output.show(table, JSON(all), none: "no organisation is so")
  }
}

struct OrganisationShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that is known of an organisation.")

  @Argument(help: "The organisation's id.")
  var id: String
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let organisation = try await server.connected { [id] client in
      try await client.call(Methods.getOrganisation, .with { $0.id = id }).organisation
        ?? Wire.Organisation()
    }
    try output.show(organisation.facts, JSON(organisation))
  }
}

struct OrganisationDelete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Strike an organisation to which nothing is tied.")

  @Argument(help: "The organisation's id.")
  var id: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let request: Wire.DeleteOrganisationRequest = write.request { $0.id = id }
    let answer = try await server.connected {
      try await $0.call(Methods.deleteOrganisation, request)
    }
    write.tell("\(id) is deleted", answer)
  }
}

extension Wire.Organisation {
  var facts: Facts {
    Facts([
      ("id", id), ("name", name + (language.isEmpty ? "" : " (\(language))")),
      ("other names", otherNames.map(\.shown).joined(separator: "; ")),
      ("former names", formerNames.map(\.shown).joined(separator: "; ")), ("country", country),
      ("identifiers", identifiers.map(\.shown).joined(separator: ", ")),
      ("domains", domains.joined(separator: ", ")),
      ("group", ([group] + groupAbout).filter { !$0.isEmpty }.joined(separator: ", ")),
      ("merged into", mergedInto), ("merged", merged.joined(separator: " ")),
      ("cluster", cluster ? "yes" : "no"),
      ("members", members.isEmpty ? "" : "\(members.count): \(members.joined(separator: " "))"),
      ("revision", String(revision)),
    ])
  }
}

extension Wire.Organisation {
  /// Where its group is said, and when that was so.
  private var groupAbout: [String] {
    [groupSource.isEmpty ? "" : "says \(groupSource)", groupDate.map { "as of \($0.text)" } ?? ""]
  }
}

extension Wire.OrganisationName {
  fileprivate var shown: String { language.isEmpty ? text : "\(text) (\(language))" }
}

extension Wire.Identifier {
  fileprivate var shown: String {
    [kind, country, value].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
