import CProtobufC
import TandemModel

/// Writes the fields of a message to a C struct in an arena.
struct MessageWriter: FieldMapper {
  /// The struct, good as long as the arena.
  let message: UnsafeMutableRawPointer
  private let type: MessageDescriptor
  private let arena: Arena
  private(set) var faults: [Fault] = []

  init(_ type: MessageDescriptor, in arena: Arena) {
    self.type = type
    self.arena = arena
    message = arena.allocate(type.size)
    protobuf_c_message_init(type.pointer, message)
  }

  mutating func text(_ number: UInt32, _ value: inout String) {
    store(data(value), at: type.field(number, .bytes).offset)
  }

  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    store(value.map(data), in: type.field(number, .bytes, isRepeated: true))
  }

  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) {
    let field = type.field(number, .bytes)
    store(value.withUnsafeBytes { copy($0) }, at: field.offset)
  }

  mutating func flag(_ number: UInt32, _ value: inout Bool) {
    store(protobuf_c_boolean(value ? 1 : 0), at: type.field(number, .flag).offset)
  }

  mutating func integer(_ number: UInt32, _ value: inout Int) {
    let field = type.field(number, .integer)
    switch field.type {
    case PROTOBUF_C_TYPE_INT32: store(value, as: Int32.self, in: field)
    case PROTOBUF_C_TYPE_UINT32: store(value, as: UInt32.self, in: field)
    case PROTOBUF_C_TYPE_INT64: store(value, as: Int64.self, in: field)
    default: store(value, as: UInt64.self, in: field)
    }
  }

  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    store(value.rawValue, at: type.field(number, .choice).offset)
  }

  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    let field = type.field(number, .message, of: M.descriptor)
    guard let value else { return }
    store(write(value, at: field.name), at: field.offset)
  }

  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    let field = type.field(number, .message, isRepeated: true, of: M.descriptor)
    var pointers: [UnsafeMutableRawPointer] = []
    pointers.reserveCapacity(value.count)
    for (index, element) in value.enumerated() {
      pointers.append(write(element, at: "\(field.name)[\(index)]"))
    }
    store(pointers, in: field)
  }

  private func store<Value>(_ value: Value, at offset: Int) {
    message.storeBytes(of: value, toByteOffset: offset, as: Value.self)
  }

  private mutating func store<Number: FixedWidthInteger & BitwiseCopyable>(
    _ value: Int, as number: Number.Type, in field: FieldDescriptor
  ) {
    guard let fitting = Number(exactly: value) else {
      faults.append(
        Fault(
          at: field.name, "\(value) is not in the range \(Number.min) to \(Number.max) of the field"
        ))
      return
    }
    store(fitting, at: field.offset)
  }

  /// Stores the elements of a repeated field.
  private func store<Element>(_ elements: [Element], in field: FieldDescriptor) {
    guard !elements.isEmpty else { return }
    let copy = arena.allocate(elements.count * MemoryLayout<Element>.stride)
    copy.initializeMemory(as: Element.self, from: elements, count: elements.count)
    store(copy, at: field.offset)
    store(elements.count, at: field.countOffset)
  }

  private func data(_ text: String) -> ProtobufCBinaryData {
    var text = text
    return text.withUTF8 { copy(UnsafeRawBufferPointer($0)) }
  }

  private func copy(_ bytes: UnsafeRawBufferPointer) -> ProtobufCBinaryData {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return ProtobufCBinaryData() }
    let copy = arena.allocate(bytes.count)
    copy.copyMemory(from: start, byteCount: bytes.count)
    return ProtobufCBinaryData(
      len: bytes.count, data: copy.bindMemory(to: UInt8.self, capacity: bytes.count))
  }

  private mutating func write<M: Message>(
    _ value: M, at place: @autoclosure () -> String
  ) -> UnsafeMutableRawPointer {
    var writer = MessageWriter(M.descriptor, in: arena)
    var value = value
    value.map(&writer)
    for fault in writer.faults {
      faults.append(Fault(at: "\(place()).\(fault.place)", fault.reason))
    }
    return writer.message
  }
}
