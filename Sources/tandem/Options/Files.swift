import Foundation
import TandemMatching
import TandemModel
import TandemProtocol

/// The bytes of a file, or of standard input for `-`.
func read(_ path: String) throws -> [UInt8] {
  if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
  do {
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  } catch {
    throw Failure.unreadable("\(path) cannot be read: \(error.localizedDescription)")
  }
}

/// A `tandem-problem/1` file; all its faults are thrown.
func readProblem(_ bytes: [UInt8]) throws -> ProblemFile {
  do {
    return try ProblemFile.read(bytes)
  } catch {
    throw Failure.badData(error.faults)
  }
}

/// A request for an audit: a JSON object like a row of `audits` in a `tandem-problem/1` file.
func readAudit(_ path: String) throws -> Wire.Audit {
  let log = FaultLog()
  guard let json = JSONParser.parse(try read(path), log: log) else {
    throw Failure.badData(log.faults.faults)
  }
  var reader = ProblemReader(.null, log: log)
  var others: Set<AuditID> = []
  let audit = reader.audit(Field(top: json, log: log), besides: &others)
  guard let audit, log.count == 0 else { throw Failure.badData(log.faults.faults) }
  return Wire.Audit(audit, contact: Person(), state: .submitted)
}
