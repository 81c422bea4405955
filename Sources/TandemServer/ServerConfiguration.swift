import Configuration
import Foundation
import Logging
import SystemPackage
import TandemModel
import TandemNetwork

/// Where and how the server runs: flags over environment over file.
public struct ServerConfiguration: Sendable {
  /// The port when nothing says otherwise.
  public static let defaultPort = 7410

  public var dataDirectory: String
  /// A loopback address.
  public var host: String
  /// 0 for any that is free.
  public var port: Int
  /// The day that counts as today, for trials; nil for the real one.
  public var today: Day?
  public var logLevel: Logger.Level

  /// Reads `data`, `listen` (HOST:PORT), `today` and `log.level`: from the flags given, else from
  /// `TANDEM_DATA`, `TANDEM_LISTEN`, `TANDEM_TODAY` and `TANDEM_LOG_LEVEL`, else from a JSON file.
  ///
  /// Throws ``ConfigurationError`` for a value that is not one.
  public init(
    flags: [String: String], environment: [String: String], file: String?
  ) async throws {
    let home = environment["HOME"].map { "\($0)/.local/share/tandem" }
    try self.init(
      try await Settings(flags: flags, environment: environment, file: file).texts,
      defaultDirectory: home ?? "")
  }

  private init(_ settings: [String: String], defaultDirectory: String) throws {
    dataDirectory = settings["data"] ?? defaultDirectory
    guard !dataDirectory.isEmpty else {
      throw ConfigurationError("data is empty; expected the directory for the journal")
    }
    let level = settings["log.level"] ?? "info"
    guard let logLevel = Logger.Level(rawValue: level) else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw ConfigurationError("log.level is \(level); expected one of \(levels)")
    }
    self.logLevel = logLevel
    let listen = settings["listen"] ?? "127.0.0.1:\(ServerConfiguration.defaultPort)"
    guard let colon = listen.lastIndex(of: ":"),
      let port = Int(listen[listen.index(after: colon)...]), (0...65_535).contains(port)
    else {
      throw ConfigurationError("listen is \(listen); expected HOST:PORT, such as 127.0.0.1:7410")
    }
    let name = listen[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    host = name == "localhost" ? "127.0.0.1" : name
    self.port = port
    if let text = settings["today"] {
      guard let today = Day(text) else {
        throw ConfigurationError("today is \(text); expected a date, such as 2022-11-15")
      }
      self.today = today
    }
  }

  /// Without tokens and TLS whoever reaches the server is let in: only this machine may.
  func refuseUnlessLoopback() throws {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    guard host == "::1" || isIPv4 && parts[0] == "127" else {
      throw ConfigurationError(
        "will not listen on \(host): until there are tokens and TLS only loopback addresses are "
          + "served, such as 127.0.0.1 or ::1")
    }
  }

  /// The time now; its day is the one set by hand, or the one in UTC.
  var clock: @Sendable () -> Moment {
    let fixed = today
    return {
      let time = Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))
      return Moment(time: time, today: fixed ?? Day(ofInstant: time))
    }
  }
}

/// The settings that are given, by their names.
private struct Settings {
  private(set) var texts: [String: String] = [:]

  init(flags: [String: String], environment: [String: String], file: String?) async throws {
    var providers: [any ConfigProvider] = [
      InMemoryProvider(
        name: "flags",
        values: Dictionary(
          uniqueKeysWithValues: flags.map {
            (
              AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)),
              ConfigValue(.string($0.value), isSecret: false)
            )
          })),
      KeyMappingProvider(
        upstream: EnvironmentVariablesProvider(environmentVariables: environment)
      ) { $0.prepending(["tandem"]) },
    ]
    if let file {
      do {
        providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
        try Settings.refuseUnknown(in: file)
      } catch let error as ConfigurationError {
        throw error
      } catch {
        throw ConfigurationError("the file \(file) cannot be read as JSON: \(error)")
      }
    }
    let reader = ConfigReader(providers: providers)
    for name in Settings.names {
      texts[name] = try await Settings.text(name, from: reader)
    }
  }

  private static let names = ["data", "listen", "today", "log.level"]

  /// A mistyped name would be passed over.
  private static func refuseUnknown(in file: String) throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: file)))
    let known = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) })
    let unknown = ((json as? [String: Any]) ?? [:]).keys.filter { !known.contains($0) }.sorted()
    guard let first = unknown.first else { return }
    throw ConfigurationError(
      "the file \(file) sets \(first), which is none of \(names.joined(separator: ", "))")
  }

  /// Nil where it is not set; a number or a list in its place is refused, not passed over.
  private static func text(_ name: String, from reader: ConfigReader) async throws -> String? {
    do {
      return try await reader.fetchString(forKey: ConfigKey(name))
    } catch {
      throw ConfigurationError("\(name) is no text: \(error)")
    }
  }
}

/// A setting that cannot be followed; its text says which and what to do.
public struct ConfigurationError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
