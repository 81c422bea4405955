import Foundation
import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// One page of a list in a stable order.
struct Page<Item> {
  let items: [Item]
  /// Empty on the last page.
  let nextToken: String
}

extension Call {
  /// How many items a page has when the request does not say, and at most.
  static let pageSizes = (default: 100, most: 1_000)

  /// The page that the request asks for. `items` come in the order of their keys, each of which is
  /// given once; the token holds the key of the last item of the page before, and is good for the
  /// same list with the same filters only, and where the keys are places in it, for that revision.
  func page<Item>(
    of items: some Sequence<Item>, for request: some PageRequest,
    defaultSize: Int = Call.pageSizes.default, revision: Int = 0,
    key: (Item) -> String
  ) throws(Refusal) -> Page<Item> {
    var faults: [Fault] = []
    if !(0...Call.pageSizes.most).contains(request.pageSize) {
      faults.append(
        Fault(at: "page_size", "is \(request.pageSize), not from 0 to \(Call.pageSizes.most)"))
    }
    let scope = try scope(of: request) + (revision == 0 ? "" : "\(revision):")
    let token = Data(base64Encoded: request.pageToken).flatMap { String(data: $0, encoding: .utf8) }
    let after = token.flatMap { token in
      token.isEmpty || token.hasPrefix(scope) ? String(token.dropFirst(scope.count)) : nil
    }
    if after == nil {
      faults.append(
        Fault(
          at: "page_token",
          "is none that this list gave with these filters as it is now; start without one")
      )
    }
    guard let after, faults.isEmpty else { throw .invalid(faults) }

    let size = request.pageSize == 0 ? defaultSize : request.pageSize
    var taken: [Item] = []
    for item in items where after.isEmpty || key(item) > after {
      if taken.count == size {
        let token = taken.last.map { Data("\(scope)\(key($0))".utf8).base64EncodedString() } ?? ""
        return Page(items: taken, nextToken: token)
      }
      taken.append(item)
    }
    return Page(items: taken, nextToken: "")
  }

  /// What tells the list and its filters from others.
  private func scope<Request: PageRequest>(of request: Request) throws(Refusal) -> String {
    var list = request
    list.minRevision = 0
    list.pageSize = 0
    list.pageToken = ""
    return String(Hash(of: try body(of: list)).description.prefix(8))
  }
}
