/// Something that visits the fields of a message: to write them, to read them, or to fill them.
///
/// To show a field as something that it is not is an error of the program, and stops it with the
/// field's name.
public protocol FieldMapper {
  /// A `string`.
  mutating func text(_ number: UInt32, _ value: inout String)
  /// A `repeated string`.
  mutating func texts(_ number: UInt32, _ value: inout [String])
  /// A `bytes`.
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8])
  /// A `bool`.
  mutating func flag(_ number: UInt32, _ value: inout Bool)
  /// An `int32`, `int64`, `uint32` or `uint64`.
  mutating func integer(_ number: UInt32, _ value: inout Int)
  /// An enum.
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E)
  /// A message, nil where it is absent.
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?)
  /// A repeated message.
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M])
}
