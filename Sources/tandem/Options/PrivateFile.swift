import Foundation

/// A file that nobody but its owner may read or write, for it holds secrets.
struct PrivateFile {
  let path: String

  /// The largest one, in bytes: a thousand contexts take a third of it.
  private static let sizeLimit = 1 << 20
  private static let mode: mode_t = 0o600
  private static let directoryMode = 0o700
  /// What others may do.
  private static let othersMask: mode_t = 0o077

  /// What it holds; nil when it is not there. One that others may read or write is refused, and one of
  /// somebody else.
  func read() throws(Failure) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if [ENOENT, ENOTDIR].contains(errno) { return nil }
      throw .unreadable("\(path) cannot be read: \(Self.reason)")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // What was opened is looked at, which may be another file than has that name by now.
    try refuseUnlessPrivate(file)
    do {
      return Array(try file.readToEnd() ?? Data())
    } catch {
      throw .unreadable("\(path) cannot be read: \(tandem.reason(of: error))")
    }
  }

  private func refuseUnlessPrivate(_ file: FileHandle) throws(Failure) {
    var status = stat()
    guard fstat(file.fileDescriptor, &status) == 0 else {
      throw .unreadable("\(path) cannot be read: \(Self.reason)")
    }
    guard status.st_uid == geteuid() else {
      throw .notPermitted([
        "\(path) holds a secret and belongs to another user (uid \(status.st_uid)): run as that user, "
          + "or keep one of your own"
      ])
    }
    guard status.st_mode & Self.othersMask == 0 else {
      throw .notPermitted([
        "\(path) holds a secret, and others may read or write it: chmod 600 \(path)"
      ])
    }
    guard status.st_size <= Self.sizeLimit else {
      throw .unreadable("\(path) is larger than \(Self.sizeLimit >> 20) MiB")
    }
  }

  /// Puts what `change` makes of its bytes in their place, in one step: whoever reads finds the old ones
  /// or the new ones, and of two who change it at once neither loses what the other did.
  func change(_ change: ([UInt8]?) throws -> [UInt8]) throws {
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: Self.directoryMode])
    } catch {
      throw Failure.unwritable("\(directory) cannot be made: \(tandem.reason(of: error))")
    }
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw Failure.unwritable("\(directory) cannot be locked: \(Self.reason)")
    }
    let lock = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try write(change(read()))
    // Else a loss of power may bring the old name back. The new file is there whatever comes of this.
    try? lock.synchronize()
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    let temporary = "\(path).\(UUID().uuidString)"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, Self.mode)
    guard descriptor >= 0 else { throw .unwritable("\(path) cannot be written: \(Self.reason)") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(bytes))
      try file.synchronize()
    } catch {
      unlink(temporary)
      throw .unwritable("\(path) cannot be written: \(tandem.reason(of: error))")
    }
    guard rename(temporary, path) == 0 else {
      let reason = Self.reason
      unlink(temporary)
      throw .unwritable("\(path) cannot be written: \(reason)")
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
