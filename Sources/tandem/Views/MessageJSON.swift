import TandemMatching
import TandemModel
import TandemProtocol

extension JSON {
  /// A message with the names that the protos give its fields; dates as YYYY-MM-DD.
  init(_ message: some Message) {
    if let date = message as? Wire.Date {
      self = date.known.map { JSON($0) } ?? .null
      return
    }
    var fields = JSONFields(names: type(of: message).descriptor)
    var message = message
    message.map(&fields)
    self = .object(fields.members)
  }

  init(_ messages: [some Message]) { self = .list(messages.map { JSON($0) }) }
}

/// Visits a message and takes its fields up as members of a JSON object.
private struct JSONFields: FieldMapper {
  let names: MessageDescriptor
  var members: [JSON.Member] = []

  private mutating func add(_ number: UInt32, _ value: JSON) {
    members.append(JSON.Member(names.fieldName(number) ?? String(number), value))
  }

  mutating func text(_ number: UInt32, _ value: inout String) { add(number, .text(value)) }
  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    add(number, .list(value.map { .text($0) }))
  }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) {
    add(number, .text(String(decoding: value, as: UTF8.self)))
  }
  mutating func flag(_ number: UInt32, _ value: inout Bool) { add(number, .boolean(value)) }
  mutating func integer(_ number: UInt32, _ value: inout Int) { add(number, .whole(value)) }
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    add(number, .text(String(describing: value)))
  }
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    add(number, value.map { JSON($0) } ?? .null)
  }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    add(number, JSON(value))
  }
}
