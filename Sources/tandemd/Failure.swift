import ArgumentParser
import Foundation
import TandemServer

/// How the program ends when something fails: one line on stderr and an exit code after sysexits.h.
enum Failure {
  static func exiting(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch {
      FileHandle.standardError.write(Data("tandemd: \(error)\n".utf8))
      throw ExitCode(ServerFailure(error).exitCode)
    }
  }
}

extension DataOptions {
  func configuration(_ flags: [String: String]) async throws -> ServerConfiguration {
    var flags = flags
    flags["data"] = data
    return try await ServerConfiguration(
      flags: flags, environment: ProcessInfo.processInfo.environment, file: config)
  }
}
