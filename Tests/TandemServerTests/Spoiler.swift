import TandemProtocol

/// Fills every field of a message with the same bad values, lists with two equal entries.
struct Spoiler: FieldMapper {
  var text: String
  var integer: Int

  /// A message of nothing but bad values.
  func message<M: Message>(_ type: M.Type = M.self) -> M {
    var message = M()
    var spoiler = self
    message.map(&spoiler)
    return message
  }

  mutating func text(_ number: UInt32, _ value: inout String) { value = text }
  mutating func texts(_ number: UInt32, _ value: inout [String]) { value = [text, text] }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) { value = Array(text.utf8) }
  mutating func flag(_ number: UInt32, _ value: inout Bool) { value = false }
  mutating func integer(_ number: UInt32, _ value: inout Int) { value = integer }
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) { value = .unspecified }
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) { value = message() }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    value = [message(), message()]
  }
}
