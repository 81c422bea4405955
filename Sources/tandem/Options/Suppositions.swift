import ArgumentParser
import TandemClient
import TandemModel
import TandemProtocol

/// All that is only supposed, and where somebody said so: in an option, or in a line of a file.
struct Suppositions {
  private var changes: [(hypothesis: Wire.Hypothesis, place: String)] = []
  /// They make one policy together.
  private var edits: [(edit: PolicyEdit, place: String)] = []

  init(_ options: WhatIfOptions, _ file: WhatIfFile? = nil) {
    add(options, at: nil)
    for line in file?.lines ?? [] { add(line.options, at: line.place) }
  }

  private mutating func add(_ options: WhatIfOptions, at line: String?) {
    func add(_ option: String, _ hypothesis: Wire.Hypothesis) {
      changes.append((hypothesis, line ?? option))
    }
    for parts in options.away {
      add("--away \(parts.text)", .with { $0.absence = parts.absence })
    }
    for parts in options.holding {
      add("--holding \(parts.text)", .with { $0.interest = parts.interest })
    }
    for parts in options.related {
      add("--related \(parts.text)", .with { $0.relation = .with { $0.experts = parts.texts } })
    }
    for expert in options.retired { add("--retired \(expert)", .with { $0.retired = expert }) }
    edits += options.policy.map { ($0, line ?? "--policy \($0.path.joined(separator: "."))") }
  }

  /// Makes a call with what is supposed. What the server finds wrong with that is told at its place.
  func asking<Answer>(
    _ client: TandemClient, _ call: ([Wire.Hypothesis]) async throws -> Answer
  ) async throws -> Answer {
    var all = changes
    if let last = edits.last {
      let known = try await client.call(Methods.getPolicy, .init()).policy ?? Wire.Policy()
      let policy = try edits.reduce(known) { try applied($1.edit, at: $1.place, to: $0) }
      all.append((.with { $0.policy = policy }, last.place))
    }
    do {
      return try await call(all.map(\.hypothesis))
    } catch let error as ClientError {
      throw placed(error, all.map(\.place))
    }
  }

  private func applied(
    _ edit: PolicyEdit, at place: String, to policy: Wire.Policy
  ) throws -> Wire.Policy {
    do {
      return try edit.applied(to: policy)
    } catch let error as ValidationError {
      throw Failure.badData([Fault(at: place, error.message)])
    } catch Failure.badData(let faults) {
      throw Failure.badData(faults.map { Fault(at: "\(place) \($0.place)", $0.reason) })
    }
  }

  /// The error with `what_if[2].absence` in it said as the option or line that it is.
  private func placed(_ error: ClientError, _ places: [String]) -> any Error {
    let faults = error.details.fieldViolations
    let placed = faults.map { fault -> Fault in
      for (index, place) in places.enumerated() where fault.place.hasPrefix("what_if[\(index)]") {
        return Fault(at: place, fault.reason)
      }
      return fault
    }
    return placed == faults ? error : Failure.badData(placed)
  }
}

extension Parts {
  fileprivate var text: String { texts.joined(separator: ":") }

  fileprivate var absence: Wire.Absence {
    .with {
      $0.expert = texts[0]
      $0.firstDay = Day(texts[1]).map(Wire.Date.init)
      $0.lastDay = Day(texts[2]).map(Wire.Date.init)
    }
  }

  fileprivate var interest: Wire.Interest {
    .with {
      $0.expert = texts[0]
      $0.organisation = texts[1]
      $0.kind = texts[2]
    }
  }
}
