import Foundation
import TandemJournal
import TandemMatching
import TandemModel

@testable import TandemNetwork

/// A day, id or word written in these tests, which is one.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
  return day
}

func pair<Subject>(_ one: ID<Subject>, _ other: ID<Subject>) -> Pair<Subject> {
  guard let pair = Pair(one, other) else { preconditionFailure("\(one) twice") }
  return pair
}

extension ID: ExpressibleByUnicodeScalarLiteral {}
extension ID: ExpressibleByExtendedGraphemeClusterLiteral {}
extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let id = ID(text) else { preconditionFailure("\(text) is no id") }
    self = id
  }
}

extension Term: ExpressibleByUnicodeScalarLiteral {}
extension Term: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Term: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let term = Term(text) else { preconditionFailure("\(text) is no term") }
    self = term
  }
}

/// Splitmix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

enum Sample {
  static let moment = Moment(time: 1_668_500_000_000, today: day("2022-11-15"))
  static let audit: AuditID = "OPTONET-GOLD-2023"
  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/instances")

  /// One of the shared problems, by its name.
  static func file(_ name: String) throws -> ProblemFile {
    try ProblemFile.read(Array(try Data(contentsOf: shared.appending(path: "\(name).json"))))
  }

  static func network(_ journal: any Journal = MemoryJournal()) throws -> Network {
    var replay = Replay()
    replay.take(try journal.keys())
    try journal.records { try replay.fold($0) }
    return Network(
      journal: journal, replay: replay, clock: { _ in moment }, random: SeededGenerator(seed: 1))
  }

  /// The network of a shared problem with its audits.
  static func imported(
    _ name: String, into journal: any Journal = MemoryJournal()
  ) async throws -> Network {
    let network = try network(journal)
    try await network.run(.importProblem(try file(name), withoutAudits: false))
    return network
  }

  static func expert(_ id: ExpertID) -> Expert {
    Expert(
      id: id, country: "AT", languages: ["de": .c2, "en": .c1], accredited: ["gold"],
      lead: ["gold"], sectors: ["photonics"], maxAudits: 3, priorLoad: 0)
  }
}

extension Network {
  /// Executes a command under a request id of its own, or the one given.
  @discardableResult
  func run(
    _ command: Command, as id: String = UUID().uuidString, by actor: String = "tester",
    body: String? = nil
  ) async throws -> Outcome {
    try await execute(
      command, RequestIdentity(actor: actor, id: id, body: Array((body ?? id).utf8)))
  }
}

/// What a body throws; nil when it does not.
func refusal(_ body: () async throws -> Void) async -> Refusal? {
  do {
    try await body()
    return nil
  } catch {
    return error as? Refusal
  }
}
