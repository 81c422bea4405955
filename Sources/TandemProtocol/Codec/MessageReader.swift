import CProtobufC
import TandemModel

/// What becomes of an enum value that the protos do not name.
public enum UnknownEnumValues: Sendable {
  /// It is a fault: for writes, where a guess would be written down.
  case refused
  /// It reads as ``WireEnum/unspecified``: for what a newer server may answer.
  case unspecified
}

/// Reads the fields of a message from its C struct.
struct MessageReader: FieldMapper {
  private let message: UnsafeRawPointer
  private let type: MessageDescriptor
  private let unknownEnumValues: UnknownEnumValues
  /// Up to ``Codec/mostFaults``.
  private(set) var faults: [Fault] = []

  init(_ message: UnsafeRawPointer, as type: MessageDescriptor, _ unknown: UnknownEnumValues) {
    self.message = message
    self.type = type
    unknownEnumValues = unknown
  }

  mutating func text(_ number: UInt32, _ value: inout String) {
    let field = type.field(number, .bytes)
    value = text(load(field.offset, as: ProtobufCBinaryData.self), at: field.name)
  }

  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    let field = type.field(number, .bytes, isRepeated: true)
    let values = elements(of: field, as: ProtobufCBinaryData.self)
    value = values.indices.map { text(values[$0], at: "\(field.name)[\($0)]") }
  }

  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) {
    let data = load(type.field(number, .bytes).offset, as: ProtobufCBinaryData.self)
    value = Array(UnsafeBufferPointer(start: data.data, count: data.len))
  }

  mutating func flag(_ number: UInt32, _ value: inout Bool) {
    value = load(type.field(number, .flag).offset, as: protobuf_c_boolean.self) != 0
  }

  mutating func integer(_ number: UInt32, _ value: inout Int) {
    let field = type.field(number, .integer)
    switch field.type {
    case PROTOBUF_C_TYPE_INT32: value = Int(load(field.offset, as: Int32.self))
    case PROTOBUF_C_TYPE_UINT32: value = Int(load(field.offset, as: UInt32.self))
    case PROTOBUF_C_TYPE_INT64: value = Int(load(field.offset, as: Int64.self))
    default:
      let offered = load(field.offset, as: UInt64.self)
      value = Int(clamping: offered)
      if offered > Int.max {
        report(
          "\(offered) is more than this program counts; send at most \(Int.max)", at: field.name)
      }
    }
  }

  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    let field = type.field(number, .choice)
    let offered = load(field.offset, as: Int32.self)
    value = E(rawValue: offered) ?? .unspecified
    if value.rawValue != offered, unknownEnumValues == .refused {
      let names = field.values.map(\.name).joined(separator: ", ")
      report("\(offered) is not a known value; the known ones are \(names)", at: field.name)
    }
  }

  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    let field = type.field(number, .message, of: M.descriptor)
    value = load(field.offset, as: UnsafeRawPointer?.self).map { read($0, at: field.name) }
  }

  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    let field = type.field(number, .message, isRepeated: true, of: M.descriptor)
    let values = elements(of: field, as: UnsafeRawPointer.self)
    value = values.indices.map { read(values[$0], at: "\(field.name)[\($0)]") }
  }

  private func load<Value>(_ offset: Int, as type: Value.Type) -> Value {
    message.load(fromByteOffset: offset, as: type)
  }

  private func elements<Element>(
    of field: FieldDescriptor, as element: Element.Type
  ) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(
      start: load(field.offset, as: UnsafePointer<Element>?.self),
      count: load(field.countOffset, as: Int.self))
  }

  private mutating func text(
    _ data: ProtobufCBinaryData, at place: @autoclosure () -> String
  ) -> String {
    let bytes = UnsafeBufferPointer(start: data.data, count: data.len)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report("is not UTF-8; send text in UTF-8", at: place())
      return ""
    }
    if text.hasControlCharacters {
      report("has a control character, such as a line break; leave it out", at: place())
    }
    return text
  }

  private mutating func read<M: Message>(
    _ submessage: UnsafeRawPointer, at place: @autoclosure () -> String
  ) -> M {
    var reader = MessageReader(submessage, as: M.descriptor, unknownEnumValues)
    var value = M()
    value.map(&reader)
    for fault in reader.faults { report(fault.reason, at: "\(place()).\(fault.place)") }
    return value
  }

  private mutating func report(_ reason: String, at place: String) {
    guard faults.count < Codec.mostFaults else { return }
    faults.append(Fault(at: place, reason))
  }
}
