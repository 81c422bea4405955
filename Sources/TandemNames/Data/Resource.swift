/// The lines of a data file that is built into the program.
struct Resource {
  let lines: [Substring]

  /// Of a file that is built in.
  init(_ file: (_ size: UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) {
    self.init(Self.bytes(of: file))
  }

  static func bytes(
    of file: (_ size: UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
  ) -> UnsafeBufferPointer<UInt8> {
    var size = 0
    let start = file(&size)
    return UnsafeBufferPointer(start: start, count: size)
  }

  init(_ bytes: some Collection<UInt8>) {
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  /// The lines that have a colon, as what stands before it and the entries after it, which may go on in
  /// lines that begin with a space.
  var entries: [(head: Substring, items: [String])] {
    var result: [(head: Substring, items: [String])] = []
    for line in lines {
      if line.hasPrefix(" "), !result.isEmpty {
        result[result.count - 1].items += Self.items(line)
      } else if let colon = line.firstIndex(of: ":") {
        result.append((line[..<colon], Self.items(line[line.index(after: colon)...])))
      }
    }
    return result
  }

  private static func items(_ line: Substring) -> [String] {
    line.split(separator: ",").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
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
