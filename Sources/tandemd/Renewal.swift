import ServiceLifecycle
import TandemServer
import UnixSignals

/// Has the server read its certificate again with each SIGHUP, which would end the program otherwise.
struct Renewal: Service {
  private let server: Server

  init(of server: Server) { self.server = server }

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      server.renewCertificate()
    }
  }
}
