import TandemModel

/// What stands at one place of a file, to be read as what should stand there.
///
/// Whatever is wrong is noted in the log, and reading goes on: a value that cannot be read is nil, a
/// list or map is without it.
package struct Field {
  /// Nil when nothing stands there.
  package let value: JSON?
  let log: FaultLog
  private let parent: Place
  private let step: Place.Step?

  package init(top value: JSON, log: FaultLog) {
    self.value = value
    self.log = log
    parent = .top
    step = nil
  }

  private init(_ value: JSON?, _ step: Place.Step, of parent: Place, log: FaultLog) {
    self.value = value
    self.log = log
    self.parent = parent
    self.step = step
  }

  /// The same place, where what is wrong is noted elsewhere.
  func logging(to log: FaultLog) -> Field {
    step.map { Field(value, $0, of: parent, log: log) } ?? Field(top: value ?? .null, log: log)
  }

  private var place: Place { step.map(parent.appending) ?? parent }

  /// Notes what is wrong here and what would be right.
  package func refuse(_ reason: String) { log.note(reason, at: place) }

  private func refuse(unless expected: String) {
    refuse(value.map { "expected \(expected), found \($0)" } ?? "is missing: expected \(expected)")
  }

  // MARK: One value

  package func word<Value: Word>(_: Value.Type = Value.self) -> Value? {
    guard case .text(let text) = value, let word = Value(text) else {
      refuse(unless: Value.expected)
      return nil
    }
    return word
  }

  package func whole(_ range: ClosedRange<Int>) -> Int? {
    guard case .whole(let number) = value, range.contains(number) else {
      refuse(unless: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  package func boolean() -> Bool? {
    guard case .boolean(let value) = value else {
      refuse(unless: "true or false")
      return nil
    }
    return value
  }

  /// Whether it says which format the file has; one of another format is refused.
  package func names(format: String) -> Bool {
    if case .text(let text) = value, text.utf8.elementsEqual(format.utf8) { return true }
    refuse(unless: format.quoted)
    return false
  }

  /// A text that may be empty.
  package func text() -> String? {
    guard case .text(let text) = value else {
      refuse(unless: "a text")
      return nil
    }
    return text
  }

  // MARK: Left out, or null

  func orLeftOut<Value>(_ value: Value, _ read: (Field) -> Value?) -> Value? {
    self.value == nil ? value : read(self)
  }

  /// Nil when it is left out or null.
  package func orNull<Value>(_ read: (Field) -> Value?) -> Value? {
    value == nil || value == .null ? nil : read(self)
  }

  // MARK: Lists

  /// Its elements; nil when it is no list.
  package func elements() -> [Field]? {
    guard case .list(let values) = value else {
      refuse(unless: "a list")
      return nil
    }
    let place = place
    return values.enumerated().map { Field($1, .element($0), of: place, log: log) }
  }

  /// A list of exactly two.
  package func pair(_ expected: String) -> (Field, Field)? {
    guard case .list(let values) = value, values.count == 2, let elements = elements() else {
      refuse(unless: "a list of two: \(expected)")
      return nil
    }
    return (elements[0], elements[1])
  }

  package func list<Value>(_ read: (Field) -> Value?) -> [Value] {
    (elements() ?? []).compactMap(read)
  }

  /// A list in which nothing stands twice.
  func distinct<Value: Hashable>(_ read: (Field) -> Value?) -> [Value] {
    var seen: Set<Value> = []
    return list { element in
      guard let value = read(element) else { return nil }
      guard seen.insert(value).inserted else {
        element.refuse("is given twice in one list; keep one of them")
        return nil
      }
      return value
    }
  }

  // MARK: Objects

  /// An object with fields of known names; others are ignored.
  package struct Object {
    fileprivate let members: [JSON.Member]
    fileprivate let place: Place
    fileprivate let log: FaultLog

    package subscript(name: String) -> Field {
      // As for JSON's own subscript, == compares bytes of such names.
      guard let position = members.firstIndex(where: { $0.key == name }) else {
        return Field(nil, .missing(name), of: place, log: log)
      }
      let step = Place.Step.member(name, position: position)
      return Field(members[position].value, step, of: place, log: log)
    }
  }

  package func object() -> Object? {
    guard case .object(let members) = value else {
      refuse(unless: "an object")
      return nil
    }
    return Object(members: members, place: place, log: log)
  }

  /// An object whose keys are values too.
  func map<Key: Word, Value>(_ read: (Key, Field) -> Value?) -> [Key: Value] {
    guard let object = object() else { return [:] }
    var result: [Key: Value] = [:]
    for (position, member) in object.members.enumerated() {
      let step = Place.Step.member(member.key, position: position)
      let field = Field(member.value, step, of: object.place, log: log)
      guard let key = Key(member.key) else {
        field.refuse("has a key that is not \(Key.expected)")
        continue
      }
      if let value = read(key, field) { result[key] = value }
    }
    return result
  }

  package func map<Key: Word, Value>(_ read: (Field) -> Value?) -> [Key: Value] {
    map { (_: Key, field) in read(field) }
  }
}
