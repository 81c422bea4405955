import Foundation

/// Whether Ctrl-C was pressed; pressed again it ends the program.
struct Interrupt: Sendable {
  init() {
    signal(SIGINT) { _ in
      interrupted = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  var isGiven: Bool { interrupted != 0 }
}

// Written by a signal handler, which can capture nothing; it is one word, written in one go.
nonisolated(unsafe) private var interrupted: sig_atomic_t = 0
