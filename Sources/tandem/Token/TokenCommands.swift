import ArgumentParser
import Foundation
import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol

struct TokenCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Who may call the server, and as whom.",
    subcommands: [Create.self, Show.self, Rotate.self, Revoke.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a token and write its secret to standard output, this once.",
      discussion: """
        Give the secret to its holder on a way that nobody else reads; `tandem login` takes it from \
        standard input. Only its hash is kept.
        """)

    enum Role: String, ExpressibleByArgument, CaseIterable {
      case coordinator, expert, partner, observer

      var wire: Wire.Role {
        switch self {
        case .coordinator: .coordinator
        case .expert: .expert
        case .partner: .partner
        case .observer: .observer
        }
      }
    }

    @Argument(help: "Its name, by which records name who acted.")
    var id: String
    @Option(help: "What its holder may do: coordinator, expert, partner or observer.")
    var role: Role
    @Option(help: "The expert on whose behalf its holder calls.")
    var expert: String?
    @Option(help: "The clusters that the partner speaks for, by commas.")
    var clusters: List?
    @Option(help: "The last day on which it lets anybody in, YYYY-MM-DD (default: in 365 days).")
    var until: Day?
    @OptionGroup var write: WriteOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
      if role == .expert, expert == nil {
        throw ValidationError("the role expert goes with --expert, whom the token is for")
      }
      if role == .partner, clusters == nil {
        throw ValidationError("the role partner goes with --clusters, which it speaks for")
      }
    }

    func run() async throws {
      let request: Wire.CreateTokenRequest = write.request {
        $0.token = .with {
          $0.id = id
          $0.role = role.wire
          $0.expert = expert ?? ""
          $0.clusters = clusters?.texts ?? []
          $0.until = until.map(Wire.Date.init)
        }
      }
      let answer = try await server.connected { try await $0.call(Methods.createToken, request) }
      if !write.validateOnly {
        try output.showSecret(answer.secret, of: answer.token, JSON(answer))
      }
      write.tell("\(id) may call as \(role.rawValue)", answer)
      for cluster in answer.unknownClusters {
        say("no cluster \(cluster) is known: unless it is mistyped, its first audit makes it known")
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the tokens, never a secret.")

    @Flag(help: "Those too that were revoked.")
    var includeRevoked = false
    @OptionGroup var limit: LimitOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request = Wire.ListTokensRequest.with { $0.includeRevoked = includeRevoked }
      let tokens = try await server.connected { [limit] client in
        try await limit.items(of: Methods.listTokens, request, from: client) { $0.tokens }
      }
      try output.show(tokens.table, JSON(tokens), none: "no token")
    }
  }

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a token another secret; the old one lets nobody in from then on.",
      discussion: """
        Where it is your own, and in a file or a context, the new secret takes the place of the old one there.
        """)

    @Argument(help: "The token's name.")
    var id: String
    @Option(help: "The last day on which it lets anybody in, YYYY-MM-DD (default: in 365 days).")
    var until: Day?
    @OptionGroup var write: WriteOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.RotateTokenRequest = write.request {
        $0.id = id
        $0.until = until.map(Wire.Date.init)
      }
      let environment = ProcessInfo.processInfo.environment
      let choice = try server.choice(environment: environment)
      let (answer, isOwn) = try await choice.connected { [id] client in
        let caller = try await client.call(Methods.getServerInfo, .init()).caller
        return (try await client.call(Methods.rotateToken, request), caller == id)
      }
      guard !write.validateOnly else { return write.tell("", answer) }
      // Shown whatever becomes of the place where it is stored: it is kept nowhere else.
      let stored = Result { try isOwn && choice.store(answer.secret, environment) }
      try output.showSecret(answer.secret, of: answer.token, JSON(answer))
      write.tell("\(id) has another secret", answer)
      guard isOwn, let source = choice.source else { return }
      say(
        try stored.get()
          ? "it is stored in \(source)" : "\(source) holds the old one: put the new one there")
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let a token let nobody in any more, from now on.")

    @Argument(help: "The token's name.")
    var id: String
    @OptionGroup var write: WriteOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
      let request: Wire.RevokeTokenRequest = write.request { $0.id = id }
      let answer = try await server.connected { try await $0.call(Methods.revokeToken, request) }
      write.tell("\(id) is revoked", answer)
    }
  }
}

extension [Wire.Token] {
  /// What fits 80 columns: a token that is revoked has no last day any more.
  var table: Table {
    Table(
      heads: ["TOKEN", "ROLE", "FOR", "UNTIL", "LAST USED (UTC)"],
      rows: map {
        [
          $0.id, String(describing: $0.role),
          $0.expert.isEmpty ? $0.clusters.joined(separator: ", ") : $0.expert,
          $0.revoked ? "revoked" : $0.until?.text ?? "", $0.lastUsed?.minute ?? "",
        ]
      }, whole: ["UNTIL", "LAST USED (UTC)"])
  }
}

extension ServerChoice {
  /// Puts a new secret where the token was found; whether there is such a place.
  fileprivate func store(_ secret: String, _ environment: [String: String]) throws -> Bool {
    guard let token = BearerToken(secret), let source else { return false }
    return try source.store(token, environment)
  }
}

extension OutputOptions {
  /// A secret alone on standard output, so that it can be handed on; the rest goes where messages go.
  fileprivate func showSecret(
    _ secret: String, of token: Wire.Token?, _ json: @autoclosure () -> JSON
  ) throws {
    guard output == .table else {
      let table = Table(heads: ["TOKEN", "SECRET"], rows: [[token?.id ?? "", secret]])
      return try show(table, json(), none: "")
    }
    if secret.isEmpty {
      say("its secret was shown when this was asked for first; `tandem token rotate` makes another")
    } else {
      try put([secret])
    }
    if let until = token?.until { say("valid until \(until.text)") }
  }
}
