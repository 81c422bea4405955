import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol
import Testing

@testable import TandemServer

/// Refusals are sentences, whatever they quote.
@Suite struct SentenceTests {
  @Test("a refusal ends in one full stop, also where what it quotes has one")
  func oneFullStop() {
    for end in ["", "."] {
      let refusals: [Refusal] = [
        .invalid([Fault(at: "id", "is wrong\(end)")]),
        .notNow(Thing(.audit, "A"), reason: "it is wrong\(end)"),
        .journal(.full("no room\(end)")), .journal(.refused("too long\(end)")),
        .journal(.damaged(revision: 1, "a hash\(end)")), .journal(.unavailable("a disk\(end)")),
      ]
      for refusal in refusals {
        let message = ErrorDetails(refusal).message
        #expect(message.hasSuffix(".") && !message.contains(".."), "\(message)")
        #expect(!message.contains(".;"), "\(message)")
      }
    }
  }
}
