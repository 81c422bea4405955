import TandemProtocol

extension Message {
  /// The message with those fields only that the role may see.
  func redacted(for role: Role) -> Self {
    guard let fields = Visibility.fields(for: role) else { return self }
    var message = self
    message.redact(fields)
    return message
  }

  fileprivate mutating func redact(_ fields: Visibility.Fields) {
    var redaction = Redaction(
      fields: fields, shown: fields["\(Self.self)"] ?? [], names: Self.descriptor)
    map(&redaction)
  }
}

/// Visits a message and clears each field that is not shown.
private struct Redaction: FieldMapper {
  let fields: Visibility.Fields
  /// The names of this message's fields that stay.
  let shown: Set<String>
  let names: MessageDescriptor

  private func isShown(_ number: UInt32) -> Bool {
    names.fieldName(number).map(shown.contains) ?? false
  }

  mutating func text(_ number: UInt32, _ value: inout String) {
    if !isShown(number) { value = "" }
  }
  mutating func texts(_ number: UInt32, _ value: inout [String]) {
    if !isShown(number) { value = [] }
  }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) {
    if !isShown(number) { value = [] }
  }
  mutating func flag(_ number: UInt32, _ value: inout Bool) {
    if !isShown(number) { value = false }
  }
  mutating func integer(_ number: UInt32, _ value: inout Int) {
    if !isShown(number) { value = 0 }
  }
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) {
    if !isShown(number) { value = .unspecified }
  }
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) {
    guard isShown(number) else {
      value = nil
      return
    }
    value?.redact(fields)
  }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    guard isShown(number) else {
      value = []
      return
    }
    for index in value.indices { value[index].redact(fields) }
  }
}
