import Foundation
import Testing

@testable import tandem

@Suite struct PrivateFileTests {
  @Test("what is not there is nil, below a file too")
  func absent() async throws {
    try await Home.with { home in
      #expect(try PrivateFile(path: "\(home.path)/none").read() == nil)
      try home.write("x", to: "\(home.path)/file")
      #expect(try PrivateFile(path: "\(home.path)/file/none").read() == nil)
    }
  }

  @Test(
    "a file that others may read or write is refused, and what to do is said",
    arguments: [0o640, 0o604, 0o620, 0o602, 0o644, 0o666, 0o777])
  func open(mode: Int) async throws {
    try await Home.with { home in
      let path = "\(home.path)/file"
      try home.write("x", to: path, mode: mode)
      let failed = try #require(failure { try PrivateFile(path: path).read() })
      #expect(failed.exitCode == 77)
      #expect(failed.lines.contains("chmod 600 \(path)"), "\(failed.lines)")
    }
  }

  @Test("a file for its owner only is read", arguments: [0o600, 0o400, 0o700])
  func owned(mode: Int) async throws {
    try await Home.with { home in
      try home.write("x", to: "\(home.path)/file", mode: mode)
      #expect(try PrivateFile(path: "\(home.path)/file").read() == Array("x".utf8))
    }
  }

  @Test("a file of somebody else is refused", .enabled(if: geteuid() == 0))
  func foreign() async throws {
    try await Home.with { home in
      let path = "\(home.path)/file"
      try home.write("x", to: path)
      #expect(chown(path, 1, 1) == 0)
      let failed = try #require(failure { try PrivateFile(path: path).read() })
      #expect(failed.exitCode == 77)
      #expect(failed.lines.contains("another user"), "\(failed.lines)")
    }
  }

  @Test("a file that is too large, or a directory, cannot be read")
  func odd() async throws {
    try await Home.with { home in
      try home.write(String(repeating: "x", count: 1 << 20 + 1), to: "\(home.path)/file")
      #expect(failure { try PrivateFile(path: "\(home.path)/file").read() }?.exitCode == 66)
      let directory = "\(home.path)/directory"
      #expect(mkdir(directory, 0o700) == 0)
      #expect(failure { try PrivateFile(path: directory).read() }?.exitCode == 66)
    }
  }

  @Test("a new file and its directories are for their owner only")
  func modes() async throws {
    try await Home.with { home in
      try PrivateFile(path: home.contexts).change { bytes in
        #expect(bytes == nil)
        return Array("new".utf8)
      }
      #expect(try Home.mode(home.contexts) == 0o600)
      #expect(try Home.mode("\(home.path)/.config/tandem") == 0o700)
      #expect(try PrivateFile(path: home.contexts).read() == Array("new".utf8))
    }
  }

  @Test("a change is another file in the old one's place, and nothing else stays")
  func atomic() async throws {
    try await Home.with { home in
      try home.write("old", to: home.contexts)
      #expect(link(home.contexts, "\(home.path)/kept") == 0)
      try PrivateFile(path: home.contexts).change { ($0 ?? []) + Array(" and new".utf8) }
      #expect(try String(contentsOfFile: "\(home.path)/kept", encoding: .utf8) == "old")
      #expect(try String(contentsOfFile: home.contexts, encoding: .utf8) == "old and new")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/.config/tandem") == [
          "contexts.json"
        ])
    }
  }

  @Test("a change that fails leaves the old file alone")
  func failed() async throws {
    try await Home.with { home in
      try home.write("old", to: home.contexts)
      let failed = failure {
        try PrivateFile(path: home.contexts).change { _ in throw Failure.refused }
      }
      #expect(failed?.exitCode == 1)
      #expect(try String(contentsOfFile: home.contexts, encoding: .utf8) == "old")
      try home.write("old", to: home.contexts, mode: 0o644)
      #expect(
        failure { try PrivateFile(path: home.contexts).change { _ in [] } }?.exitCode == 77)
      #expect(try String(contentsOfFile: home.contexts, encoding: .utf8) == "old")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/.config/tandem") == [
          "contexts.json"
        ])
      let below = PrivateFile(path: "\(home.contexts)/tandem/contexts.json")
      #expect(failure { try below.change { _ in [] } }?.exitCode == 73)
    }
  }

  @Test("of many who change a file at once none loses what another did")
  func together() async throws {
    try await Home.with { home in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            for _ in 0..<10 {
              #expect(
                failure { try PrivateFile(path: home.contexts).change { ($0 ?? []) + [1] } } == nil)
            }
          }
        }
      }
      let bytes = try PrivateFile(path: home.contexts).read()
      #expect(bytes?.count == 40)
    }
  }
}
