import Foundation
import Testing

@testable import TandemMatching
@testable import TandemModel

/// The shared instances, and what the reference model says of them: see Resources/make.py.
enum RulesReference {
  /// The lines of a file of answers, each split at its `|`.
  static func rows(_ name: String) throws -> [[String]] {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Resources"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func problem(_ instance: String) throws -> Problem {
    let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/instances/\(instance).json")
    return try Problem.read([UInt8](Data(contentsOf: shared)))
  }

  static func experts(_ field: String) throws -> [ExpertID] {
    try field.split(separator: ",").map { try #require(ExpertID(String($0))) }
  }

  static let instances =
    (1...24).map { $0 < 10 ? "tiny-0\($0)" : "tiny-\($0)" }
    + ["waived-03", "waived-04", "waived-09", "waived-14", "waived-19", "waived-22"]
}

/// SplitMix64, so that a seed gives the same test everywhere.
struct RulesChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something happens that does so once in that many times.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}
