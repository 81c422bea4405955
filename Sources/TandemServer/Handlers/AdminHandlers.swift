import TandemJournal
import TandemModel
import TandemNetwork
import TandemProtocol

/// AdminService's calls.
struct AdminHandlers: Sendable {
  /// Throws what is wrong with the journal.
  let verify: @Sendable (_ expected: Head?) throws -> Void
  let started: Moment
  let isTodayFixed: Bool

  func info(
    _ request: Wire.GetServerInfoRequest, _ call: Call
  ) throws(Refusal) -> Wire.GetServerInfoResponse {
    let snapshot = try call.snapshot(for: request)
    return .with {
      $0.revision = snapshot.revision
      $0.head = snapshot.head.hash.description
      $0.version = Server.version
      $0.started = Wire.Timestamp(milliseconds: started.time)
      $0.today = Wire.Date(call.today)
      $0.todayFixed = isTodayFixed
      $0.policyVersion = snapshot.state.policy.version
      $0.experts = snapshot.state.experts.count
      $0.audits = snapshot.state.audits.count
      $0.caller = call.actor
      $0.role = Wire.Role(call.caller.role)
      $0.expert = call.caller.ownExpert?.text ?? ""
    }
  }

  func verifyJournal(
    _ request: Wire.VerifyJournalRequest, _ call: Call
  ) throws(Refusal) -> Wire.VerifyJournalResponse {
    let expected: Head? =
      try request.expectRevision == 0 && request.expectHash.isEmpty
      ? nil
      : call.read { reader in
        let revision = reader.whole(
          request.expectRevision, 0...Int.max, at: "expect_revision")
        let hash = Hash(hex: request.expectHash)
        if hash == nil { reader.refuse("is not 64 hexadecimal digits", at: "expect_hash") }
        return revision.flatMap { revision in hash.map { Head(revision: revision, hash: $0) } }
      }
    let head = call.network.snapshot.head
    var finding = ""
    do {
      try verify(expected)
    } catch {
      // Says nothing of the records.
      if let error = error as? JournalError, case .unavailable = error { throw .journal(error) }
      finding = String(describing: error)
    }
    return .with {
      $0.revision = head.revision
      $0.head = head.hash.description
      $0.intact = finding.isEmpty
      $0.finding = finding
    }
  }
}
