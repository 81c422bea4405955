extension Contexts {
  /// Those of the user's file; none when there is no such file.
  static func stored(_ environment: [String: String]) throws(Failure) -> Contexts {
    guard let path = environment.contextsFile, let bytes = try PrivateFile(path: path).read()
    else { return Contexts() }
    return try Contexts(bytes, of: path)
  }

  /// Changes those of the user's file.
  static func change(
    _ environment: [String: String], _ change: (inout Contexts) throws -> Void
  ) throws {
    guard let path = environment.contextsFile else {
      throw Failure.unwritable("there is no place for contexts: set HOME or XDG_CONFIG_HOME")
    }
    try PrivateFile(path: path).change { bytes in
      var contexts = try bytes.map { try Contexts($0, of: path) } ?? Contexts()
      try change(&contexts)
      return contexts.bytes
    }
  }
}
