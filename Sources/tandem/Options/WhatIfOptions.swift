import ArgumentParser
import TandemClient
import TandemModel
import TandemProtocol

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

  /// Reads a file with one option a line, such as `away E0007:2027-05-01:2027-05-31`; what follows a # is
  /// passed over.
  init(file: String) throws {
    let text = String(decoding: try read(file), as: UTF8.self)
    var arguments: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.prefix { $0 != "#" }.split { $0.isWhitespace }
      guard let name = words.first else { continue }
      guard words.count == 2, WhatIfOptions.names.contains(String(name)) else {
        let names = WhatIfOptions.names.joined(separator: ", ")
        throw Failure.badData([
          Fault(at: "\(file), line \(number + 1)", "expected one of \(names) and its value")
        ])
      }
      arguments += ["--\(name)", String(words[1])]
    }
    self = try WhatIfOptions.parse(arguments)
  }

  private static let names = ["away", "holding", "related", "retired", "policy"]

  func hypotheses(from client: TandemClient) async throws -> [Wire.Hypothesis] {
    var hypotheses: [Wire.Hypothesis] = away.map { parts in
      .with {
        $0.absence = .with {
          $0.expert = parts.texts[0]
          $0.firstDay = Day(parts.texts[1]).map(Wire.Date.init)
          $0.lastDay = Day(parts.texts[2]).map(Wire.Date.init)
        }
      }
    }
    hypotheses += holding.map { parts in
      .with {
        $0.interest = .with {
          $0.expert = parts.texts[0]
          $0.organisation = parts.texts[1]
          $0.kind = parts.texts[2]
        }
      }
    }
    hypotheses += related.map { parts in
      .with { $0.relation = .with { $0.experts = parts.texts } }
    }
    hypotheses += retired.map { id in .with { $0.retired = id } }
    guard !policy.isEmpty else { return hypotheses }
    let known = try await client.call(Methods.getPolicy, .init()).policy ?? Wire.Policy()
    let edited = try policy.reduce(known) { try $1.applied(to: $0) }
    return hypotheses + [.with { $0.policy = edited }]
  }
}

/// Texts between colons.
struct Parts: ExpressibleByArgument {
  let texts: [String]

  init(argument: String) {
    texts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  }
}
