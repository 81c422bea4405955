import TandemModel

/// One of several commands that are taken as one, all or none.
public struct Step: Sendable {
  /// Where it stands in the request: what is wrong with it is there.
  public let place: String
  /// Nil when nothing is to change.
  let intent: @Sendable (NetworkState) throws(Refusal) -> Command?

  /// - Parameter intent: makes the command from the network as the steps before left it.
  public init(
    at place: String, _ intent: @escaping @Sendable (NetworkState) throws(Refusal) -> Command?
  ) {
    self.place = place
    self.intent = intent
  }
}

extension NetworkState {
  /// What all steps make happen; throws the faults of all.
  func decide(_ steps: [Step], at moment: Moment) throws(Refusal) -> [Event] {
    var state = self
    var events: [Event] = []
    var faults: [Fault] = []
    let origin = Origin(revision: revision + 1, actor: "", time: moment.time)
    for step in steps {
      do throws(Refusal) {
        guard let command = try step.intent(state) else { continue }
        let made = try state.decide(command, at: moment)
        state.apply(made, from: origin)
        events += made
      } catch {
        faults += try error.faults(at: step.place)
      }
    }
    try refuse(faults)
    return events
  }
}

extension Refusal {
  /// What it says of a step; throws what says nothing of any.
  fileprivate func faults(at place: String) throws(Refusal) -> [Fault] {
    switch self {
    case .invalid(let faults): faults.map { Fault(at: "\(place).\($0.place)", $0.reason) }
    case .notFound(let thing): [Fault(at: place, "there is no \(thing)")]
    case .alreadyExists(let thing): [Fault(at: place, "the \(thing) is there already")]
    case .notNow(let thing, let reason): [Fault(at: place, "not possible for \(thing): \(reason)")]
    case .denied(let reason): [Fault(at: place, reason)]
    default: throw self
    }
  }
}
