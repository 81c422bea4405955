import HashTreeCollections
import TandemModel
import TandemNames

/// All that the network knows, as one value: a fold over the journal's records.
///
/// The maps are persistent trees, so that a copy costs nothing and shares all that did not change.
public struct NetworkState: Sendable {
  public internal(set) var experts: TreeDictionary<ExpertID, ExpertEntry> = [:]
  public internal(set) var organisations: TreeDictionary<OrganisationID, Entry<Organisation>> = [:]
  /// Every two organisations that were found to be alike, whatever was said of them since.
  public internal(set) var doubts: TreeDictionary<OrganisationPair, Doubt> = [:]
  /// The organisations of which somebody said that they are different.
  public internal(set) var distinctions: TreeSet<OrganisationPair> = []
  /// The entries that are the same organisation as another one, and which one.
  public internal(set) var merges: TreeDictionary<OrganisationID, OrganisationID> = [:]
  /// Every two experts who were found to be alike, but for entries that were merged, whatever was said of
  /// them since.
  public internal(set) var expertDoubts: TreeDictionary<ExpertPair, Doubt> = [:]
  /// The experts of whom somebody said that they are different.
  public internal(set) var expertDistinctions: TreeSet<ExpertPair> = []
  public internal(set) var interests: TreeDictionary<InterestID, Entry<Interest>> = [:]
  public internal(set) var relations: TreeDictionary<RelationID, Entry<Relation>> = [:]
  public internal(set) var absences: TreeDictionary<AbsenceID, Entry<Absence>> = [:]
  public internal(set) var audits: TreeDictionary<AuditID, AuditEntry> = [:]
  /// Every audit that was held, in the order in which it became known; a row may stand twice.
  public internal(set) var history: [HeldAudit] = []
  /// Every version of the policy, the standard one first; the last one is in force.
  public internal(set) var policies = [
    PolicyEntry(policy: .standard, version: 0, note: "", origin: nil)
  ]
  public internal(set) var tokens: TreeDictionary<TokenID, TokenEntry> = [:]
  /// Every label that was awarded, in order.
  public internal(set) var labels: [AwardedLabel] = []
  /// Every plan that was published, in order.
  public internal(set) var plans: [PlanEntry] = []
  public internal(set) var travel: TravelTable = [:]
  public internal(set) var closures: Closures = [:]
  /// The revision of the record folded in last; 0 before the first.
  public internal(set) var revision = 0

  /// What was declared in other words than by an organisation's id.
  public internal(set) var declarations: TreeDictionary<InterestID, ResolvedName> = [:]

  /// Derived from the rest.
  var links = Links()
  /// The organisations by what they may be called; derived from them.
  var names = NameIndex()
  /// The experts by their names and addresses, but for entries that were merged; derived from them.
  var people = PersonIndex()

  /// A network that knows nobody.
  public init() {}

  /// The policy in force.
  public var policy: PolicyEntry { policies[policies.count - 1] }
}

/// A thing of the network and where it comes from as it stands.
///
/// It is one reference, whatever it holds: each record copies a path through the trees of the state,
/// and with it all entries that lie beside that path.
public struct Entry<Value: Hashable & Sendable>: Hashable, Sendable {
  private final class Content: Sendable {
    let value: Value
    let origin: Origin

    init(_ value: Value, _ origin: Origin) {
      self.value = value
      self.origin = origin
    }
  }

  private var content: Content

  public init(value: Value, origin: Origin) { content = Content(value, origin) }

  public var value: Value {
    get { content.value }
    set { content = Content(newValue, origin) }
  }

  /// What changed it last, and who.
  public var origin: Origin { content.origin }

  public var revision: Int { origin.revision }

  public static func == (one: Entry, other: Entry) -> Bool {
    one.content === other.content || one.revision == other.revision && one.value == other.value
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(revision)
    hasher.combine(value)
  }
}

/// An expert as the network knows them.
public struct ExpertEntry: Hashable, Sendable {
  /// Its `priorLoad` is the opening load.
  public var expert: Expert
  public var person: Person
  /// The day of the opening load.
  public var openingDay: Day
  /// The day as of which all their interests are declared, by their word or the coordinator's.
  public var interestsDeclared: Day
  /// Takes no new audits.
  public var retired: Bool
  /// The entry that stands for the same person; nil where it is this one.
  public var mergedInto: ExpertID?
  public var revision: Int
}

/// One version of the policy.
public struct PolicyEntry: Hashable, Sendable {
  public var policy: Policy
  /// 0 for the standard policy that no command has set.
  public var version: Int
  /// Why it was set; empty for the standard policy and for one that came with a file.
  public var note: String
  /// Nil for the standard policy.
  public var origin: Origin?

  /// The revision that set it; 0 for the standard policy.
  public var revision: Int { origin?.revision ?? 0 }
}
