import CTandemProtos

extension Wire {
  /// How far an audit has come.
  public enum AuditState: Int32, WireEnum {
    case unspecified = 0
    case submitted, admitted, proposed, withdrawn, invited, confirmed, held, decided, cancelled
  }

  /// One request: a cluster, a label, a window of days, languages, sectors.
  public struct Audit: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__audit__descriptor)
    public var id = ""
    public var cluster = ""
    public var country = ""
    public var label = ""
    public var languages: [String] = []
    public var members: [String] = []
    public var sectors: [String] = []
    public var earliest: Date?
    public var latest: Date?
    public var preferred: Date?
    public var priority = 0
    public var objections: [String] = []
    public var recusals: [String] = []
    public var bids: [Bid] = []
    public var renewal = false
    public var remote = false
    public var waivers: [Waiver] = []
    public var contact: Contact?
    public var state = AuditState.unspecified
    public var panel: StandingPanel?
    public var revision = 0
    public var clusterName = ""
    public var reference = ""
    public var memberNames: [ResolvedName] = []
    public var announcement: Announcement?
    public var invitations: [Invitation] = []
    public var vacancy: Vacancy?
    public var reports: [Report] = []
    public var verdict: Verdict?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &cluster)
      fields.text(3, &country)
      fields.text(4, &label)
      fields.texts(5, &languages)
      fields.texts(6, &members)
      fields.texts(7, &sectors)
      fields.message(8, &earliest)
      fields.message(9, &latest)
      fields.message(10, &preferred)
      fields.integer(11, &priority)
      fields.texts(12, &objections)
      fields.texts(13, &recusals)
      fields.messages(14, &bids)
      fields.flag(15, &renewal)
      fields.flag(16, &remote)
      fields.messages(17, &waivers)
      fields.message(18, &contact)
      fields.choice(19, &state)
      fields.message(20, &panel)
      fields.integer(21, &revision)
      fields.text(22, &clusterName)
      fields.text(23, &reference)
      fields.messages(24, &memberNames)
      fields.message(25, &announcement)
      fields.messages(26, &invitations)
      fields.message(27, &vacancy)
      fields.messages(28, &reports)
      fields.message(29, &verdict)
    }
  }

  /// How gladly an expert would serve.
  public struct Bid: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__bid__descriptor)
    public var expert = ""
    public var bid = 0

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.integer(2, &bid)
    }
  }

  /// Lets one rule pass.
  public struct Waiver: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__waiver__descriptor)
    public var rule = ""
    public var experts: [String] = []
    public var days = 0
    public var reason = ""
    public var until: Date?
    public var grantedBy = ""
    public var granted: Timestamp?

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &rule)
      fields.texts(2, &experts)
      fields.integer(3, &days)
      fields.text(4, &reason)
      fields.message(5, &until)
      fields.text(6, &grantedBy)
      fields.message(7, &granted)
    }
  }

  /// Whom to ask at the cluster.
  public struct Contact: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__contact__descriptor)
    public var name = ""
    public var email = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &name)
      fields.text(2, &email)
    }
  }

  /// The panel of an audit as it stands today.
  public struct StandingPanel: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__standing_panel__descriptor)
    public var panel: Panel?
    public var pinned = false
    public var cost = 0
    public var rows: [CostRow] = []
    public var breaches: [Breach] = []
    public var waived: [WaivedBreach] = []
    public var decision: Decision?
    public var warnings: [Breach] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &panel)
      fields.flag(2, &pinned)
      fields.integer(3, &cost)
      fields.messages(4, &rows)
      fields.messages(5, &breaches)
      fields.messages(6, &waived)
      fields.message(7, &decision)
      fields.messages(8, &warnings)
    }
  }
}
