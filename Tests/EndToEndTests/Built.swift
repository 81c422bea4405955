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

  /// Runs a program to its end, however much it prints.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Ended {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = strangersEnvironment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let files = try (0..<2).map { _ in
      let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data().write(to: url)
      return url
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let handles = try files.map { try FileHandle(forWritingTo: $0) }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Ended(exitCode: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Runs one of the scripts beside the input with the Python that `make python` made.
  static func script(_ name: String, _ arguments: String...) throws -> Ended {
    let python =
      ProcessInfo.processInfo.environment["TANDEM_PYTHON"]
      ?? package.appending(path: ".build/python/bin/python3").path
    guard FileManager.default.isExecutableFile(atPath: python) else {
      return Ended(exitCode: 127, output: "", errors: "no \(python): run `make python` first")
    }
    return try run(python, [resources.appending(path: name).path] + arguments)
  }
}
