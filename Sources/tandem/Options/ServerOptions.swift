import ArgumentParser
import Foundation
import TandemClient

/// Which server to ask, and as whom.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The server, HOST:PORT or unix:PATH (default: TANDEM_SERVER, else the context's, else 127.0.0.1:7410).",
      valueName: "address"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "The context to use, one of `tandem context list` (default: TANDEM_CONTEXT, else the one in use).",
      valueName: "name"))
  var context: ContextID?

  @Option(
    help: ArgumentHelp(
      "A file with your token, for you only to read (default: TANDEM_TOKEN, else the context's).",
      valueName: "file"))
  var tokenFile: String?

  @OptionGroup var security: SecurityOptions
  @OptionGroup(visibility: .hidden) var refused: TokenArgument

  /// Connects for as long as `body` runs.
  func connected<Result: Sendable>(
    _ body: @Sendable @escaping (TandemClient) async throws -> Result
  ) async throws -> Result {
    try await choice().connected(body)
  }

  /// What the options ask for, else the environment, else the contexts that are stored.
  func choice(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> ServerChoice {
    let (server, context) = try place(environment)
    let security = try security.security(
      to: server, knowing: context?.security, environment: environment)
    return ServerChoice(server, security, token: try token(for: server, context, environment))
  }

  /// A context goes with its own server only: its token is nobody else's business.
  private func place(
    _ environment: [String: String]
  ) throws -> (server: ServerAddress, context: Context?) {
    let contexts = try Contexts.stored(environment)
    let given = try server.map(ServerAddress.init(argument:))
    if let context {
      let named = try contexts.named(context)
      guard given == nil || given == named.server else {
        throw ValidationError(
          "the context \(context) is for \(named.server): leave out --context or --server")
      }
      return (named.server, named)
    }
    let preferred = try contexts.preferred(environment)
    guard
      let asked = try given
        ?? environment.given("TANDEM_SERVER").map(ServerAddress.init(argument:))
    else { return (preferred?.server ?? .network(host: "127.0.0.1", port: 7410), preferred) }
    if preferred?.server == asked { return (asked, preferred) }
    let known = contexts.all.filter { $0.server == asked }
    guard known.count < 2 else {
      let names = known.map(\.name.text).joined(separator: ", ")
      throw ValidationError(
        "several contexts are for \(asked): name one with --context, of \(names)")
    }
    return (asked, known.first)
  }

  /// The first token that there is. The one that a server on this machine left is sent to no other.
  private func token(
    for server: ServerAddress, _ context: Context?, _ environment: [String: String]
  ) throws -> (value: BearerToken, source: TokenSource)? {
    if let text = environment.given("TANDEM_TOKEN") {
      return (try BearerToken(text, from: "TANDEM_TOKEN"), .environment)
    }
    if let tokenFile {
      guard let token = try BearerToken(file: tokenFile) else {
        throw Failure.unreadable("\(tokenFile) cannot be read: there is no such file")
      }
      return (token, .file(tokenFile))
    }
    if let context { return (context.token, .context(context.name)) }
    // Whoever may not read it is somebody else than who runs the server, and may do without.
    guard server.isLocal, let path = environment.coordinatorTokenFile,
      FileManager.default.isReadableFile(atPath: path)
    else { return nil }
    return try BearerToken(file: path).map { ($0, .file(path)) }
  }
}

extension ServerAddress {
  /// Reads what somebody typed; throws what is wrong with it.
  init(argument text: String) throws {
    guard let address = ServerAddress(text) else {
      throw ValidationError(
        "\(text) is no server: expected HOST:PORT, such as 127.0.0.1:7410, or unix:PATH")
    }
    self = address
  }
}
