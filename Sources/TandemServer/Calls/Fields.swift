import TandemModel
import TandemNetwork
import TandemProtocol

extension Message {
  /// The message with an id of the server's choice, where the client left it open.
  func named(
    _ id: WritableKeyPath<Self, String>, _ prefix: String, for request: some WriteRequest,
    by call: Call
  ) -> Self {
    guard self[keyPath: id].isEmpty else { return self }
    var message = self
    message[keyPath: id] = call.id(prefix, for: request)
    return message
  }

  /// The message with the fields that the mask names taken from another one.
  ///
  /// Throws when the mask is empty, or names what is no field or one that no client may change.
  func updated(from other: Self?, _ mask: Wire.FieldMask?) throws(Refusal) -> Self {
    let paths = mask?.paths ?? []
    var faults: [Fault] = []
    if paths.isEmpty {
      faults.append(Fault(at: "update_mask", "is empty: name the fields to change"))
    }
    let names = Self.descriptor.fieldNames.filter { !fieldsOfTheServer.contains($0) }
    for (index, path) in paths.enumerated() where !names.contains(path) {
      let known = names.joined(separator: ", ")
      faults.append(
        Fault(at: "update_mask.paths[\(index)]", "is none of the fields to change: \(known)"))
    }
    guard let other, faults.isEmpty else { throw .invalid(faults) }
    var message = self
    message.take(Set(paths), from: other)
    return message
  }
}

/// The fields of things that clients name or update which only the server sets, and what names them.
private let fieldsOfTheServer: Set = [
  "id", "revision", "opening_date", "retired", "waivers", "state", "panel", "cluster_name",
  "reference", "member_names", "merged_into", "merged", "named", "interests_declared",
]

extension FieldReader {
  /// Only coordinators choose ids: whoever else did would learn which ones are taken. It is refused the same
  /// whether it is or not.
  mutating func refuseChosenID(
    _ id: String?, at place: String, by caller: Caller, instead: String = ""
  ) {
    guard caller.role != .coordinator, id?.isEmpty == false else { return }
    refuse("is the server's to give: leave it out\(instead)", at: place)
  }
}

extension String {
  /// As a filter: whether it is empty or that text, byte for byte.
  func allows(_ text: String) -> Bool { isEmpty || utf8.elementsEqual(text.utf8) }

  /// As a filter: whether it is empty or one of those texts.
  func allowsOne(of texts: some Sequence<String>) -> Bool {
    isEmpty || texts.contains { utf8.elementsEqual($0.utf8) }
  }
}
