import Foundation
import Testing

/// Asks the reference model in Python, through a script of Resources.
enum Reference {
  /// Where the reference model lies, beside the repository.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/reference")

  /// The lines that a script answers when it is given those.
  static func run(_ script: String, input: [String]) throws -> [String] {
    let file = try #require(
      Bundle.module.url(forResource: script, withExtension: "py", subdirectory: "Resources"))
    // Files, since pipes would have to be emptied and filled at once.
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let (asked, answered) = (directory.appending(path: "in"), directory.appending(path: "out"))
    try Data(input.map { $0 + "\n" }.joined().utf8).write(to: asked)
    try Data().write(to: answered)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", file.path, folder.path]
    process.standardInput = try FileHandle(forReadingFrom: asked)
    process.standardOutput = try FileHandle(forWritingTo: answered)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(script).py failed, see its error above")
    return try String(contentsOf: answered, encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }
}
