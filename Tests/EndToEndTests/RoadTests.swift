import Foundation
import Testing

/// The main job, start to end, with the built executables and foreign clients.
@Suite struct RoadTests {
  @Test("the demo goes the whole road and ends by itself")
  func demo() async throws {
    let demo = Built.resources.appending(path: "demo.sh").path
    let ended = try await Built.run(
      "/bin/sh", [demo, Built.directory.path], environment: ["NO_COLOR": "1"])
    #expect(ended.exitCode == 0, "\(ended.all)")
    for text in [
      "E0094", "E0118", "2023-02-08", "INTEREST", "NATIONALS leaves 0", "intact: 1 decision, 8:",
      "intact: 8:", "2022-0001  decided", "'JENOPTIK AG' is M010", "bars from 2022-0002: E0094",
      "may be E0900 (KOVACS-MEIER Zsofia, AT)",
      "tandemd exited with 0",
    ] {
      #expect(ended.output.contains(text), "no \(text) in\n\(ended.all)")
    }
    #expect(!ended.all.contains("tdm_"), "a token where none is asked for")
    #expect(!ended.output.contains("\u{1B}"), "colour where it is not wanted")
    let tooWide = ended.output.split(whereSeparator: \.isNewline).filter {
      $0.count > 80 && !$0.hasPrefix("$") && !$0.contains("intact:")
    }
    #expect(tooWide.isEmpty, "wider than 80 columns:\n\(tooWide.joined(separator: "\n"))")
  }

  @Test("a year is planned, published, repaired and proven by the command line")
  func planning() async throws {
    let ended = try await Built.script(
      "planning.py", Built.executable("tandemd"), Built.executable("tandem"), Built.shared)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test("what changes is printed over a server's death and return, until Ctrl-C")
  func watching() async throws {
    let ended = try await Built.script(
      "watch.py", Built.executable("tandemd"), Built.executable("tandem"))
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test("tables that are exported come back, all rows or none")
  func tables() async throws {
    let ended = try await Built.script(
      "tables.py", Built.executable("tandemd"), Built.executable("tandem"),
      Built.resources.appending(path: "optonet.json").path)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test("a partner calls over TLS with a token of its own, and reaches nothing else")
  func partner() async throws {
    let ended = try await Built.script("partner.py", Built.executable("tandemd"), Built.protos)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test("a Python client goes the road and reads errors with their details")
  func foreignClient() async throws {
    let data = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: data) }
    let ended = try await Built.script(
      "road.py", Built.executable("tandemd"), Built.protos,
      Built.resources.appending(path: "optonet.json").path)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }
}
