import TandemModel

/// Why two organisations count as one where interests are weighed.
public struct OrganisationTie: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The other is the ultimate owner of the one.
    case group
    /// The one was merged into the other: two entries of one organisation.
    case merged
    /// They may be the same, and nobody has said yet; why that is thought, without a full stop.
    case doubt(String)
  }

  public let one: OrganisationID
  public let other: OrganisationID
  public let kind: Kind

  public init(_ one: OrganisationID, _ other: OrganisationID, _ kind: Kind) {
    self.one = one
    self.other = other
    self.kind = kind
  }

  public var isDoubt: Bool { if case .doubt = kind { true } else { false } }

  /// As a clause of a sentence.
  public var clause: String {
    switch kind {
    case .group: "\(one) is of the group \(other)"
    case .merged: "\(one) is merged into \(other)"
    case .doubt(let reason): "\(one) may be the same as \(other): \(reason)"
    }
  }
}

/// The ties between organisations, where more is known than the groups of a problem say.
public struct OrganisationTies: Sendable {
  private var ties: [OrganisationID: [OrganisationTie]] = [:]

  public init(_ ties: some Sequence<OrganisationTie> = []) {
    for tie in ties {
      self.ties[tie.one, default: []].append(tie)
      self.ties[tie.other, default: []].append(tie)
    }
    for id in self.ties.keys {
      self.ties[id]?.sort {
        ($0.isDoubt ? 1 : 0, $0.one, $0.other) < ($1.isDoubt ? 1 : 0, $1.one, $1.other)
      }
    }
  }

  /// The fewest ties that lead from one organisation to another, in that order; empty when none do, and
  /// where both are but of one group, which the problem says itself.
  func chain(from first: OrganisationID, to last: OrganisationID) -> [OrganisationTie] {
    guard first != last, ties[first] != nil, ties[last] != nil else { return [] }
    var reached: [OrganisationID: OrganisationTie] = [:]
    var waiting = [first]
    var next = 0
    while next < waiting.count, reached[last] == nil {
      let id = waiting[next]
      next += 1
      for tie in ties[id] ?? [] {
        let other = tie.one == id ? tie.other : tie.one
        guard other != first, reached[other] == nil else { continue }
        reached[other] = tie
        waiting.append(other)
      }
    }
    var chain: [OrganisationTie] = []
    var end = last
    while end != first, let tie = reached[end] {
      chain.append(tie)
      end = tie.one == end ? tie.other : tie.one
    }
    return chain.contains { $0.kind != .group } ? chain.reversed() : []
  }
}

extension [OrganisationTie] {
  /// The whole chain in words.
  var words: String { map(\.clause).joined(separator: "; ") }

  var evidence: [Evidence] { isEmpty ? [] : [Evidence("chain", words)] }
}
