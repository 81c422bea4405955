import Foundation
import TandemMatching
import TandemModel

/// The bytes of a file, or of standard input for `-`.
func read(_ path: String) throws -> [UInt8] {
  do {
    let file =
      path == "-"
      ? FileHandle.standardInput
      : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    return Array(try file.readToEnd() ?? Data())
  } catch {
    throw Failure.unreadable("\(path) cannot be read: \(reason(of: error))")
  }
}

/// What `body` makes of a file's bytes; the places of its faults get the file in front.
func read<Value>(
  _ path: String, _ body: (_ bytes: [UInt8]) throws(Faults) -> Value
) throws -> Value {
  let bytes = try read(path)
  do throws(Faults) {
    return try body(bytes)
  } catch {
    throw Failure.badData(error.faults.map { Fault(at: "\(path)\($0.place)", $0.reason) })
  }
}

/// The JSON value of a file, and the log in which its faults are to be noted.
func readJSON(_ path: String) throws -> (JSON, FaultLog) {
  let log = FaultLog()
  guard let json = JSONParser.parse(try read(path), log: log), log.count == 0 else {
    throw Failure.badData(log.faults.faults)
  }
  return (json, log)
}

/// Writes lines to standard output.
func put(_ lines: [String]) throws {
  try put(Array(lines.map { $0 + "\n" }.joined().utf8))
}

/// Writes a JSON value to standard output.
func put(_ json: JSON) throws { try put(json.file()) }

/// Writes bytes to standard output. What does not get there whole is a failure: it may be the only
/// copy.
func put(_ bytes: [UInt8]) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
  } catch {
    throw Failure.unwritable("standard output cannot be written: \(reason(of: error))")
  }
}

/// A line on stderr, where messages go. Where stderr is closed nobody asked for them.
func say(_ line: String) { tell("tandem: \(line.printable)") }

/// As ``say(_:)``, without the program's name.
func tell(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
}

/// Why a file could not be read or written, as the system says it.
func reason(of error: any Error) -> String {
  let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
  guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
    return error.localizedDescription
  }
  return String(cString: strerror(Int32(underlying.code)))
}
