import CProtobufC

/// A field of a message type as the protos define it.
struct FieldDescriptor {
  /// What calls of ``FieldMapper`` tell apart. The generated C knows no strings, see
  /// Protos/generate.sh, so they are bytes here.
  enum Kind {
    case bytes, flag, integer, choice, message
  }

  let pointer: UnsafePointer<ProtobufCFieldDescriptor>

  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  var number: UInt32 { pointer.pointee.id }

  var isRepeated: Bool { pointer.pointee.label == PROTOBUF_C_LABEL_REPEATED }

  /// Where the value, or the pointer to the first of the values, lies in the C struct, in bytes.
  var offset: Int { Int(pointer.pointee.offset) }

  /// Where the number of the values lies in the C struct, in bytes.
  var countOffset: Int { Int(pointer.pointee.quantifier_offset) }

  /// The C type, for integers.
  var type: ProtobufCType { pointer.pointee.type }

  /// Nil for the kinds that the codec does not carry.
  var kind: Kind? {
    switch pointer.pointee.type {
    case PROTOBUF_C_TYPE_BYTES: .bytes
    case PROTOBUF_C_TYPE_BOOL: .flag
    case PROTOBUF_C_TYPE_INT32, PROTOBUF_C_TYPE_INT64: .integer
    case PROTOBUF_C_TYPE_UINT32, PROTOBUF_C_TYPE_UINT64: .integer
    case PROTOBUF_C_TYPE_ENUM: .choice
    case PROTOBUF_C_TYPE_MESSAGE: .message
    default: nil
    }
  }

  /// Whether ``FieldMapper`` has a call for the field.
  var isCarried: Bool {
    let isOneOf = pointer.pointee.flags & PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue != 0
    return switch kind {
    case .bytes, .message: !isOneOf
    case .flag, .integer, .choice: !isOneOf && !isRepeated
    case nil: false
    }
  }

  /// Whether the value is sent as a length and that many bytes, rather than as a varint.
  var isLengthPrefixed: Bool { kind == .bytes || kind == .message }

  /// The type of the message, where the field is one.
  var message: MessageDescriptor? {
    guard kind == .message, let descriptor = pointer.pointee.descriptor else { return nil }
    return MessageDescriptor(
      pointer: descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self))
  }

  /// The numbers and names of an enum's values, by rising number; none where the field is no enum.
  var values: [(number: Int32, name: String)] {
    guard kind == .choice, let descriptor = pointer.pointee.descriptor else { return [] }
    let type = descriptor.assumingMemoryBound(to: ProtobufCEnumDescriptor.self).pointee
    return UnsafeBufferPointer(start: type.values, count: Int(type.n_values)).map {
      ($0.value, $0.name.map { String(cString: $0) } ?? "")
    }
  }
}
