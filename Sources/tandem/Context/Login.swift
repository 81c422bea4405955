import ArgumentParser
import Foundation
import TandemClient
import TandemProtocol

struct Login: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Store a server and your token there as a context, and use it from now on.",
    discussion: """
      The token is asked for on the terminal, or read from a pipe: tandem login --server HOST:PORT < FILE
      """)

  @Option(
    help: ArgumentHelp(
      "The server, HOST:PORT or unix:PATH (default: TANDEM_SERVER).", valueName: "address"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "What to call the context: \(ContextID.shape) (default: the server's host).",
      valueName: "context"))
  var name: ContextID?

  @Flag(help: "Store the token without asking the server whether it is good.")
  var noCheck = false

  @OptionGroup var security: SecurityOptions
  @OptionGroup(visibility: .hidden) var refused: TokenArgument

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let name = try await login(environment: environment) { server in
      try Terminal.secret("token for \(server): ")
    }
    say("logged in; the context \(name) is in use from now on")
    if environment.given("TANDEM_TOKEN") != nil {
      say("as long as TANDEM_TOKEN is set, that token goes before the one stored now")
    }
  }

  /// Stores a context with the token that `ask` gets; its name.
  func login(
    environment: [String: String], ask: (ServerAddress) throws -> String
  ) async throws -> ContextID {
    guard let text = server ?? environment.given("TANDEM_SERVER") else {
      throw ValidationError("name the server with --server, or set TANDEM_SERVER")
    }
    let server = try ServerAddress(argument: text)
    guard let name = name ?? ContextID(server.host) else {
      throw ValidationError("\(server.host) cannot name a context: choose a name with --name")
    }
    let security = try security.security(to: server, environment: environment).withAbsolutePaths
    // Before somebody types the token, what speaks against storing it.
    try Contexts.stored(environment).refuseUnlessFree(name, for: server)
    let token = try BearerToken(try ask(server), from: "standard input")
    if !noCheck {
      let choice = ServerChoice(server, security, token: (token, .standardInput))
      _ = try await choice.connected { try await $0.call(Methods.getServerInfo, .init()) }
    }
    try Contexts.change(environment) {
      try $0.add(Context(name: name, server: server, security: security, token: token))
    }
    return name
  }
}

extension ClientSecurity {
  /// Its files by paths that hold from any directory.
  fileprivate var withAbsolutePaths: ClientSecurity {
    guard case .tls(var tls) = self else { return self }
    func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
    tls.authority = tls.authority.map(absolute)
    tls.identity = tls.identity.map {
      .init(certificate: absolute($0.certificate), key: absolute($0.key))
    }
    return .tls(tls)
  }
}
