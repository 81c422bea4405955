import Foundation
import Synchronization
import TandemNetwork

/// When each token was used last, to the minute. It is no event: it is kept beside the journal, and a crash
/// loses what is younger than the last save.
public final class TokenUses: Sendable {
  private static let minute: Int64 = 60_000

  private let uses: Mutex<[TokenID: Int64]>

  public init(_ uses: [TokenID: Int64] = [:]) { self.uses = Mutex(uses) }

  /// Reads a file that ``save(to:)`` wrote; without one nothing was used yet.
  public convenience init(file: String) {
    let data = try? Data(contentsOf: URL(fileURLWithPath: file))
    let read = data.flatMap { try? JSONDecoder().decode([String: Int64].self, from: $0) } ?? [:]
    self.init(
      Dictionary(
        uniqueKeysWithValues: read.compactMap { name, time in
          TokenID(name).map { ($0, time) }
        }))
  }

  /// Milliseconds since 1970-01-01 UTC; nil where it was not used.
  func lastUse(of token: TokenID) -> Int64? { uses.withLock { $0[token] } }

  func note(_ token: TokenID, at time: Int64) {
    let minute = time - time % TokenUses.minute
    uses.withLock { uses in
      if uses[token] ?? .min < minute { uses[token] = minute }
    }
  }

  /// Throws what the file system says.
  func save(to file: String) throws {
    let uses = uses.withLock { $0 }
    let named = Dictionary(uniqueKeysWithValues: uses.map { ($0.key.text, $0.value) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try encoder.encode(named).write(to: URL(fileURLWithPath: file), options: .atomic)
  }
}
