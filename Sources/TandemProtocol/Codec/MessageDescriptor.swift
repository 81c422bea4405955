import CProtobufC

/// A message type as the protos define it: its name and its fields.
public struct MessageDescriptor: Sendable {
  // A constant of the generated C, which nobody writes.
  nonisolated(unsafe) let pointer: UnsafePointer<ProtobufCMessageDescriptor>

  /// The descriptor that the generated C calls `descriptor`, such as
  /// `tandem__v1__date__descriptor`.
  ///
  /// Stops the program where the type is not one that the codec can carry, see ``check(within:)``.
  public init(_ descriptor: ProtobufCMessageDescriptor) {
    // Swift hands over a copy of the constant. Messages point at the constant itself, so an empty
    // one is made and asked.
    let message = UnsafeMutableRawPointer.allocate(
      byteCount: descriptor.sizeof_message, alignment: Arena.alignment)
    defer { message.deallocate() }
    withUnsafePointer(to: descriptor) { protobuf_c_message_init($0, message) }
    guard let pointer = message.load(as: ProtobufCMessage.self).descriptor else {
      preconditionFailure("a message without a descriptor")
    }
    self.init(pointer: pointer)
    check(within: [])
  }

  init(pointer: UnsafePointer<ProtobufCMessageDescriptor>) {
    self.pointer = pointer
  }

  /// The full name, such as `tandem.v1.Date`.
  public var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// The size of the C struct, in bytes.
  var size: Int { pointer.pointee.sizeof_message }

  /// The fields by rising number.
  var fields: [FieldDescriptor] {
    guard let first = pointer.pointee.fields else { return [] }
    return (0..<Int(pointer.pointee.n_fields)).map { FieldDescriptor(pointer: first + $0) }
  }

  /// The field of a number, nil where there is none.
  subscript(number: UInt32) -> FieldDescriptor? {
    protobuf_c_message_descriptor_get_field(pointer, number).map(FieldDescriptor.init(pointer:))
  }

  /// Where a field stands among ``fields``.
  func index(of field: FieldDescriptor) -> Int {
    pointer.pointee.fields.map { field.pointer - $0 } ?? 0
  }

  /// The field of a number; stops the program where it is missing or of another kind.
  func field(
    _ number: UInt32, _ kind: FieldDescriptor.Kind, isRepeated: Bool = false,
    of type: MessageDescriptor? = nil
  ) -> FieldDescriptor {
    guard let field = self[number] else {
      preconditionFailure("\(name) has no field \(number)")
    }
    precondition(
      field.kind == kind && field.isRepeated == isRepeated
        && field.message?.pointer == type?.pointer,
      "\(name).\(field.name) is mapped as what it is not")
    return field
  }

  /// Stops the program where the codec cannot carry the type: where a message contains itself, so
  /// that nothing bounds the nesting; where it has more than 64 fields, which ``WireScan`` keeps as
  /// bits; where a field is of a kind that no call of ``FieldMapper`` takes.
  func check(within outer: [MessageDescriptor]) {
    precondition(!outer.contains { $0.pointer == pointer }, "\(name) contains itself")
    precondition(pointer.pointee.n_fields <= 64, "\(name) has more than 64 fields")
    for field in fields {
      precondition(field.isCarried, "\(name).\(field.name) is of a kind that the codec lacks")
      field.message?.check(within: outer + [self])
    }
  }
}
