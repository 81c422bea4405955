import CTandemProtos

extension Wire {
  /// What a name was taken for.
  public enum NameOutcome: Int32, WireEnum {
    case unspecified = 0
    case linked, doubt, new
  }

  /// A name that an organisation bears or bore.
  public struct OrganisationName: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__organisation_name__descriptor)
    public var text = ""
    public var language = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &text)
      fields.text(2, &language)
    }
  }

  /// A number that a register has given to one organisation.
  public struct Identifier: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__identifier__descriptor)
    public var kind = ""
    public var country = ""
    public var value = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &kind)
      fields.text(2, &country)
      fields.text(3, &value)
    }
  }

  /// An organisation as somebody names it, to be found among those that are known.
  public struct NamedOrganisation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__named_organisation__descriptor)
    public var name = ""
    public var country = ""
    public var identifiers: [Identifier] = []
    public var domains: [String] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &name)
      fields.text(2, &country)
      fields.messages(3, &identifiers)
      fields.texts(4, &domains)
    }
  }

  /// An organisation as it was named, and what that was taken for.
  public struct ResolvedName: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__resolved_name__descriptor)
    public var name = ""
    public var organisation = ""
    public var outcome = NameOutcome.unspecified
    public var reason = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &name)
      fields.text(2, &organisation)
      fields.choice(3, &outcome)
      fields.text(4, &reason)
    }
  }

  /// Two organisations that may be the same.
  public struct Doubt: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__doubt__descriptor)
    public var one: DoubtedOrganisation?
    public var other: DoubtedOrganisation?
    public var reason = ""
    public var likeness = 0
    public var found: Date?
    public var panels: [String] = []
    public var barred: [BarredExpert] = []

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.message(1, &one)
      fields.message(2, &other)
      fields.text(3, &reason)
      fields.integer(4, &likeness)
      fields.message(5, &found)
      fields.texts(6, &panels)
      fields.messages(7, &barred)
    }
  }

  /// One side of a doubt.
  public struct DoubtedOrganisation: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__doubted_organisation__descriptor)
    public var id = ""
    public var name = ""
    public var country = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &id)
      fields.text(2, &name)
      fields.text(3, &country)
    }
  }

  /// An expert whom a doubt keeps from an audit.
  public struct BarredExpert: Message {
    public static let descriptor = MessageDescriptor(tandem__v1__barred_expert__descriptor)
    public var expert = ""
    public var audit = ""

    public init() {}

    public mutating func map(_ fields: inout some FieldMapper) {
      fields.text(1, &expert)
      fields.text(2, &audit)
    }
  }
}
