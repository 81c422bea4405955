import Foundation
import TandemJournal

/// Keeps other processes off a data directory until it is let go of. The kernel lets go of it when
/// the process ends, however it ends.
final class DirectoryLock: Sendable {
  private let descriptor: Int32

  /// Throws `locked` when another holder has the directory, `unavailable` when there can be no lock.
  init(directory: String) throws(JournalError) {
    let path = directory + "/tandem.lock"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .failed("open", path) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let error =
        errno == EWOULDBLOCK
        ? DirectoryLock.held(directory, path) : JournalError.failed("lock", path)
      close(opened)
      throw error
    }
    descriptor = opened
    let holder = Array("\(getpid())\n".utf8)
    // Without the number the lock is as good: it is only there for the message.
    if ftruncate(descriptor, 0) == 0 { _ = write(descriptor, holder, holder.count) }
  }

  // The file stays: removing it would let two holders lock two files of the same name.
  deinit { close(descriptor) }

  private static func held(_ directory: String, _ path: String) -> JournalError {
    let content = try? String(contentsOfFile: path, encoding: .utf8)
    let holder = content.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    let name = holder.map { "process \($0)" } ?? "another process"
    return .locked("\(name) holds \(directory); stop it, or name another directory")
  }
}
