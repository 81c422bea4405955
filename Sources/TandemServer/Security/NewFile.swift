import Foundation

/// A file that was not there before: written whole or not at all, and never open to more than its mode says.
enum NewFile {
  /// Throws ``ConfigurationError`` where one of that name is there already, or cannot be written.
  static func write(_ text: String, to path: String, mode: mode_t) throws(ConfigurationError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      guard errno != EEXIST else {
        throw ConfigurationError(
          "\(path) is there already; remove it, or name another directory with --data")
      }
      throw ConfigurationError("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
      try file.close()
    } catch {
      unlink(path)
      throw ConfigurationError("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
