import ArgumentParser

/// Refuses what somebody may try: a token as an argument.
struct TokenArgument: ParsableArguments {
  @Option(help: .hidden)
  var token: String?

  func validate() throws {
    guard token == nil else {
      throw ValidationError(
        "a token is never an argument, as everybody on this machine can list those: give it to "
          + "`tandem login` on standard input, name its file with --token-file, or set TANDEM_TOKEN; "
          + "and have the one that was just shown revoked")
    }
  }
}
