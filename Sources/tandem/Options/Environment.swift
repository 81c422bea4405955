/// What the environment says of the user's files.
extension [String: String] {
  /// The value of a variable; nil where it is not set, or empty, as scripts take one away.
  func given(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where contexts are stored, after the XDG base directory specification, by which a relative path is to
  /// be passed over; nil for somebody without a home.
  var contextsFile: String? {
    let directory =
      given("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? given("HOME").map { "\($0)/.config" }
    return directory.map { "\($0)/tandem/contexts.json" }
  }

  /// Where `tandemd init` leaves the token of a server on this machine; nil for somebody without a home.
  var coordinatorTokenFile: String? {
    let directory = given("TANDEM_DATA") ?? given("HOME").map { "\($0)/.local/share/tandem" }
    return directory.map { "\($0)/coordinator.token" }
  }
}
