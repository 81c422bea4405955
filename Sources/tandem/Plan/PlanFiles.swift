import ArgumentParser
import Foundation

/// Where to write the files by which a plan can be checked elsewhere.
struct PlanFiles: ParsableArguments {
  @Option(help: "Where to write the tandem-plan/1 file.")
  var plan: String?
  @Option(help: "Where to write the tandem-problem/1 file that it is the plan of.")
  var problem: String?
  @Option(help: "Where to write the tandem-certificate/1 file, when the plan is proven.")
  var certificate: String?
  @Flag(help: "Replace files that are there.")
  var force = false

  /// Refuses files that are there, before there is anything to lose.
  func check() throws {
    guard !force else { return }
    for path in [plan, problem, certificate].compactMap(\.self)
    where FileManager.default.fileExists(atPath: path) {
      throw Failure.isThere(path)
    }
  }

  /// Writes those that are asked for. A proof that is asked for and not there is a failure, told here,
  /// once the others are written.
  func write(problem: [UInt8], plan: [UInt8], certificate: [UInt8]) throws {
    if let path = self.problem { try tandem.write(problem, to: path, replacing: force) }
    if let path = self.plan { try tandem.write(plan, to: path, replacing: force) }
    guard let path = self.certificate else { return }
    guard !certificate.isEmpty else {
      say("there is no proof to write to \(path)")
      throw Failure.refused
    }
    try tandem.write(certificate, to: path, replacing: force)
  }
}
