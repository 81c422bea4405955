import Foundation

extension ServerConfiguration {
  /// Makes the data directory, and those it lies in, for their owner only to look into; one that is
  /// there stays as it is.
  ///
  /// Throws ``ConfigurationError`` when it cannot be made.
  public func makeDataDirectory() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: dataDirectory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw ConfigurationError(
        "data is \(dataDirectory), which cannot be made: \(error.localizedDescription)")
    }
  }
}

extension ServerConfiguration {
  /// When tokens were used last.
  var tokenUsesFile: String { "\(dataDirectory)/token-uses.json" }
}
