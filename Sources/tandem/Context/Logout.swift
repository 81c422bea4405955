import ArgumentParser
import Foundation

struct Logout: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forget a context and its token.",
    discussion: "The token stays good for whoever else has it, until the coordinator revokes it.")

  @Argument(help: "The context (default: TANDEM_CONTEXT, else the one in use).")
  var context: ContextID?

  func run() throws { say("forgot the context \(try logout(ProcessInfo.processInfo.environment))") }

  /// Forgets the context; its name.
  func logout(_ environment: [String: String]) throws -> ContextID {
    let name = try Contexts.stored(environment).asked(context, environment).name
    try Contexts.change(environment) { try $0.remove(name) }
    return name
  }
}
