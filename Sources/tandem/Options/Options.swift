import ArgumentParser
import Foundation
import TandemClient
import TandemModel
import TandemProtocol

/// Which server to ask.
struct ServerOptions: ParsableArguments {
  @Option(help: "The server, HOST:PORT (default: TANDEM_SERVER, else 127.0.0.1:7410).")
  var server: String?

  /// Connects for as long as `body` runs.
  func connected<Result: Sendable>(
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    let text =
      server ?? ProcessInfo.processInfo.environment["TANDEM_SERVER"] ?? "127.0.0.1:7410"
    guard let address = ServerAddress(text) else {
      throw ValidationError("\(text) is no server: expected HOST:PORT, such as 127.0.0.1:7410")
    }
    do {
      return try await TandemClient.connected(to: address, body)
    } catch let error as ClientError where error.details.code == .unavailable {
      throw Failure.unreachable(text, error)
    }
  }
}

/// How to show what was asked for.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Option(help: "How to show it.")
  var output = Format.table
}

/// What every write takes.
struct WriteOptions: ParsableArguments {
  @Option(help: "Names the request: sent again with the same id it is not done twice.")
  var requestID: String?

  @Flag(help: "Check everything and store nothing.")
  var validateOnly = false

  /// A request with these options and what `fill` sets.
  func request<Request: WriteRequest>(
    _: Request.Type = Request.self, _ fill: (inout Request) throws -> Void
  ) rethrows -> Request {
    try .with {
      $0.requestID = requestID ?? ""
      $0.validateOnly = validateOnly
      try fill(&$0)
    }
  }
}

extension Wire.Date {
  /// Reads `YYYY-MM-DD`.
  static func argument(_ text: String) throws -> Wire.Date {
    guard let day = Day(text) else {
      throw ValidationError("\(text) is no date: expected YYYY-MM-DD")
    }
    return Wire.Date(day)
  }
}

/// Texts between commas.
struct List: ExpressibleByArgument {
  let texts: [String]

  init(argument: String) {
    texts = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
