import Foundation
import TandemJournal

/// Makes what was written to a file, or the names in a directory, last through a loss of power.
func flush(_ path: String) throws(JournalError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .failed("open", path) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw .failed("flush", path) }
}

/// The directory that a file lies in.
func directory(of path: String) -> String {
  let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
  return parent.isEmpty ? "/" : parent
}

/// Makes a directory, and those it lies in, that only their owner may look into; one that exists
/// stays as it is.
func makeDirectory(_ path: String) throws(JournalError) {
  do {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  } catch {
    throw .unavailable("cannot make the directory \(path): \(error.localizedDescription)")
  }
}

/// The size of a file in bytes, nil when there is none.
func size(of path: String) throws(JournalError) -> Int? {
  var status = stat()
  if stat(path, &status) == 0 { return Int(status.st_size) }
  if errno == ENOENT { return nil }
  throw .failed("look at", path)
}
