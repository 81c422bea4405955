import Foundation

extension Terminal {
  /// A line of standard input; asked for, and not shown while it is typed, where that is a terminal.
  static func secret(_ question: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &shown) == 0 else {
      return readLine() ?? ""
    }
    try? FileHandle.standardError.write(contentsOf: Data(question.printable.utf8))
    // Ctrl-C must not leave a terminal behind that shows nothing.
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number) { number in
        tcsetattr(STDIN_FILENO, TCSANOW, &shown)
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else {
      throw Failure.unreadable("the terminal would show the token: give it by a pipe")
    }
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { signal(number, SIG_DFL) }
      try? FileHandle.standardError.write(contentsOf: Data("\n".utf8))
    }
    return readLine() ?? ""
  }
}

// How the terminal was. Signal handlers read it, which can capture nothing; it is written before there are
// any.
nonisolated(unsafe) private var shown = termios()
