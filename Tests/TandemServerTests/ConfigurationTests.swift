import Foundation
import TandemServer
import Testing

/// Where the settings come from, and what is refused as one.
@Suite struct ConfigurationTests {
  private static func made(
    flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
  ) async throws -> ServerConfiguration {
    try await ServerConfiguration(
      flags: flags, environment: environment.merging(["HOME": "/home/x"]) { one, _ in one },
      file: file)
  }

  @Test("what is not set is the default")
  func defaults() async throws {
    let configuration = try await Self.made()
    #expect(configuration.dataDirectory == "/home/x/.local/share/tandem")
    #expect(configuration.listen == .network(host: "127.0.0.1", port: 7410))
    #expect(configuration.tls == nil)
    #expect(configuration.connections == 500)
    #expect(configuration.today == nil)
    #expect(configuration.logLevel == .info)
  }

  @Test("flags go over the environment, and that over the file")
  func order() async throws {
    try await withDirectory { directory in
      let file = "\(directory)/settings.json"
      let text = """
        {"data": "/of/file", "listen": "127.0.0.1:1", "today": "2021-01-01",
         "log": {"level": "error"}}
        """
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      let environment = [
        "TANDEM_LISTEN": "127.0.0.1:2", "TANDEM_TODAY": "2022-02-02", "TANDEM_LOG_LEVEL": "debug",
      ]
      let configuration = try await Self.made(
        flags: ["today": "2023-03-03"], environment: environment, file: file)
      #expect(configuration.dataDirectory == "/of/file")
      #expect(configuration.listen.port == 2)
      #expect(configuration.today?.description == "2023-03-03")
      #expect(configuration.logLevel == .debug)
    }
  }

  @Test(
    "a bad value is refused by its name",
    arguments: [
      ("listen", "here"), ("listen", ""), ("listen", "127.0.0.1"), ("listen", "127.0.0.1:"),
      ("listen", "127.0.0.1:65536"), ("listen", "127.0.0.1:-1"), ("today", "soon"),
      ("today", "2023-02-29"), ("today", ""), ("log.level", "loud"), ("data", ""),
      ("connections", "0"), ("connections", "-1"), ("connections", "many"), ("connections", ""),
    ])
  func badValue(name: String, value: String) async throws {
    let variable = "TANDEM_\(name.uppercased().replacing(".", with: "_"))"
    for (flags, environment) in [([name: value], [:]), ([:], [variable: value])] {
      let error = await #expect(throws: ConfigurationError.self) {
        try await Self.made(flags: flags, environment: environment)
      }
      #expect(error?.description.hasPrefix("\(name) is ") == true, "\(error as Any)")
    }
  }

  @Test(
    "a file that cannot be followed is refused, with what is wrong",
    arguments: [
      ("{\"listen\": 7410}", "listen"), ("{\"today\": [\"2023-01-01\"]}", "today"),
      ("{\"log\": {\"level\": 3}}", "log.level"), ("{", "settings.json"),
    ])
  func badFile(text: String, name: String) async throws {
    try await withDirectory { directory in
      let file = "\(directory)/settings.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      let error = await #expect(throws: ConfigurationError.self) {
        try await Self.made(file: file)
      }
      #expect(error?.description.contains(name) == true, "\(error as Any)")
    }
  }

  @Test("a file that is not there is refused by its name")
  func noFile() async throws {
    let error = await #expect(throws: ConfigurationError.self) {
      try await Self.made(file: "/nonexistent/settings.json")
    }
    #expect(error?.description.contains("/nonexistent/settings.json") == true)
  }

  @Test("without a home somebody has to say where the journal goes")
  func noHome() async throws {
    await #expect(throws: ConfigurationError.self) {
      try await ServerConfiguration(flags: [:], environment: [:], file: nil)
    }
  }

  @Test(
    "only loopback addresses are served",
    arguments: [
      "0.0.0.0", "[::]", "10.0.0.1", "126.255.255.255", "128.0.0.1", "example.org",
      "127.0.0.1.example.org", "127.1", "", "[::ffff:10.0.0.1]",
    ])
  func foreignAddress(host: String) async throws {
    try await withDirectory { directory in
      let configuration = try await ServerConfiguration.test(
        data: "\(directory)/data", listen: "\(host):0")
      let error = #expect(throws: ConfigurationError.self) {
        try Server(configuration, admission: .everybody, logger: .silent)
      }
      #expect(error?.description.contains("loopback") == true)
      #expect(!FileManager.default.fileExists(atPath: "\(directory)/data"), "nothing was made")
    }
  }
}
