import Crypto
import Dispatch
import Foundation
import Synchronization
import TandemJournal
import TandemModel

/// The network: one writer and any number of readers.
///
/// Readers take the current ``Snapshot`` without waiting. Commands wait in a queue; the writer takes
/// all that wait as one batch, decides each on the state that those before it left, appends their
/// records in one durable write, and only then publishes and answers.
public actor Network {
  /// The most commands that one durable write holds.
  static let batchLimit = 512
  /// How many past outcomes are kept to answer repeated requests from, and those who follow along; older
  /// ones are made anew.
  static let recentLimit = 1024

  /// Makes a command from the state on which it is decided: what it depends on cannot change in between.
  /// It runs where commands are decided, so it must not wait.
  public typealias Intent = @Sendable (NetworkState) throws(Refusal) -> Command

  private struct Recent {
    let state: NetworkState
    let head: Head
    let events: [Event]
    let origin: Origin
  }

  private struct Waiting {
    let intent: Intent
    let request: RequestIdentity
    let answer: CheckedContinuation<Result<Outcome, Refusal>, Never>
  }

  let journal: any Journal
  private let clock: Clock
  private var random: Randomness
  private var sealing: Sealing
  private var requests: RequestFilter
  /// What the last records made happen, by their revisions. Not of an actor's own: who follows along is not
  /// to wait for the writer, nor the writer for them.
  private let recent = Mutex<[Int: Recent]>([:])
  private let published: Mutex<Snapshot>
  /// Told of each durable write, when readers see it.
  public nonisolated let writes = Signal()
  /// Filled from any thread: a command does not wait for the actor only to get in line.
  private let waiting = Mutex<[Waiting]>([])
  /// Appending blocks a thread until the disk has answered: not one of those that serve readers.
  private nonisolated let executor = WriterExecutor()

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Tells the moment, with the day that it is in a time zone.
  public typealias Clock = @Sendable (Zone) -> Moment

  /// The network that the journal's records made, all of which `replay` has folded.
  public init(
    journal: any Journal, replay: Replay, clock: @escaping Clock,
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.journal = journal
    self.clock = clock
    self.random = Randomness(source: random)
    sealing = replay.sealing
    requests = replay.requests
    published = Mutex(Snapshot(state: replay.state, head: replay.head))
  }

  /// The newest state that is durable.
  public nonisolated var snapshot: Snapshot { published.withLock { $0 } }

  /// The moment by which commands are decided now.
  public nonisolated var now: Moment { clock(snapshot.state.policy.policy.scheme.timeZone) }

  /// Decides the command, stores what it makes happen and returns that, when it is durable. A request
  /// that was accepted before returns what it made happen then, and changes nothing.
  public nonisolated func execute(
    _ command: Command, _ request: RequestIdentity
  ) async throws(Refusal) -> Outcome {
    try await execute(request) { _ in command }
  }

  /// As ``execute(_:_:)``, for a command that is made when its turn comes.
  public nonisolated func execute(
    _ request: RequestIdentity, _ intent: @escaping Intent
  ) async throws(Refusal) -> Outcome {
    try await withCheckedContinuation { answer in
      let isFirst = waiting.withLock { waiting in
        waiting.append(Waiting(intent: intent, request: request, answer: answer))
        return waiting.count == 1
      }
      if isFirst { drainSoon() }
    }.get()
  }

  /// The network as it was right after a revision.
  ///
  /// Throws `journal` when the journal cannot be read.
  public nonisolated func snapshot(at revision: Int) async throws(Refusal) -> Snapshot {
    let newest = snapshot
    if revision == newest.revision { return newest }
    if let recent = recent.withLock({ $0[revision] }) {
      return Snapshot(state: recent.state, head: recent.head)
    }
    do {
      let replay = try Replay(at: revision, of: journal)
      return Snapshot(state: replay.state, head: replay.head)
    } catch {
      throw Refusal(reading: error)
    }
  }

  /// What a record made happen; nil when that is too long ago to be remembered.
  nonisolated func recentOutcome(of revision: Int) -> Outcome? {
    let (recent, before) = recent.withLock { ($0[revision], $0[revision - 1]) }
    guard let recent, let before else { return nil }
    return Outcome(
      snapshot: Snapshot(state: recent.state, head: recent.head), before: before.state,
      events: recent.events, origin: recent.origin)
  }

  /// The plan that a revision published; nil when it published none.
  ///
  /// Throws `journal` when the journal cannot be read.
  public nonisolated func publishedPlan(at revision: Int) throws(Refusal) -> PublishedPlan? {
    do {
      let sealing = Sealing(try journal.keys())
      var plan: PublishedPlan?
      try journal.records(from: revision, through: revision) { record in
        for case .planPublished(let published) in try EventCoding.decode(record, sealing) {
          plan = published
        }
      }
      return plan
    } catch {
      throw Refusal(reading: error)
    }
  }

  /// What the command would make happen if it were accepted now; stores nothing.
  public nonisolated func validate(
    by actor: String, _ intent: Intent
  ) throws(Refusal) -> Outcome {
    let snapshot = snapshot
    var state = snapshot.state
    let moment = now
    let events = try state.decide(intent(state), at: moment)
    let origin = Origin(revision: state.revision + 1, actor: actor, time: moment.time)
    state.apply(events, from: origin)
    return Outcome(
      snapshot: Snapshot(state: state, head: snapshot.head), before: snapshot.state,
      events: events, origin: origin)
  }

  private nonisolated func drainSoon() {
    Task { await drain() }
  }

  private func drain() {
    let (batch, isMore) = waiting.withLock { waiting in
      let batch = Array(waiting.prefix(Network.batchLimit))
      waiting.removeFirst(batch.count)
      return (batch, !waiting.isEmpty)
    }
    if isMore { drainSoon() }
    for (entry, result) in zip(batch, commit(batch)) { entry.answer.resume(returning: result) }
  }

  /// Decides, appends and applies without being entered again: there is no await in it.
  private func commit(_ batch: [Waiting]) -> [Result<Outcome, Refusal>] {
    let earlierRecords: [RequestName: Record]
    do throws(JournalError) {
      earlierRecords = try self.earlierRecords(of: batch.map(\.request.name))
    } catch {
      return batch.map { _ in .failure(.journal(error)) }
    }
    let sealingBefore = sealing
    var tip = snapshot
    var records: [Record] = []
    /// Where the batch's accepted requests stand among the records and in the batch.
    var accepted: [RequestName: (record: Int, index: Int)] = [:]
    var results: [Result<Outcome, Refusal>] = []
    for (index, entry) in batch.enumerated() {
      do throws(Refusal) {
        let digest = sealing.digest(of: entry.request.body, using: &random)
        if let earlier = accepted[entry.request.name] {
          try refuse(entry.request, unless: records[earlier.record].requestDigest == digest)
          results.append(results[earlier.index])
        } else if let record = earlierRecords[entry.request.name] {
          try refuse(entry.request, unless: record.requestDigest == digest)
          results.append(.success(try outcome(of: record)))
        } else {
          let (record, outcome) = try accept(entry, digest, after: tip)
          tip = outcome.snapshot
          accepted[entry.request.name] = (records.count, index)
          records.append(record)
          results.append(.success(outcome))
        }
      } catch {
        results.append(.failure(error))
      }
    }
    guard !records.isEmpty else { return results }
    do throws(JournalError) {
      try journal.append(records, keys: sealing.takeNewKeys())
    } catch {
      // What was decided behind the first accepted command leaned on a state that will not be.
      sealing = sealingBefore
      let first = accepted.values.map(\.index).min() ?? 0
      for index in first..<batch.count { results[index] = .failure(.journal(error)) }
      return results
    }
    for (name, place) in accepted {
      requests.insert(name)
      if case .success(let outcome) = results[place.index] { keep(outcome) }
    }
    published.withLock { $0 = tip }
    writes.tell()
    return results
  }

  private func accept(
    _ entry: Waiting, _ digest: Hash, after tip: Snapshot
  ) throws(Refusal) -> (Record, Outcome) {
    var state = tip.state
    let moment = clock(state.policy.policy.scheme.timeZone)
    let events = try state.decide(entry.intent(state), at: moment)
    let sealingBefore = sealing
    let record: Record
    do throws(JournalError) {
      record = try Record(
        after: tip.head, time: moment.time, actor: entry.request.actor,
        requestID: entry.request.id, requestDigest: digest,
        policyVersion: state.policy.version,
        events: EventCoding.encode(events, &sealing, using: &random))
    } catch {
      sealing = sealingBefore
      throw .journal(error)
    }
    state.apply(events, from: record.origin)
    let snapshot = Snapshot(state: state, head: record.head)
    return (
      record,
      Outcome(snapshot: snapshot, before: tip.state, events: events, origin: record.origin)
    )
  }

  private func earlierRecords(
    of names: [RequestName]
  ) throws(JournalError) -> [RequestName: Record] {
    let known = names.filter(requests.mayContain)
    guard !known.isEmpty else { return [:] }
    var records: [RequestName: Record] = [:]
    for (name, record) in zip(known, try journal.records(of: known)) { records[name] = record }
    return records
  }

  /// The same id with another body is another request, which is refused.
  private func refuse(_ request: RequestIdentity, unless isSame: Bool) throws(Refusal) {
    if !isSame { throw .requestReused(request.id) }
  }

  private func keep(_ outcome: Outcome) {
    // A copy of its own, so that what readers derive from the newest snapshot goes with it.
    let kept = Recent(
      state: outcome.state, head: outcome.snapshot.head, events: outcome.events,
      origin: outcome.origin)
    recent.withLock { recent in
      recent[outcome.revision] = kept
      recent[outcome.revision - Network.recentLimit] = nil
    }
  }

  /// What an accepted command made happen then.
  private func outcome(of record: Record) throws(Refusal) -> Outcome {
    do {
      if let recent = recentOutcome(of: record.revision) { return recent }
      var replay = try Replay(at: record.revision - 1, of: journal)
      let before = replay.state
      let events = try replay.fold(record)
      return Outcome(
        snapshot: Snapshot(state: replay.state, head: replay.head), before: before,
        events: events, origin: record.origin)
    } catch {
      throw Refusal(reading: error)
    }
  }
}

/// What an accepted command made happen, and the network right after it.
public struct Outcome: Sendable {
  public let snapshot: Snapshot
  /// The network right before it.
  public let before: NetworkState
  public let events: [Event]
  /// Who gave the command, and when it was accepted.
  public let origin: Origin

  public var state: NetworkState { snapshot.state }
  /// The revision of the command's record; of a command that was only validated the newest one.
  public var revision: Int { snapshot.revision }
}

/// Runs the writer's jobs one after the other on a thread of their own.
private final class WriterExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "tandem.writer")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
