import ArgumentParser
import TandemModel

/// Changes that are only supposed: an answer as it would be with them.
struct WhatIfOptions: ParsableArguments {
  init() {}

  @Option(help: "What if an expert were away: EXPERT:FIRST:LAST, days as YYYY-MM-DD.")
  var away: [Parts] = []
  @Option(help: "What if an expert held an interest: EXPERT:ORGANISATION:KIND.")
  var holding: [Parts] = []
  @Option(help: "What if two experts were related: EXPERT:EXPERT.")
  var related: [Parts] = []
  @Option(help: "What if an expert were retired.")
  var retired: [String] = []
  @Option(
    help:
      "What if the policy were another: a weight such as travel=0, or rest_days=2, same_country=forbid, gold.level=B2, gold.lead=false."
  )
  var policy: [PolicyEdit] = []

  func validate() throws {
    for parts in away + holding where parts.texts.count != 3 {
      throw ValidationError(
        "\(parts.texts.joined(separator: ":")) has not three parts between colons")
    }
    for parts in related where parts.texts.count != 2 {
      throw ValidationError(
        "\(parts.texts.joined(separator: ":")) has not two parts between colons")
    }
    for parts in away where Day(parts.texts[1]) == nil || Day(parts.texts[2]) == nil {
      throw ValidationError("\(parts.texts.joined(separator: ":")) has no days as YYYY-MM-DD")
    }
  }

  var isEmpty: Bool {
    away.isEmpty && holding.isEmpty && related.isEmpty && retired.isEmpty && policy.isEmpty
  }
}

/// Texts between colons.
struct Parts: ExpressibleByArgument {
  let texts: [String]

  init(argument: String) {
    texts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  }
}
