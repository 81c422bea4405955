/// How a word sounds, so that spellings of one sound are one: `skeleton.txt`.
struct Skeleton: Sendable {
  private var rules: [UInt64: [UInt8]] = [:]
  private var longest = 1

  static let standard = Skeleton(Resource(PackageResources.skeleton_txt))

  init(_ resource: Resource) {
    for line in resource.lines {
      let fields = line.split(separator: " ")
      guard fields.count == 2, fields[0].utf8.count <= 8 else { continue }
      rules[Self.key(Array(fields[0].utf8)[...])] = Array(fields[1].utf8)
      longest = max(longest, fields[0].utf8.count)
    }
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  func sound(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      var taken = 1
      var written: [UInt8]?
      for length in stride(from: min(longest, text.count - index), to: 0, by: -1) {
        if let found = rules[Self.key(text[index..<index + length])] {
          (taken, written) = (length, found)
          break
        }
      }
      for byte in written ?? [text[index]] where result.last != byte || byte < 0x3A {
        result.append(byte)
      }
      index += taken
    }
    return result
  }
}
