import CProtobufC
import TandemModel

/// Messages to bytes and back, by libprotobuf-c.
public enum Codec {
  /// How many faults an error lists; more would not fit into the trailers of an answer.
  public static let mostFaults = 32

  /// The bytes of a message.
  ///
  /// - Throws: ``CodecError/invalid(_:)`` where a number does not fit its field.
  public static func encode<M: Message>(_ message: M) throws(CodecError) -> [UInt8] {
    let arena = Arena()
    var writer = MessageWriter(M.descriptor, in: arena)
    var message = message
    message.map(&writer)
    guard writer.faults.isEmpty else { throw .invalid(writer.faults) }
    return withExtendedLifetime(arena) {
      let structure = writer.message.assumingMemoryBound(to: ProtobufCMessage.self)
      let size = protobuf_c_message_get_packed_size(structure)
      return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = protobuf_c_message_pack(structure, buffer.baseAddress)
      }
    }
  }

  /// The message that the bytes are.
  ///
  /// - Throws: that the message is over the limits, or all that is wrong with it, see
  ///   ``CodecError``.
  public static func decode<M: Message>(
    _ type: M.Type, from bytes: UnsafeRawBufferPointer, limits: Limits,
    unknownEnumValues: UnknownEnumValues
  ) throws(CodecError) -> M {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(limit: limits.bytes, actual: bytes.count)
    }
    let bytes = bytes.bindMemory(to: UInt8.self)
    var scan = WireScan(limit: limits.elements)
    try scan.scan(bytes.span, bytes.indices, as: M.descriptor)

    let arena = Arena(limit: limits.memory)
    let structure = arena.withAllocator {
      protobuf_c_message_unpack(M.descriptor.pointer, $0, bytes.count, bytes.baseAddress)
    }
    guard let structure else {
      throw arena.isExhausted
        ? .tooMuchMemory(limit: limits.memory)
        : .malformed(Fault(at: "", "libprotobuf-c cannot read them as \(M.descriptor.name)"))
    }
    return try withExtendedLifetime(arena) { () throws(CodecError) in
      var reader = MessageReader(structure, as: M.descriptor, unknownEnumValues)
      var message = M()
      message.map(&reader)
      guard reader.faults.isEmpty else { throw .invalid(reader.faults) }
      return message
    }
  }

  /// The message that the bytes are, see ``decode(_:from:limits:unknownEnumValues:)``.
  public static func decode<M: Message>(
    _ type: M.Type, from bytes: [UInt8], limits: Limits, unknownEnumValues: UnknownEnumValues
  ) throws(CodecError) -> M {
    try bytes.withUnsafeBufferPointer { (bytes) throws(CodecError) in
      try decode(
        type, from: UnsafeRawBufferPointer(bytes), limits: limits,
        unknownEnumValues: unknownEnumValues)
    }
  }
}
