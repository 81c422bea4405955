import TandemModel

extension JSON {
  /// The UTF-8 text of a file: each field, and each row of a long or nested one, on its own line, so
  /// that two files can be compared by their lines. It ends with a line feed.
  package func file() -> [UInt8] {
    var text: [UInt8] = []
    write(to: &text, depth: 0)
    text.append(UInt8(ascii: "\n"))
    return text
  }

  /// The UTF-8 text on one line, without a line feed.
  package func line() -> [UInt8] {
    var text: [UInt8] = []
    write(to: &text, depth: JSON.depthOfLines)
    return text
  }

  /// From this depth on everything stands on one line.
  private static let depthOfLines = 2

  private func write(to text: inout [UInt8], depth: Int) {
    switch self {
    case .list(let values):
      text.append(UInt8(ascii: "["))
      write(values, to: &text, depth: depth) { value, text in
        value.write(to: &text, depth: depth + 1)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      write(members, to: &text, depth: depth) { member, text in
        text.append(quoted: member.key)
        text.append(UInt8(ascii: ":"))
        member.value.write(to: &text, depth: depth + 1)
      }
      text.append(UInt8(ascii: "}"))
    case .text(let value): text.append(quoted: value)
    case .number(let digits): text += digits.utf8
    case .null, .boolean, .whole: text += description.utf8
    }
  }

  private func write<Item>(
    _ items: [Item], to text: inout [UInt8], depth: Int,
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    let hasLines = depth == 0 || depth == 1 && (items.count > 2 || holdsContainers)
    for (position, item) in items.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      if hasLines { text += "\n\(String(repeating: " ", count: depth + 1))".utf8 }
      write(item, &text)
    }
    if hasLines, !items.isEmpty { text += "\n\(String(repeating: " ", count: depth))".utf8 }
  }

  private var holdsContainers: Bool {
    switch self {
    case .list(let values): values.contains(where: \.isContainer)
    case .object(let members): members.contains(where: \.value.isContainer)
    default: false
    }
  }

  private var isContainer: Bool {
    switch self {
    case .list, .object: true
    default: false
    }
  }
}

// MARK: What files are made of

extension JSON {
  package init(_ day: Day) { self = .text(day.description) }

  package init<Subject>(_ id: ID<Subject>) { self = .text(id.text) }

  package init<Vocabulary>(_ term: Term<Vocabulary>) { self = .text(term.text) }

  /// An object in the order of its keys.
  package init<Key: Word & Comparable & CustomStringConvertible, Value>(
    _ map: [Key: Value], _ json: (Value) -> JSON
  ) {
    self = .object(
      map.sorted { $0.key < $1.key }.map { Member($0.key.description, json($0.value)) })
  }

  /// A list in the order of its words.
  package init<Element: Word & Comparable & CustomStringConvertible>(_ words: Set<Element>) {
    self = .list(words.sorted().map { .text($0.description) })
  }
}

extension [JSON.Member] {
  /// Leaves a field out when it has nothing but the value that stands for leaving it out.
  mutating func add(_ key: String, _ value: JSON, unless leftOut: JSON) {
    if value != leftOut { append(JSON.Member(key, value)) }
  }
}
