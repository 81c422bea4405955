extension Message {
  /// Takes the fields of those names over from another message; names of no field are passed over.
  public mutating func take(_ names: Set<String>, from other: Self) {
    var copy = FieldCopy(numbers: Self.descriptor.numbers(of: names))
    var other = other
    other.map(&copy)
    copy.isWriting = true
    map(&copy)
  }
}

/// Carries chosen fields from one message of a type to another: visited by the first to take their
/// values up, by the second to set them.
private struct FieldCopy: FieldMapper {
  let numbers: Set<UInt32>
  var isWriting = false
  private var values: [UInt32: any Sendable] = [:]

  init(numbers: Set<UInt32>) { self.numbers = numbers }

  private mutating func carry<Value: Sendable>(_ number: UInt32, _ value: inout Value) {
    guard numbers.contains(number) else { return }
    if isWriting {
      if let carried = values[number] as? Value { value = carried }
    } else {
      values[number] = value
    }
  }

  mutating func text(_ number: UInt32, _ value: inout String) { carry(number, &value) }
  mutating func texts(_ number: UInt32, _ value: inout [String]) { carry(number, &value) }
  mutating func bytes(_ number: UInt32, _ value: inout [UInt8]) { carry(number, &value) }
  mutating func flag(_ number: UInt32, _ value: inout Bool) { carry(number, &value) }
  mutating func integer(_ number: UInt32, _ value: inout Int) { carry(number, &value) }
  mutating func choice<E: WireEnum>(_ number: UInt32, _ value: inout E) { carry(number, &value) }
  mutating func message<M: Message>(_ number: UInt32, _ value: inout M?) { carry(number, &value) }
  mutating func messages<M: Message>(_ number: UInt32, _ value: inout [M]) {
    carry(number, &value)
  }
}

extension MessageDescriptor {
  /// The names of the fields, by rising number.
  public var fieldNames: [String] { fields.map(\.name) }

  /// The name of a field; nil where there is none of that number.
  public func fieldName(_ number: UInt32) -> String? { self[number]?.name }

  fileprivate func numbers(of names: Set<String>) -> Set<UInt32> {
    Set(fields.lazy.filter { names.contains($0.name) }.map(\.pointer.pointee.id))
  }
}
