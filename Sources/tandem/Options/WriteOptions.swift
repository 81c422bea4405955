import ArgumentParser
import TandemProtocol

/// What every write takes.
struct WriteOptions: ParsableArguments {
  @Option(help: "Names the request: sent again with the same id it is not done twice.")
  var requestID: String?

  @Flag(name: [.long, .customLong("dry-run")], help: "Check everything and store nothing.")
  var validateOnly = false

  /// A request with these options and what `fill` sets.
  func request<Request: WriteRequest>(
    _: Request.Type = Request.self, _ fill: (inout Request) throws -> Void
  ) rethrows -> Request {
    try .with {
      $0.requestID = requestID ?? ""
      $0.validateOnly = validateOnly
      try fill(&$0)
    }
  }

  /// Says on stderr what the server has done, or that it has only looked.
  func tell(_ done: String, _ answer: some Answer) {
    say(
      validateOnly
        ? "checked: it would be accepted; nothing was stored"
        : "\(done), revision \(answer.revision)")
    if let answer = answer as? any WriteAnswer { tellEffects(of: answer) }
  }
}

/// Says on stderr which standing panels a write broke or mended.
func tellEffects(of answer: any WriteAnswer) {
  for effect in answer.effects {
    if effect.breaches.isEmpty { say("the panel of \(effect.audit) breaks no rule any more") }
    for breach in effect.breaches {
      say("the panel of \(effect.audit) breaks \(breach.rule): \(breach.sentence)")
    }
  }
}
