import ArgumentParser
import TandemMatching
import TandemProtocol

struct OrganisationCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation", abstract: "Clusters, their members, groups and others.",
    subcommands: [ListAll.self, Add.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List organisations, in the order of their ids.")

    @Flag(help: "Clusters only.")
    var clusters = false
    @Option(help: "Of this group only.")
    var group: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListOrganisationsRequest.with {
        $0.clusters = clusters
        $0.group = group ?? ""
      }
      let all = try await server.connected {
        try await $0.all(Methods.listOrganisations, request) { $0.organisations }
      }
      let table = Table(
        heads: ["ID", "NAME", "GROUP", "CLUSTER", "MEMBERS"],
        rows: all.map {
          [$0.id, $0.name, $0.group, $0.cluster ? "yes" : "", String($0.members.count)]
        })
      output.show(table, JSON(all), none: "no organisation is so")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Register an organisation.")

    @Argument(help: "Its id.")
    var id: String
    @Option(help: "Its name.")
    var name: String?
    @Option(help: "The organisation that its group is named by.")
    var group: String?
    @Flag(help: "It is a cluster organisation.")
    var cluster = false
    @Option(help: "Ids of a cluster's members.")
    var members: List?
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.CreateOrganisationRequest = write.request {
        $0.organisation = .with {
          $0.id = id
          $0.name = name ?? ""
          $0.group = group ?? ""
          $0.cluster = cluster
          $0.members = members?.texts ?? []
        }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createOrganisation, request)
      }
      say("\(id) is registered, revision \(answer.revision)")
    }
  }
}

struct InterestCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interest", abstract: "Ties of experts to organisations.",
    subcommands: [ListAll.self, Add.self, Delete.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List interests, in the order of their ids.")

    @Option(help: "Of this expert only.")
    var expert: String?
    @Option(help: "In this organisation only.")
    var organisation: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListInterestsRequest.with {
        $0.expert = expert ?? ""
        $0.organisation = organisation ?? ""
      }
      let all = try await server.connected {
        try await $0.all(Methods.listInterests, request) { $0.interests }
      }
      let table = Table(
        heads: ["ID", "EXPERT", "ORGANISATION", "KIND", "UNTIL"],
        rows: all.map {
          [$0.id, $0.expert, $0.organisation, $0.kind, $0.until?.text ?? "still running"]
        })
      output.show(table, JSON(all), none: "no interest is so")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Declare an interest.")

    @Option(help: "Whose it is.")
    var expert: String
    @Option(help: "In which organisation; it must be registered.")
    var organisation: String
    @Option(help: "A kind that the policy knows, such as employment.")
    var kind: String
    @Option(help: "Its last day, YYYY-MM-DD; left out, it still runs.")
    var until: String?
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.CreateInterestRequest = try write.request {
        $0.interest = try .with {
          $0.expert = expert
          $0.organisation = organisation
          $0.kind = kind
          $0.until = try until.map(Wire.Date.argument)
        }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createInterest, request)
      }
      say("\(answer.interest?.id ?? "") is declared, revision \(answer.revision)")
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take an interest back.")

    @Argument(help: "The interest's id.")
    var id: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.DeleteInterestRequest = write.request { $0.id = id }
      let answer = try await server.connected {
        try await $0.call(Methods.deleteInterest, request)
      }
      say("\(id) is deleted, revision \(answer.revision)")
    }
  }
}

struct AbsenceCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absence", abstract: "Days on which experts cannot serve.",
    subcommands: [ListAll.self, Add.self, Delete.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List absences, in the order of their ids.")

    @Option(help: "Of this expert only.")
    var expert: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListAbsencesRequest.with { $0.expert = expert ?? "" }
      let all = try await server.connected {
        try await $0.all(Methods.listAbsences, request) { $0.absences }
      }
      let table = Table(
        heads: ["ID", "EXPERT", "FIRST DAY", "LAST DAY"],
        rows: all.map { [$0.id, $0.expert, $0.firstDay?.text ?? "", $0.lastDay?.text ?? ""] })
      output.show(table, JSON(all), none: "no absence is so")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add days of absence.")

    @Option(help: "Whose they are.")
    var expert: String
    @Option(help: "The first day, YYYY-MM-DD.")
    var first: String
    @Option(help: "The last day, YYYY-MM-DD.")
    var last: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.CreateAbsenceRequest = try write.request {
        $0.absence = try .with {
          $0.expert = expert
          $0.firstDay = try .argument(first)
          $0.lastDay = try .argument(last)
        }
      }
      let answer = try await server.connected {
        try await $0.call(Methods.createAbsence, request)
      }
      say("\(answer.absence?.id ?? "") is added, revision \(answer.revision)")
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take days of absence back.")

    @Argument(help: "The absence's id.")
    var id: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.DeleteAbsenceRequest = write.request { $0.id = id }
      let answer = try await server.connected {
        try await $0.call(Methods.deleteAbsence, request)
      }
      say("\(id) is deleted, revision \(answer.revision)")
    }
  }
}

struct TravelCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel", abstract: "Travel units between countries.",
    subcommands: [ListAll.self, Set.self])

  struct ListAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the travel table.")

    @Option(help: "From this home country only.")
    var home: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let answer = try await server.connected { try await $0.call(Methods.getTravel, .init()) }
      let legs = answer.legs.filter { home == nil || $0.home == home }
      let table = Table(
        heads: ["HOME", "AUDIT IN", "UNITS"],
        rows: legs.map { [$0.home, $0.country, String($0.units)] })
      output.show(table, JSON(legs), none: "no leg is known")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set the units between two countries, both ways.")

    @Argument(help: "Where the expert lives.")
    var home: String
    @Argument(help: "Where the audit takes place.")
    var country: String
    @Argument(help: "0 to 1,000,000.")
    var units: Int
    @Flag(help: "This way only.")
    var oneWay = false
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let ways = oneWay || home == country ? [(home, country)] : [(home, country), (country, home)]
      let request: Wire.SetTravelRequest = write.request {
        $0.legs = ways.map { from, to in
          .with {
            $0.home = from
            $0.country = to
            $0.units = units
          }
        }
      }
      let answer = try await server.connected { try await $0.call(Methods.setTravel, request) }
      say("set, revision \(answer.revision)")
    }
  }
}
