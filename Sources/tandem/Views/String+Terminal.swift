extension String {
  /// The text without control characters, which would steer a terminal.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// Columns that the text takes on a terminal.
  var width: Int { reduce(0) { $0 + $1.width } }

  /// The text with spaces after it, up to that many columns.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - width))
  }

  /// At most that many columns of the text, an ellipsis the last where something is left out.
  func cut(to columns: Int) -> String {
    guard width > columns else { return self }
    var room = columns - 1
    let shown = prefix { character in
      room -= character.width
      return room >= 0
    }
    return shown + "…"
  }

  /// Lines of at most that many columns, broken between words; a longer word stays whole.
  func wrapped(to columns: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in printable.split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if line.width + 1 + word.width > columns {
        lines.append(line)
        line = indent + word
      } else {
        line += " " + word
      }
    }
    return lines + [line]
  }
}

extension Character {
  /// Columns on a terminal: 2 for the wide characters of East Asia and for pictographs, 0 for what
  /// only changes the one before.
  fileprivate var width: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Character.wide.contains { $0.contains(first.value) } ? 2 : 1
    }
  }

  // The larger blocks of Unicode 16's EastAsianWidth.txt, class W and F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
