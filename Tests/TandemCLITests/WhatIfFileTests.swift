import Foundation
import TandemModel
import Testing

@testable import tandem

@Suite struct WhatIfFileTests {
  private func file(_ text: String) async throws -> WhatIfFile {
    try await Home.with { home in
      let path = "\(home.path)/if.txt"
      try home.write(text, to: path)
      return try WhatIfFile(path)
    }
  }

  private func faults(_ text: String) async -> [String] {
    do {
      _ = try await file(text)
      return []
    } catch Failure.badData(let faults) {
      return faults.map { fault in
        let place = fault.place.split(separator: "/").last ?? ""
        return "\(place): \(fault.reason)"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("each line is one option; comments and empty lines are none")
  func lines() async throws {
    let file = try await file(
      "# a fair\n\naway E1:2027-05-01:2027-05-31  # both weeks\nretired E2\npolicy travel=0\n")
    #expect(
      file.lines.map { $0.place.split(separator: "/").last } == [
        "if.txt, line 3", "if.txt, line 4", "if.txt, line 5",
      ])
    #expect(file.lines.first?.options.away.first?.texts == ["E1", "2027-05-01", "2027-05-31"])
  }

  @Test("all that is wrong is told, each at its line")
  func wrong() async {
    let faults = await faults(
      "away E1\nretired E2\naway E1:soon:late\nleaving E1\nretired\npolicy x\n")
    #expect(
      faults.map { $0.prefix { $0 != ":" } } == [
        "if.txt, line 1", "if.txt, line 3", "if.txt, line 4", "if.txt, line 5", "if.txt, line 6",
      ])
    #expect(faults.first?.contains("three parts between colons") == true, "\(faults)")
    #expect(!faults.contains { $0.contains("Usage") }, "\(faults)")
  }
}
