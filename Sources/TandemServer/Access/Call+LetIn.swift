import TandemNetwork

extension Call {
  /// How long a stream goes on at most after its token's last day.
  private static let expiryInterval = Duration.seconds(60)

  /// Runs `body` as long as the caller's token lets them in; throws UNAUTHENTICATED when it does no more.
  func whileLetIn(_ body: @escaping @Sendable () async throws -> Void) async throws {
    // Tokens are revoked by writes, and expire by the day. Listened to before the first look, so that
    // nothing is missed in between.
    let writes = network.writes.heard()
    try refuseUnlessLetIn()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        for await _ in writes { try refuseUnlessLetIn() }
        return false
      }
      group.addTask {
        while !Task.isCancelled {
          try? await Task.sleep(for: Call.expiryInterval)
          try refuseUnlessLetIn()
        }
        return false
      }
      group.addTask {
        try await body()
        return true
      }
      defer { group.cancelAll() }
      // Those that look end by themselves when the call is cancelled: how it ends is for the body to say.
      for try await isBody in group where isBody { return }
    }
  }

  private func refuseUnlessLetIn() throws {
    try refusingByStatus { () throws(Refusal) in
      try caller.refuseUnlessLetIn(by: network.snapshot.state, on: network.now.today)
    }
  }
}
