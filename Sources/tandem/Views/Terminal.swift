import Foundation

/// Where output goes: how wide it is and whether it shows colour.
enum Terminal {
  /// Columns of the terminal on stdout, else those of COLUMNS, else 80.
  static let width: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return columns.map { max(20, $0) } ?? 80
  }()

  static let hasColour: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }()

  enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
  }
}

extension String {
  /// The text in a style, where the terminal shows it.
  func styled(_ style: Terminal.Style) -> String {
    Terminal.hasColour ? "\u{1B}[\(style.rawValue)m\(self)\u{1B}[0m" : self
  }

  /// The text without control characters, which would steer a terminal.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// Lines of at most that many characters, broken between words.
  func wrapped(to width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in printable.split(separator: " ") {
      let room = width - (lines.isEmpty ? 0 : indent.count)
      if !line.isEmpty, line.count + 1 + word.count > room {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? "\(word)" : " \(word)"
      }
    }
    return lines + [line]
  }
}
