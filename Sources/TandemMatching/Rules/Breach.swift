import TandemModel

/// One broken rule with what shows it: its code, whom it concerns, its evidence and its sentence.
///
/// Each rule has one type of this kind, which is the only place that knows the rule.
public protocol Breach: Hashable, Sendable {
  static var rule: Rule { get }
  /// Whom it concerns; two of them in the order of their ids. Empty for a start.
  var experts: [ExpertID] { get }
  /// What is wrong, in one English sentence with its full stop.
  var sentence: String { get }
  /// What shows it, each name once, besides ``experts``.
  var evidence: [Evidence] { get }
  /// What would let it pass, nil where nothing can.
  var waiver: Waiver? { get }
}

extension Breach {
  public var rule: Rule { Self.rule }

  public var waiver: Waiver? {
    if Waiver.ofPanel.contains(rule) { return .panel(rule) }
    if Waiver.ofExpert.contains(rule), experts.count == 1 { return .expert(rule, experts[0]) }
    if Waiver.ofPair.contains(rule), experts.count == 2 {
      return .pair(rule, experts[0], experts[1])
    }
    return nil
  }
}

/// One named value that shows a breach, such as `organisation` = `M010`.
///
/// Days are written YYYY-MM-DD, numbers in decimal, lists with `, ` between their items.
public struct Evidence: Hashable, Sendable {
  public let name: String
  public let value: String

  init(_ name: String, _ value: some CustomStringConvertible) {
    self.name = name
    self.value = value.description
  }

  init(_ name: String, _ values: [some CustomStringConvertible]) {
    self.init(name, values.map(\.description).joined(separator: ", "))
  }
}

extension Breach {
  /// Whether it holds only if two organisations, or two experts, that may be the same are so.
  public var leansOnDoubt: Bool {
    switch self {
    case let breach as InterestBreach:
      breach.chain.contains(where: \.isDoubt) || breach.borne != nil
    case let breach as SharedOrganisationBreach:
      breach.chain.contains(where: \.isDoubt) || !breach.doubts.isEmpty
    case let breach as RelatedBreach: breach.borne != nil
    default: false
    }
  }
}

/// The starts on which a rule bars an expert, or two experts from serving together.
public struct Bar: Sendable {
  public let starts: ClosedRange<Day>
  public let breach: any Breach

  init(_ breach: any Breach, on starts: ClosedRange<Day> = Day.first...Day.last) {
    self.starts = starts
    self.breach = breach
  }
}

extension ClosedRange<Day> {
  /// The days as a sentence says them.
  var inWords: String {
    lowerBound == upperBound ? "on \(lowerBound)" : "from \(lowerBound) to \(upperBound)"
  }
}
