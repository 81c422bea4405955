import ArgumentParser
import Foundation

/// Where to write a file.
struct FileOptions: ParsableArguments {
  @Option(help: "The file to write (default: standard output).")
  var to: String?
  @Flag(help: "Replace the file if it is there.")
  var force = false

  func put(_ bytes: [UInt8]) throws { try write(bytes, to: to, replacing: force) }
}

/// Writes a file, or to standard output without a path; a file that is there stays unless it may be
/// replaced.
func write(_ bytes: [UInt8], to path: String?, replacing: Bool) throws {
  guard let path else { return try put(bytes) }
  do {
    // In one step where a file is replaced, so that it is never half the old and half the new.
    try Data(bytes).write(
      to: URL(fileURLWithPath: path), options: replacing ? .atomic : .withoutOverwriting)
  } catch CocoaError.fileWriteFileExists {
    throw Failure.isThere(path)
  } catch CocoaError.fileNoSuchFile {
    throw Failure.unwritable("\(path) cannot be written: there is no such directory")
  } catch {
    throw Failure.unwritable("\(path) cannot be written: \(reason(of: error))")
  }
}
