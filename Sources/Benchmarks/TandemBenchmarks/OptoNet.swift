import Foundation
import TandemJournal
import TandemMatching
import TandemModel
import TandemNetwork
import TandemSQLite

/// OptoNet's gold audit and its network of 200 experts, with the window widened to 90 days.
enum OptoNet {
  static let moment = Moment(time: 1_668_500_000_000, today: day("2022-11-15"))
  static let audit = id(AuditID.self, "OPTONET-GOLD-2023")

  static let file: ProblemFile = {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Tests/EndToEndTests/Resources/optonet.json")
    do {
      return try ProblemFile.read(Array(try Data(contentsOf: path)))
    } catch {
      preconditionFailure("\(path.path): \(error)")
    }
  }()

  static func network() async throws -> Network {
    let network = Network(journal: MemoryJournal(), replay: Replay(), clock: { _ in moment })
    try await importAll(into: network)
    guard var wide = file.problem.audits.first else { return network }
    wide.window = day("2023-01-09")...day("2023-04-08")
    _ = try await network.execute(
      .updateAudit(wide, contact: Person(), readAt: network.snapshot.revision), request("widen"))
    return network
  }

  static func emptyNetwork(in directory: TemporaryDirectory) throws -> Network {
    let journal = try SQLiteJournal(directory: directory.path)
    return Network(journal: journal, replay: Replay(), clock: { _ in moment })
  }

  static func importAll(into network: Network) async throws {
    _ = try await network.execute(.importProblem(file, withoutAudits: false), request("import"))
  }

  static func best(_ count: Int, in snapshot: Snapshot) throws -> [PanelFinding] {
    Array(try snapshot.ranking(of: audit, on: moment.today).prefix(count))
  }

  /// The audit beside no other, with its experts changed.
  static func auditCase(_ change: (inout Expert) -> Void = { _ in }) async throws -> AuditCase {
    let export = try await network().snapshot.export(audit, on: moment.today).problem
    let experts = export.experts.map { expert in
      var changed = expert
      change(&changed)
      return changed
    }
    let problem = Problem(
      horizon: export.horizon, policy: export.policy, experts: experts, audits: export.audits,
      unavailable: export.unavailable, groups: export.groups, interests: export.interests,
      relations: export.relations, history: export.history, travel: export.travel,
      closures: export.closures)
    guard let auditCase = AuditCase(audit, in: IndexedProblem(problem), standing: [:]) else {
      preconditionFailure("\(audit) is not in planning")
    }
    return auditCase
  }

  /// A new interest of one expert, in a network with that many audits like OptoNet's that have a panel,
  /// ten of them the expert's.
  static func interest(among panels: Int) async throws -> Outcome {
    let problem = file.problem
    guard let pattern = problem.audits.first else { preconditionFailure("no audit") }
    let ids = problem.experts.map(\.id)
    let seats = ids.count / 2
    let year = day("2023-01-02")...day("2023-12-29")
    var audits: [Audit] = []
    var current: [AuditID: CurrentPanel] = [:]
    for number in 0..<panels {
      let copy = Audit(
        id: id(AuditID.self, "A-\(number)"), cluster: id(OrganisationID.self, "C-\(number)"),
        country: pattern.country, label: pattern.label, languages: pattern.languages,
        members: pattern.members, sectors: pattern.sectors, window: year, priority: pattern.priority
      )
      audits.append(copy)
      current[copy.id] = CurrentPanel(
        start: year.lowerBound.adding(number / seats * 35),
        experts: [ids[number % seats], ids[seats + (7 * number + number / seats) % seats]],
        pinned: false)
    }
    let large = Problem(
      horizon: day("2023-01-01")...day("2023-12-31"), policy: problem.policy,
      experts: problem.experts.map { expert in
        var willing = expert
        willing.maxAudits = panels
        return willing
      }, audits: audits,
      unavailable: problem.unavailable, current: current, groups: problem.groups,
      interests: problem.interests, relations: problem.relations, history: problem.history,
      travel: problem.travel, closures: problem.closures)
    let network = Network(journal: MemoryJournal(), replay: Replay(), clock: { _ in moment })
    _ = try await network.execute(
      .importProblem(try ProblemFile.read(large.write()), withoutAudits: false), request("import"))
    let interest = Interest(
      expert: ids[0], organisation: id(OrganisationID.self, "M010"),
      kind: problem.policy.coolingOff.keys.sorted()[0])
    return try await network.execute(
      .createInterest(id(InterestID.self, "NEW"), interest), request("interest"))
  }

  /// Stores one small thing.
  static func write(_ number: Int, to network: Network) async throws -> Snapshot {
    let organisation = Organisation(
      id: id(OrganisationID.self, "LOAD-\(number)"),
      names: [OrganisationName(checked: "An organisation of some name")])
    return try await network.execute(
      .createOrganisation(organisation), request("load-\(number)")
    ).snapshot
  }

  private static func request(_ id: String) -> RequestIdentity {
    RequestIdentity(actor: "bench", id: id, body: Array(id.utf8))
  }
}

/// A day written in this folder, which exists.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
  return day
}

/// An id written in this folder, which has the shape of one.
func id<Subject>(_: ID<Subject>.Type, _ text: String) -> ID<Subject> {
  guard let id = ID<Subject>(text) else { preconditionFailure("\(text) is no id") }
  return id
}

/// A directory that goes when nobody holds it any more.
final class TemporaryDirectory: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
