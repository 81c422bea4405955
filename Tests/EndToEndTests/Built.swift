import Foundation

/// The built executables, the package, and programs run from them.
enum Built {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// Where the test runner itself was built.
  static let directory = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent()
  static let resources = package.appending(path: "Tests/EndToEndTests/Resources")
  static let shared = package.deletingLastPathComponent().appending(path: "shared").path
  static let protos = package.appending(path: "Protos").path

  static func executable(_ name: String) -> String { directory.appending(path: name).path }

  struct Ended {
    var exitCode: Int32
    var output: String
    var errors: String

    var all: String { output + errors }
  }

  /// That of somebody who has stored no contexts and no tokens, whoever runs the tests.
  private static let strangersEnvironment = ProcessInfo.processInfo.environment
    .filter { !$0.key.hasPrefix("TANDEM_") }
    .merging(["HOME": "/nonexistent", "XDG_CONFIG_HOME": ""]) { $1 }

  /// Runs a program to its end, however much it prints, and keeps no thread waiting for it: other tests
  /// need them.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Ended {
    let process = process(program, arguments, environment: environment)
    let files = try [TemporaryFile(), TemporaryFile()]
    process.standardOutput = files[0].handle
    process.standardError = files[1].handle
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    return Ended(
      exitCode: process.terminationStatus, output: try files[0].text, errors: try files[1].text)
  }

  /// Runs a program that is done at once; its exit code.
  static func runBriefly(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = process(program, arguments, environment: [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func process(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = strangersEnvironment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs one of the scripts beside the input with the Python that `make python` made.
  static func script(_ name: String, _ arguments: String...) async throws -> Ended {
    let python =
      ProcessInfo.processInfo.environment["TANDEM_PYTHON"]
      ?? package.appending(path: ".build/python/bin/python3").path
    guard FileManager.default.isExecutableFile(atPath: python) else {
      return Ended(exitCode: 127, output: "", errors: "no \(python): run `make python` first")
    }
    return try await run(python, [resources.appending(path: name).path] + arguments)
  }
}

/// A file that is gone with its last user.
private final class TemporaryFile {
  private let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  let handle: FileHandle

  init() throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  var text: String { get throws { String(decoding: try Data(contentsOf: url), as: UTF8.self) } }

  deinit { try? FileManager.default.removeItem(at: url) }
}
