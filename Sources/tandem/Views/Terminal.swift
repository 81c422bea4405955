import Foundation

/// Where output goes: how wide it is and whether it shows colour.
enum Terminal {
  /// Columns of the terminal on stdout, else those of COLUMNS, else 80.
  static let width: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return max(narrowest, Int(size.ws_col))
    }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return columns.map { max(narrowest, $0) } ?? 80
  }()

  /// Nothing is laid out for fewer columns.
  private static let narrowest = 20

  /// On a terminal only, and never where NO_COLOR is set (no-color.org).
  static let hasColour: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }()

  enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }
}

extension String {
  /// The text in a style, where the terminal shows it.
  func styled(_ style: Terminal.Style) -> String {
    Terminal.hasColour ? "\u{1B}[\(style.rawValue)m\(self)\u{1B}[0m" : self
  }
}
