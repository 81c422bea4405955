import Foundation
import TandemClient
import Testing

@testable import tandem

/// A home directory of a test's own: no test touches the real one.
struct Home {
  let path: String
  /// The environment of somebody who lives there.
  var environment: [String: String] { ["HOME": path] }
  var contexts: String { "\(path)/.config/tandem/contexts.json" }
  var coordinatorToken: String { "\(path)/.local/share/tandem/coordinator.token" }

  /// Runs `body` with a home that is gone afterwards.
  static func with<Result>(_ body: (Home) async throws -> Result) async throws -> Result {
    let url = URL.temporaryDirectory.appending(path: "tandem-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try await body(Home(path: url.path))
  }

  func write(_ text: String, to path: String, mode: Int = 0o600) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }
}

extension BearerToken {
  /// A token that is all one letter.
  static func test(_ letter: Character) throws -> BearerToken {
    try #require(BearerToken("tdm_" + String(repeating: letter, count: 43)))
  }
}

extension Context {
  /// A context with a token that is all the first letter of its name.
  static func test(
    _ name: String, _ server: String, _ security: ClientSecurity = .plaintext
  ) throws -> Context {
    Context(
      name: try #require(ContextID(name)), server: try #require(ServerAddress(server)),
      security: security, token: try .test(try #require(name.first)))
  }
}

/// What somebody at a terminal learns of an error.
struct Told {
  let lines: String
  let exitCode: Int32

  init(_ error: any Error) {
    if let failure = error as? Failure {
      lines = failure.lines.joined(separator: "\n")
      exitCode = failure.exitCode
    } else {
      lines = Tandem.fullMessage(for: error)
      exitCode = Tandem.exitCode(for: error).rawValue
    }
  }
}

/// How `body` fails; nil when it does not.
func failure<Result>(_ body: () throws -> Result) -> Told? {
  do {
    _ = try body()
    return nil
  } catch {
    return Told(error)
  }
}
