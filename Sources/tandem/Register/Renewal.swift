import ArgumentParser
import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol

/// Writes requests to renew labels, by the server's day and policy.
struct Renewals: Sendable {
  private let client: TandemClient
  private let today: Day?
  /// How many days after its end a label can still be renewed, at the most.
  private let longest: Int

  init(by client: TandemClient) async throws {
    self.client = client
    today = try await client.call(Methods.getServerInfo, .init()).today?.known
    let policy = try await client.call(Methods.getPolicy, .init()).policy
    longest = 31 * (policy?.scheme?.renewalMonths ?? 0)
  }

  /// A request to renew a cluster's newest label that can be renewed, with what its last audit says of it:
  /// in the last half year before the label ends, or as long as it can be renewed where that is over.
  ///
  /// Throws `badData` when there is no such label, or no audit of the cluster to go by.
  func request(for cluster: String) async throws -> Wire.Audit {
    let labels = try await client.items(of: Methods.listLabels, .with { $0.cluster = cluster }) {
      $0.labels
    }
    guard let label = labels.last(where: { $0.state == .valid || $0.state == .renewable }),
      let end = label.until?.known
    else {
      throw Failure.badData([Fault(at: cluster, "has no label that can be renewed")])
    }
    let audits = try await client.items(of: Methods.listAudits, .with { $0.cluster = cluster }) {
      $0.audits
    }
    guard let last = audits.first(where: { $0.id == label.audit }) ?? audits.last else {
      throw Failure.badData([
        Fault(
          at: cluster, "no audit of it is known; submit one with --renewal and all that it needs")
      ])
    }
    let today = today ?? end
    // Two months are what it takes from an admission to a panel that has accepted.
    let isInTime = today.days(to: end) >= 60
    return .with {
      $0.cluster = cluster
      $0.country = last.country
      $0.label = label.label
      $0.languages = last.languages
      $0.members = last.members
      $0.sectors = last.sectors
      $0.contact = last.contact
      $0.remote = last.remote
      $0.renewal = true
      $0.earliest = Wire.Date(max(today, end.adding(-180)))
      $0.latest = Wire.Date(isInTime ? end : max(end.adding(longest), today.adding(60)))
      $0.reference = "renewal-\(cluster)-\(label.label)-\(end.parts.year)"
    }
  }
}

extension RegisterCommands {
  struct Renew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Submit a renewal for each label that ends soon and for which none is under way.",
      discussion:
        "Each with what the cluster's last audit says of it; the same again submits none twice.")

    @Option(help: "Of labels that end within that many days, 0 to 3,660.")
    var days = 180
    @Flag(help: "Check everything and store nothing.")
    var dryRun = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    /// What became of one label that ends.
    private struct Row: Sendable {
      let due: Wire.Due
      var audit: Wire.Audit?
      var whyNot = ""

      var cells: [String] {
        [
          due.cluster, audit?.label ?? "", due.by?.text ?? "", audit?.id ?? "",
          audit?.earliest?.text ?? "", audit?.latest?.text ?? "", whyNot,
        ]
      }
    }

    func run() async throws {
      let rows = try await server.connected { [days, dryRun] client in
        let renewals = try await Renewals(by: client)
        let dues = try await client.items(of: Methods.listDue, .with { $0.days = days }) { $0.dues }
        var rows: [Row] = []
        for due in dues where due.kind == .renew {
          do {
            let audit = try await renewals.request(for: due.cluster)
            let answer = try await client.call(
              Methods.submitAudit,
              .with {
                $0.requestID = audit.reference
                $0.validateOnly = dryRun
                $0.audit = audit
              })
            rows.append(Row(due: due, audit: answer.audit))
          } catch let error as ClientError where error.details.code != .unavailable {
            rows.append(Row(due: due, whyNot: "\(error)"))
          } catch Failure.badData(let faults) {
            rows.append(Row(due: due, whyNot: faults[0].reason))
          }
        }
        return rows
      }
      let cells = rows.map(\.cells)
      let table = Table(
        heads: ["CLUSTER", "LABEL", "ENDS", "AUDIT", "FROM", "TO", "WHY NOT"], rows: cells,
        whole: ["ENDS", "FROM", "TO"])
      let names = ["cluster", "label", "ends", "audit", "earliest", "latest", "why_not"]
      let json = JSON.list(
        cells.map { .object(zip(names, $0).map { .init($0, .text($1)) }) })
      try output.show(table, json, none: "no label that ends within \(days) days is to be renewed")
      if dryRun { say("checked; nothing was stored") }
      if rows.contains(where: { !$0.whyNot.isEmpty }) { throw Failure.refused }
    }
  }
}
