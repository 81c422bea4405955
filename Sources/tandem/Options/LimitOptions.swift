import ArgumentParser
import TandemClient
import TandemProtocol

/// How much of a list to show.
struct LimitOptions: ParsableArguments {
  /// How many items the server puts on one page at most.
  static let largestPage = 1_000

  @Option(help: "Show the first ones only, that many (default: all).")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit): expected 1 or more") }
  }

  /// All pages of a list, as far as the limit.
  func items<Request: PageRequest, Response: PageAnswer, Item: Sendable>(
    of method: Method<Request, Response>, _ request: Request, from client: TandemClient,
    _ items: @Sendable (Response) -> [Item]
  ) async throws -> [Item] {
    try await client.items(of: method, request, limit: limit, items)
  }
}

extension TandemClient {
  /// All pages of a list, or as many as have that many items.
  func items<Request: PageRequest, Response: PageAnswer, Item: Sendable>(
    of method: Method<Request, Response>, _ request: Request, limit: Int? = nil,
    _ items: @Sendable (Response) -> [Item]
  ) async throws -> [Item] {
    var request = request
    var result: [Item] = []
    repeat {
      if let limit { request.pageSize = min(limit - result.count, LimitOptions.largestPage) }
      let page = try await call(method, request)
      result += items(page)
      request.pageToken = page.nextPageToken
      // Later pages must not be older than the first.
      request.minRevision = page.revision
    } while !request.pageToken.isEmpty && result.count < limit ?? .max
    return result
  }
}
