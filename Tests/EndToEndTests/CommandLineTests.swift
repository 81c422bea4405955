import Foundation
import Testing

/// What `tandem` says and how it ends when somebody types wrong things.
@Suite struct CommandLineTests {
  private static func tandem(_ arguments: [String]) async throws -> Built.Ended {
    // A port on which nothing listens: 1 is reserved.
    try await Built.run(
      Built.executable("tandem"), arguments,
      environment: ["TANDEM_SERVER": "127.0.0.1:1", "NO_COLOR": "1", "COLUMNS": "80"])
  }

  @Test(
    "wrong usage exits 64 and says what is right",
    arguments: [
      ["panel", "rank"], ["panel", "check", "A1"], ["panel", "assign", "A1", "--experts", "E1"],
      ["expert", "list", "--output", "xml"], ["journal", "verify", "--expect", "here"],
      ["audit", "submit", "--earliest", "tomorrow"], ["server", "info", "--server", "nowhere"],
      ["assignment", "list"], ["invented"],
    ])
  func usage(arguments: [String]) async throws {
    let ended = try await Self.tandem(arguments)
    #expect(ended.exitCode == 64, "\(ended.all)")
    #expect(ended.errors.contains("Error:"), "\(ended.all)")
    #expect(ended.output.isEmpty, "messages go to stderr: \(ended.output)")
  }

  @Test(
    "a server that does not answer exits 69 and says what to do",
    arguments: [["server", "info"], ["expert", "list"], ["panel", "rank", "A1"]])
  func unreachable(arguments: [String]) async throws {
    let ended = try await Self.tandem(arguments)
    #expect(ended.exitCode == 69, "\(ended.all)")
    #expect(ended.errors.contains("127.0.0.1:1"))
    #expect(ended.errors.contains("--server"))
  }

  @Test("a file with faults is refused, one line a fault, with exit code 65")
  func badFile() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let text = try String(
      contentsOf: Built.resources.appending(path: "optonet.json"), encoding: .utf8)
    try text.replacingOccurrences(of: "\"load\":3", with: "\"load\":-3")
      .replacingOccurrences(of: "\"earliest\":\"2023-01-16\"", with: "\"earliest\":\"soon\"")
      .write(to: file, atomically: true, encoding: .utf8)
    let ended = try await Self.tandem(["problem", "check", file.path])
    #expect(ended.exitCode == 65)
    let lines = ended.output.split(separator: "\n")
    #expect(lines.count == 2, "\(ended.all)")
    #expect(lines.first?.hasPrefix("/policy/costs/load: ") == true, "\(ended.all)")
    #expect(lines.last?.hasPrefix("/audits/0/earliest: ") == true, "\(ended.all)")
    #expect(try await Self.tandem(["network", "import", file.path]).exitCode == 65)
  }

  @Test("a good file passes the check, and one that is not there exits 66")
  func goodFile() async throws {
    let path = Built.resources.appending(path: "optonet.json").path
    let ended = try await Self.tandem(["problem", "check", path])
    #expect(ended.exitCode == 0, "\(ended.all)")
    #expect(ended.output == "200 experts, 1 audits: no fault\n")
    #expect(try await Self.tandem(["problem", "check", "/nonexistent"]).exitCode == 66)
  }

  @Test("the help lists the exit codes")
  func help() async throws {
    let ended = try await Self.tandem(["--help"])
    #expect(ended.exitCode == 0)
    for text in [
      "64 usage", "65 bad data", "69", "77", "TANDEM_SERVER", "TANDEM_TOKEN", "NO_COLOR",
    ] {
      #expect(ended.output.contains(text), "no \(text)")
    }
  }
}
