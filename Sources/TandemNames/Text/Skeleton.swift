import CTandemNamesData

/// How a word sounds, so that spellings of one sound are one: `skeleton.txt`.
struct Skeleton: Sendable {
  private struct Rule {
    var spelled: [UInt8]
    var sounded: [UInt8]
  }

  /// By the first letter, the longest first.
  private var rules = [[Rule]](repeating: [], count: 256)

  static let standard = Skeleton(Resource(tandem_names_skeleton))

  init(_ resource: Resource) {
    for line in resource.lines {
      let fields = line.split(separator: " ")
      guard fields.count == 2, let head = fields[0].utf8.first else { continue }
      rules[Int(head)].append(
        Rule(spelled: Array(fields[0].utf8), sounded: Array(fields[1].utf8)))
    }
    for head in rules.indices { rules[head].sort { $0.spelled.count > $1.spelled.count } }
  }

  func sound(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let rule = rules[Int(text[index])].first { text[index...].starts(with: $0.spelled) }
      if let rule {
        for byte in rule.sounded { Self.add(byte, &result) }
        index += rule.spelled.count
      } else {
        Self.add(text[index], &result)
        index += 1
      }
    }
    return result
  }

  /// A doubled letter counts once, a doubled digit twice.
  private static func add(_ byte: UInt8, _ result: inout [UInt8]) {
    if result.last != byte || byte < 0x3A { result.append(byte) }
  }
}
