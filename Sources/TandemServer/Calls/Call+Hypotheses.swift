import TandemModel
import TandemNetwork
import TandemProtocol

extension Call {
  /// The network as it would be with those changes; nothing is stored.
  func supposing(
    _ commands: [Command], in snapshot: Snapshot
  ) throws(Refusal) -> Snapshot {
    do throws(Unsupposable) {
      return try snapshot.supposing(commands, at: network.now)
    } catch {
      let place = "what_if[\(error.position)]"
      switch error.refusal {
      case .invalid(let faults):
        throw .invalid(faults.map { Fault(at: "\(place).\($0.place)", $0.reason) })
      // Only an expert who is to be retired is named before they are looked up.
      case .notFound(let thing):
        throw .invalid([Fault(at: "\(place).retired", "there is no \(thing)")])
      case .notNow(_, let reason): throw .invalid([Fault(at: "\(place).retired", reason)])
      default: throw error.refusal
      }
    }
  }
}

extension FieldReader {
  /// Changes that are supposed to a snapshot, as the commands that would make them.
  mutating func hypotheses(_ wire: [Wire.Hypothesis], in snapshot: Snapshot) -> [Command] {
    list(wire, upTo: Limit.hypotheses, at: "what_if") { $0.hypothesis($1, in: snapshot, at: $2) }
  }

  private mutating func hypothesis(
    _ wire: Wire.Hypothesis, in snapshot: Snapshot, at place: String
  ) -> Command? {
    let given = [
      wire.absence != nil, wire.interest != nil, wire.relation != nil, wire.policy != nil,
      !wire.retired.isEmpty,
    ]
    guard given.count(where: { $0 }) == 1 else {
      refuse("gives \(given.count { $0 }) changes: expected exactly one", at: place)
      return nil
    }
    if let absence = wire.absence {
      return self.absence(absence.supposed(at: place), at: "\(place).absence")
        .map { .createAbsence($0.0, $0.1) }
    }
    if let interest = wire.interest {
      return self.interest(interest.supposed(at: place), at: "\(place).interest")
        .map { .createInterest($0.0, $0.1) }
    }
    if let relation = wire.relation {
      return self.relation(relation.supposed(at: place), at: "\(place).relation")
        .map { .createRelation($0.0, $0.1) }
    }
    if let policy = wire.policy {
      return self.policy(policy, at: "\(place).policy")
        .map { .setPolicy($0, note: "what if", readAt: snapshot.revision) }
    }
    return id(wire.retired, at: "\(place).retired").map { .retireExpert($0) }
  }
}

/// A thing that is only supposed, which needs an id that nobody sees.
private protocol Supposable: Message {
  var id: String { get set }
}

extension Supposable {
  fileprivate func supposed(at place: String) -> Self {
    var named = self
    // The place holds brackets, which no id of the network does; what it names is free there.
    named.id = "what-if-" + place.filter(\.isNumber)
    return named
  }
}

extension Wire.Absence: Supposable {}
extension Wire.Interest: Supposable {}
extension Wire.Relation: Supposable {}
