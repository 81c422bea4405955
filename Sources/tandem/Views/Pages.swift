import TandemClient
import TandemProtocol

extension TandemClient {
  /// All pages of a list.
  func all<Request: PageRequest, Response: PageAnswer, Item: Sendable>(
    _ method: Method<Request, Response>, _ request: Request,
    _ items: @Sendable (Response) -> [Item]
  ) async throws -> [Item] {
    var request = request
    var result: [Item] = []
    repeat {
      let page = try await call(method, request)
      result += items(page)
      request.pageToken = page.nextPageToken
      // Later pages must not be older than the first.
      request.minRevision = page.revision
    } while !request.pageToken.isEmpty
    return result
  }
}
