/// The lines of a data file that is built into the program.
struct Resource {
  let lines: [Substring]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  /// The lines that have a colon, as what stands before it and the entries after it.
  var entries: [(head: Substring, items: [String])] {
    lines.compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let items = line[line.index(after: colon)...]
        .split(separator: ",")
        .map { String($0.trimmingSpaces) }
        .filter { !$0.isEmpty }
      return (line[..<colon], items)
    }
  }
}

extension Substring {
  var trimmingSpaces: Substring {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
