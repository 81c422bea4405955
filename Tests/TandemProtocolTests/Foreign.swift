import Foundation
import Testing

@testable import TandemProtocol

/// Runs foreign.py, Python's protobuf.
enum Foreign {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A message as foreign.py writes it: the full name of its type and its bytes.
  struct Line: Equatable {
    let name: String
    let bytes: [UInt8]
  }

  /// The lines that a task answers.
  static func run(_ arguments: String..., input: [Line] = []) throws -> [String] {
    let python = try python()
    // Files, since pipes would have to be emptied and filled at once.
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let (asked, answered) = (directory.appending(path: "in"), directory.appending(path: "out"))
    try Data(input.map { "\($0.name) \(hexadecimal($0.bytes))\n" }.joined().utf8).write(to: asked)
    try Data().write(to: answered)

    let process = Process()
    process.executableURL = python
    process.arguments =
      [
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "foreign.py").path,
        root.appending(path: "Protos").path,
      ] + arguments
    process.standardInput = try FileHandle(forReadingFrom: asked)
    process.standardOutput = try FileHandle(forWritingTo: answered)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "foreign.py failed, see its error above")
    return try String(contentsOf: answered, encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// The messages that a task answers.
  static func messages(_ lines: [String]) throws -> [Line] {
    try lines.map { line in
      let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      try #require(parts.count == 2, "a line of foreign.py: \(line)")
      return Line(name: parts[0], bytes: try bytes(parts[1]))
    }
  }

  private static func python() throws -> URL {
    let python =
      ProcessInfo.processInfo.environment["TANDEM_PYTHON"]
      .map { URL(filePath: $0) } ?? root.appending(path: ".build/python/bin/python3")
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path),
      "there is no \(python.path); make it with `make python`, or name another in TANDEM_PYTHON")
    return python
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ digits: String) throws -> [UInt8] {
    let digits = Array(digits)
    return try stride(from: 0, to: digits.count, by: 2).map {
      try #require(UInt8(String(digits[$0..<min($0 + 2, digits.count)]), radix: 16))
    }
  }
}
