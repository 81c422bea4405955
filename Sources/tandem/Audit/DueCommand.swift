import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

struct DueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what there is to do, the earliest first.",
    discussion: "What was to be done before and was not is listed as overdue.")

  @Option(help: "As of this day, YYYY-MM-DD; left out, today.")
  var on: Day?
  @Option(help: "How many days to look ahead, 0 to 3,660.")
  var days = 30
  @OptionGroup var limit: LimitOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func validate() throws {
    if !(0...3_660).contains(days) {
      throw ValidationError("--days is \(days): expected 0 to 3,660")
    }
  }

  func run() async throws {
    let request = Wire.ListDueRequest.with {
      $0.on = on.map(Wire.Date.init)
      $0.days = days
    }
    let dues = try await server.connected { [limit] client in
      try await limit.items(of: Methods.listDue, request, from: client) { $0.dues }
    }
    let table = Table(
      heads: ["BY", "", "WHAT", "AUDIT", "CLUSTER", "WHY"],
      rows: dues.map {
        [
          $0.by?.text ?? "", $0.overdue ? "overdue" : "", String(describing: $0.kind), $0.audit,
          $0.cluster, $0.sentence,
        ]
      }, whole: ["BY"])
    try output.show(table, JSON(dues), none: "nothing is due within \(days) days")
  }
}
