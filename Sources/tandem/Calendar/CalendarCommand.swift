import ArgumentParser
import Foundation
import TandemClient
import TandemModel
import TandemProtocol

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Write the audits that have a panel as a calendar file (iCalendar).",
    discussion: """
      An audit keeps its identifier: a calendar that takes the file in again changes what it has. Those \
      whose experts have not all accepted are tentative.
      """)

  @Option(help: "Only those that begin in this year.")
  var year: Int?
  @Option(help: "Only those of this expert.")
  var expert: String?
  @OptionGroup var file: FileOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let events = try await server.connected { [expert] client in
      if let expert { return try await client.events(of: expert) }
      return try await client.items(of: Methods.listAudits, .init()) { $0.audits }
        .compactMap(ICalendar.Event.init)
    }
    try file.put(events.filter { year == nil || $0.first.parts.year == year })
  }
}

struct MeCalendar: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Write your audits as a calendar file (iCalendar).",
    discussion: CalendarCommand.configuration.discussion)

  @OptionGroup var file: FileOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    try file.put(
      try await server.connected { client in
        try await client.events(of: try await client.ownExpert())
      })
  }
}

extension TandemClient {
  fileprivate func events(of expert: String) async throws -> [ICalendar.Event] {
    try await items(of: Methods.listAssignments, .with { $0.expert = expert }) {
      $0.assignments
    }.compactMap(ICalendar.Event.init)
  }
}

extension FileOptions {
  fileprivate func put(_ events: [ICalendar.Event]) throws {
    let time = Int64(Date().timeIntervalSince1970 * 1000)
    try put(ICalendar(events: events.sorted { $0.first < $1.first }, time: time).file)
  }
}
