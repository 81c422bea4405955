import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import TandemServer

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve until SIGTERM or SIGINT; calls under way are finished first.")

  @OptionGroup var options: DataOptions

  @Option(
    help: ArgumentHelp(
      "HOST:PORT, an IP address, or unix:PATH; port 0 for any that is free (default: 127.0.0.1:7410).",
      valueName: "address"))
  var listen: String?

  @Option(help: "How many connections may be open at once (default: 500).")
  var connections: String?

  @OptionGroup var tls: TLSOptions

  @Option(help: "The day that counts as today, YYYY-MM-DD, for trials.")
  var today: String?

  @Option(help: "trace, debug, info, notice, warning, error or critical (default: info).")
  var logLevel: String?

  @Option(help: "A file to write the port to, once the server listens on it.")
  var portFile: String?

  func run() async throws {
    let flags = [
      "listen": listen, "connections": connections, "today": today, "log.level": logLevel,
    ]
    .compactMapValues { $0 }.merging(tls.flags) { $1 }
    try await Failure.exiting {
      let configuration = try await options.configuration(flags)
      let logger = configuration.logger
      let portFile = portFile
      let server = try Server(configuration, logger: logger) { port in
        guard let portFile else { return }
        // In one step, so that whoever waits for the file never reads half of it.
        try? Data("\(port)\n".utf8).write(to: URL(fileURLWithPath: portFile), options: .atomic)
      }
      var group = ServiceGroupConfiguration(
        services: [.init(service: server), .init(service: Renewal(of: server))],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger)
      // A client may leave a call open for ever: then it is cut off.
      group.maximumGracefulShutdownDuration = .seconds(10)
      try await ServiceGroup(configuration: group).run()
    }
  }
}
