import TandemModel

/// Two experts who may be one person, entered twice: nobody has said yet.
public struct ExpertDoubt: Hashable, Sendable {
  public let one: ExpertID
  public let other: ExpertID
  /// Why that is thought, without a full stop; it names nobody.
  public let reason: String

  public init(_ one: ExpertID, _ other: ExpertID, reason: String) {
    self.one = one
    self.other = other
    self.reason = reason
  }

  /// As a clause of a sentence.
  public var clause: String { "\(one) may be the same person as \(other): \(reason)" }
}

extension [ExpertDoubt] {
  /// The whole chain in words.
  var words: String { map(\.clause).joined(separator: "; ") }

  var evidence: [Evidence] { isEmpty ? [] : [Evidence("person", words)] }
}

/// The interests and relations that experts bear of others, who may be the same person.
public struct BorneTies: Sendable {
  /// An interest of another expert, and the doubts that lead from them to whoever bears it.
  public struct BorneInterest: Hashable, Sendable {
    public let holder: ExpertID
    public let doubts: [ExpertDoubt]
  }

  /// A relation of others, nil where the two are related by being doubted, and the doubts that lead from
  /// its experts to whoever bears it.
  public struct BorneRelation: Hashable, Sendable {
    public let declared: Relation?
    public let doubts: [ExpertDoubt]
  }

  fileprivate(set) var interests: [Interest: BorneInterest] = [:]
  fileprivate(set) var relations: [Relation: BorneRelation] = [:]

  public init() {}
}

extension Problem {
  /// Has experts bear the interests and relations of whoever may be the same person, over chains of doubts,
  /// and relates all these to each other: so that the problem bars what it would if they were one.
  ///
  /// - Parameter bearers: who bears anything; what lies with others counts for these all the same.
  /// - Returns: What was added.
  public mutating func bear(
    _ doubts: some Sequence<ExpertDoubt>, by bearers: Set<ExpertID>
  ) -> BorneTies {
    let chains = DoubtChains(doubts)
    var borne = BorneTies()
    guard !chains.experts.isEmpty else { return borne }

    let held = Dictionary(grouping: interests, by: \.expert)
    var known = Set(interests)
    for bearer in chains.experts where bearers.contains(bearer) {
      for (holder, chain) in chains.from(bearer) {
        for interest in held[holder] ?? [] {
          var interest = interest
          interest.expert = bearer
          guard known.insert(interest).inserted else { continue }
          interests.append(interest)
          borne.interests[interest] = .init(holder: holder, doubts: chain)
        }
      }
    }

    let declared = relations.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    func relate(
      _ one: ExpertID, _ other: ExpertID, as source: Relation?, by chain: [ExpertDoubt]
    ) {
      guard bearers.contains(one), bearers.contains(other), let relation = Relation(one, other),
        relations.insert(relation).inserted
      else { return }
      borne.relations[relation] = .init(declared: source, doubts: chain)
    }
    for expert in chains.experts {
      for (other, chain) in chains.from(expert) { relate(expert, other, as: nil, by: chain) }
    }
    for relation in declared {
      for (one, first) in [(relation.one, [])] + chains.from(relation.one) {
        for (other, second) in [(relation.other, [])] + chains.from(relation.other) {
          relate(one, other, as: relation, by: first + second)
        }
      }
    }
    return borne
  }
}

/// Which experts doubts lead to, and over which of them.
private struct DoubtChains {
  private var doubts: [ExpertID: [ExpertDoubt]] = [:]

  init(_ doubts: some Sequence<ExpertDoubt>) {
    for doubt in doubts {
      self.doubts[doubt.one, default: []].append(doubt)
      self.doubts[doubt.other, default: []].append(doubt)
    }
    for id in self.doubts.keys {
      self.doubts[id]?.sort { ($0.one, $0.other) < ($1.one, $1.other) }
    }
  }

  /// Who is doubted at all, in the order of their ids.
  var experts: [ExpertID] { doubts.keys.sorted() }

  /// The others who may be the same person as an expert, the nearest first, each with the fewest doubts
  /// that lead there.
  func from(_ expert: ExpertID) -> [(ExpertID, [ExpertDoubt])] {
    guard doubts[expert] != nil else { return [] }
    var found: [(ExpertID, [ExpertDoubt])] = [(expert, [])]
    var seen: Set = [expert]
    var next = 0
    while next < found.count {
      let (id, chain) = found[next]
      next += 1
      for doubt in doubts[id] ?? [] {
        let other = doubt.one == id ? doubt.other : doubt.one
        if seen.insert(other).inserted { found.append((other, chain + [doubt])) }
      }
    }
    return Array(found.dropFirst())
  }
}
