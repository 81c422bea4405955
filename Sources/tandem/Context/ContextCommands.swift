import ArgumentParser
import Foundation
import TandemMatching

struct ContextCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context",
    abstract: "Servers and who you are there, as `tandem login` stored them; never the tokens.",
    subcommands: [ListAll.self, Use.self, Show.self])

  struct ListAll: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the contexts.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      let contexts = try Contexts.stored(ProcessInfo.processInfo.environment)
      let table = Table(
        heads: ["CONTEXT", "SERVER", "TLS", "IN USE"],
        rows: contexts.all.map {
          [
            $0.name.text, $0.server.description, $0.security.tls == nil ? "no" : "yes",
            $0.name == contexts.current ? "yes" : "",
          ]
        })
      let json = JSON.list(contexts.all.map(\.json))
      try output.show(table, json, none: "no contexts; `tandem login` makes one")
    }
  }

  struct Use: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Use a context from now on.")

    @Argument(help: "The context.")
    var name: ContextID

    func run() throws {
      try Contexts.change(ProcessInfo.processInfo.environment) { try $0.use(name) }
      say("the context \(name) is in use from now on")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a context.")

    @Argument(help: "The context (default: TANDEM_CONTEXT, else the one in use).")
    var name: ContextID?
    @OptionGroup var output: OutputOptions

    func run() throws {
      let environment = ProcessInfo.processInfo.environment
      let contexts = try Contexts.stored(environment)
      let context = try contexts.asked(name, environment)
      try output.show(context.facts(isCurrent: context.name == contexts.current), context.json)
    }
  }
}

extension Contexts {
  /// The context of that name, else the preferred one; throws when there is none.
  func asked(_ name: ContextID?, _ environment: [String: String]) throws -> Context {
    if let name { return try named(name) }
    guard let context = try preferred(environment) else {
      throw ValidationError("no context is in use: name one of `tandem context list`")
    }
    return context
  }
}

extension Context {
  func facts(isCurrent: Bool) -> Facts {
    let tls = security.tls
    return Facts([
      ("context", name.text), ("server", server.description), ("in use", isCurrent ? "yes" : "no"),
      ("tls", tls == nil ? "no" : "yes"), ("authority", tls?.authority ?? ""),
      ("certificate", tls?.identity?.certificate ?? ""), ("key", tls?.identity?.key ?? ""),
      ("server name", tls?.serverName ?? ""), ("token", token.description),
    ])
  }
}
