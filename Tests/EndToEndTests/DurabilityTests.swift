import Foundation
import Testing

/// What is left when things go wrong underneath.
@Suite struct DurabilityTests {
  @Test("no acknowledged write is lost and none is half there after 50 times kill -9")
  func kills() throws {
    let seed = Int.random(in: 1...999_999)
    let ended = try Built.script(
      "crash.py", Built.executable("tandemd"), Built.protos, "50", String(seed))
    #expect(ended.exitCode == 0, "seed \(seed)\n\(ended.all)")
    print(ended.output)
  }

  @Test("a changed byte in the database is found, named by its revision, and not served")
  func changedByte() throws {
    let ended = try Built.script("damage.py", Built.executable("tandemd"), Built.protos)
    #expect(ended.exitCode == 0, "\(ended.all)")
  }

  @Test(
    "a full disk refuses writes with a clear error and goes on serving reads",
    .enabled(if: SmallDisk.isPossible, "mounting a small file system needs root"))
  func fullDisk() throws {
    let disk = try SmallDisk(megabytes: 3)
    defer { disk.remove() }
    let ended = try Built.script(
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
    let ended = try Built.run(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path])
    guard ended.exitCode == 0 else {
      try FileManager.default.removeItem(at: directory)
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  func remove() {
    _ = try? Built.run("/bin/umount", [path])
    try? FileManager.default.removeItem(atPath: path)
  }
}
