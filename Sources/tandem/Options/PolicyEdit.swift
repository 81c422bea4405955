import ArgumentParser
import TandemMatching
import TandemModel
import TandemProtocol

/// One value of a policy, by the way to it in a tandem-problem/1 file: `travel=0` is a weight,
/// `rest_days=2` a field, `gold.level=B2` a label's field.
struct PolicyEdit: ExpressibleByArgument {
  let path: [String]
  let value: JSON

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let names = parts[0].split(separator: ".").map(String.init)
    switch names.count {
    case 1 where Costs.Row(rawValue: names[0]) != nil && names[0] != "same_country":
      path = ["costs"] + names
    case 1: path = names
    case 2 where ["costs", "rotation", "cooling_off_days"].contains(names[0]): path = names
    case 2: path = ["labels"] + names
    default: return nil
    }
    let log = FaultLog()
    let text = String(parts[1])
    value = JSONParser.parse(Array(text.utf8), log: log) ?? .text(text)
  }

  /// The policy with that value. Throws what is wrong with it then.
  func applied(to wire: Wire.Policy) throws -> Wire.Policy {
    let log = FaultLog()
    let edited = try wire.read().json.replacing(path[...], by: value)
    guard let edited else {
      throw ValidationError("the policy has no \(path.joined(separator: "."))")
    }
    guard let changed = ProblemReader(.null, log: log).policy(Field(top: edited, log: log)),
      log.count == 0
    else { throw Failure.badData(log.faults.faults) }
    return Wire.Policy(changed)
  }
}

extension JSON {
  /// The value with another one at the end of a way that it has; nil when it has not.
  fileprivate func replacing(_ path: ArraySlice<String>, by value: JSON) -> JSON? {
    guard let name = path.first else { return value }
    guard case .object(var members) = self,
      let place = members.firstIndex(where: { $0.key == name }),
      let replaced = members[place].value.replacing(path.dropFirst(), by: value)
    else { return nil }
    members[place].value = replaced
    return .object(members)
  }
}
