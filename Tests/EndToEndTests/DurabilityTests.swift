import Foundation
import Testing

/// What is left when things go wrong underneath.
@Suite struct DurabilityTests {
  @Test("no acknowledged write is lost and none is half there after 50 times kill -9")
  func kills() async throws {
    let seed = Int.random(in: 1...999_999)
    let ended = try await Built.script(
      "crash.py", Built.executable("tandemd"), Built.protos, "50", String(seed))
    #expect(ended.exitCode == 0, "seed \(seed)\n\(ended.all)")
    print(ended.output)
  }

  @Test("a changed byte in the database is found, named by its revision, and not served")
  func changedByte() async throws {
    let ended = try await Built.script("damage.py", Built.executable("tandemd"), Built.protos)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test(
    "a full disk refuses writes with a clear error and goes on serving reads",
    .enabled(if: SmallDisk.isPossible, "mounting a small file system needs root"))
  func fullDisk() async throws {
    let disk = try SmallDisk(megabytes: 3)
    defer { disk.remove() }
    let ended = try await Built.script(
      "full.py", Built.executable("tandemd"), Built.protos, disk.path)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }
}

/// A file system in memory, of few bytes.
struct SmallDisk {
  let path: String

  /// Whether this process may mount one.
  static let isPossible: Bool = {
    guard let disk = try? SmallDisk(megabytes: 1) else { return false }
    disk.remove()
    return true
  }()

  init(megabytes: Int) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.path
    let mounted = try Built.runBriefly(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path])
    guard mounted == 0 else {
      try FileManager.default.removeItem(at: directory)
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  func remove() {
    _ = try? Built.runBriefly("/bin/umount", [path])
    try? FileManager.default.removeItem(atPath: path)
  }
}
