/// A message of the wire as a Swift value, with the one mapping between it and its C struct that
/// serves both ways.
public protocol Message: Hashable, Sendable {
  /// The message type as the protos define it.
  static var descriptor: MessageDescriptor { get }

  /// The message with every field at its default.
  init()

  /// Shows each field of the message to `fields`, once, by its number.
  mutating func map(_ fields: inout some FieldMapper)
}
