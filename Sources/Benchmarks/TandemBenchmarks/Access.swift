import GRPCCore
import TandemJournal
import TandemModel
import TandemNetwork
import TandemServer

/// A network that lets callers in by their tokens.
enum Access {
  /// How callers are let in, and what one of them sends.
  static func admission(tokens count: Int) async throws -> (Admission, Metadata) {
    let network = Network(
      journal: MemoryJournal(), replay: Replay(), clock: { _ in OptoNet.moment })
    var secret = TokenSecret.random()
    for number in 0..<count {
      secret = TokenSecret.random()
      guard let id = TokenID("token-\(number)") else { continue }
      let token = AccessToken(
        id: id, grant: .coordinator, secretHash: secret.hash,
        until: OptoNet.moment.today.adding(1))
      _ = try await network.execute(
        .createToken(token), RequestIdentity(actor: "bench", id: id.text, body: []))
    }
    return (
      .tokens(of: network, uses: TokenUses()), ["authorization": "Bearer \(secret.text)"]
    )
  }
}
