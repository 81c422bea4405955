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
  /// How many connections may be open at once when nothing says otherwise: half of the files that a process
  /// may have open on most systems.
  public static let defaultConnections = 500

  public var dataDirectory: String
  /// Where to listen: with TLS anywhere, without it a loopback address or a Unix socket.
  public var listen: ListenAddress
  /// What TLS is set up from; nil for none.
  public var tls: TLSFiles?
  /// How many connections may be open at once.
  public var connections: Int
  /// The day that counts as today, for trials; nil for the real one.
  public var today: Day?
  public var logLevel: Logger.Level

  /// Reads `data`, `listen` (HOST:PORT or unix:PATH), `connections`, `today`, `log.level`,
  /// `tls.certificate`, `tls.key` and `tls.client-ca`: from the flags given, else from `TANDEM_DATA`,
  /// `TANDEM_LISTEN`, `TANDEM_TLS_CERTIFICATE` and so on, else from a JSON file.
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
    guard let address = ListenAddress(listen) else {
      throw ConfigurationError(
        "listen is \(listen); expected HOST:PORT, such as 127.0.0.1:7410, or unix:PATH")
    }
    self.listen = address
    tls = try TLSFiles(settings)
    let connections = settings["connections"] ?? "\(ServerConfiguration.defaultConnections)"
    guard let most = Int(connections), (1...1_000_000).contains(most) else {
      throw ConfigurationError("connections is \(connections); expected 1 to 1000000")
    }
    self.connections = most
    if let text = settings["today"] {
      guard let today = Day(text) else {
        throw ConfigurationError("today is \(text); expected a date, such as 2022-11-15")
      }
      self.today = today
    }
  }

  /// Without TLS whoever is on the way reads and changes what is said: then only this machine may call.
  func refuseUnlessSecure() throws(ConfigurationError) {
    guard tls != nil || listen.isLocal else {
      throw ConfigurationError(
        "will not listen on \(listen) without TLS: set tls.certificate and tls.key, or name a "
          + "loopback address, such as 127.0.0.1, or a Unix socket, unix:PATH")
    }
    guard listen.isAddress else {
      throw ConfigurationError(
        "will not listen on \(listen): expected an IP address of this machine; 0.0.0.0 and [::] "
          + "stand for all of them")
    }
  }

  /// The time now; its day is the one set by hand, or the one in the coordinator's time zone.
  var clock: Network.Clock {
    let fixed = today
    return { zone in
      let time = Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))
      return Moment(time: time, today: fixed ?? zone.day(at: time))
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

  private static let names = [
    "data", "listen", "connections", "today", "log.level", "tls.certificate", "tls.key",
    "tls.client-ca",
  ]

  /// A mistyped name would be passed over.
  private static func refuseUnknown(in file: String) throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: file)))
    let unknown = leaves(of: json, at: "").filter { !names.contains($0) }.sorted()
    guard let first = unknown.first else { return }
    throw ConfigurationError(
      "the file \(file) sets \(first), which is none of \(names.joined(separator: ", "))")
  }

  /// The names of what a JSON value sets, with points between an object's name and those in it.
  private static func leaves(of json: Any, at name: String) -> [String] {
    guard let object = json as? [String: Any] else { return name.isEmpty ? [] : [name] }
    return object.flatMap { leaves(of: $1, at: name.isEmpty ? $0 : "\(name).\($0)") }
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
