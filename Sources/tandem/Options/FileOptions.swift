import ArgumentParser
import Foundation

/// Where to write a file.
struct FileOptions: ParsableArguments {
  @Option(help: "The file to write (default: standard output).")
  var to: String?
  @Flag(help: "Replace the file if it is there.")
  var force = false

  func put(_ bytes: [UInt8]) throws {
    guard let to else { return try tandem.put(bytes) }
    do {
      // In one step where a file is replaced, so that it is never half the old and half the new.
      try Data(bytes).write(
        to: URL(fileURLWithPath: to), options: force ? .atomic : .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Failure.unwritable("\(to) is there already; --force replaces it")
    } catch CocoaError.fileNoSuchFile {
      throw Failure.unwritable("\(to) cannot be written: there is no such directory")
    } catch {
      throw Failure.unwritable("\(to) cannot be written: \(reason(of: error))")
    }
  }
}
