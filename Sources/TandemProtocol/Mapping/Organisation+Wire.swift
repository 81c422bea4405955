import TandemModel
import TandemNames

extension Wire.Organisation {
  public init(_ organisation: Organisation) {
    self.init()
    id = organisation.id.text
    name = organisation.name
    language = organisation.names.first?.language?.text ?? ""
    otherNames = organisation.names.dropFirst().map(Wire.OrganisationName.init)
    formerNames = organisation.formerNames.map(Wire.OrganisationName.init)
    country = organisation.country?.text ?? ""
    identifiers = organisation.identifiers.sorted { $0.description < $1.description }
      .map(Wire.Identifier.init)
    domains = organisation.domains.map(\.host).sorted()
    group = organisation.group?.text ?? ""
    groupSource = organisation.groupSource
    groupDate = organisation.groupDate.map(Wire.Date.init)
    cluster = organisation.isCluster
    members = organisation.members.sorted().map(\.text)
  }
}

extension Wire.OrganisationName {
  public init(_ name: OrganisationName) {
    self.init()
    text = name.text
    language = name.language?.text ?? ""
  }
}

extension Wire.Identifier {
  public init(_ identifier: Identifier) {
    self.init()
    kind = identifier.kind.rawValue
    country = identifier.country?.text ?? ""
    value = identifier.value
  }
}

extension FieldReader {
  public mutating func organisation(
    _ wire: Wire.Organisation?, at place: String
  ) -> Organisation? {
    guard let wire = given(wire, at: place) else { return nil }
    let id: OrganisationID? = id(wire.id, at: "\(place).id")
    var names: [OrganisationName] = []
    if let name = name(wire.name, in: wire.language, at: place, text: "name") {
      names.append(name)
    } else if !wire.otherNames.isEmpty {
      refuse("is missing, and there are other names", at: "\(place).name")
    }
    names += self.names(wire.otherNames, at: "\(place).other_names")
    let formerNames = self.names(wire.formerNames, at: "\(place).former_names")
    let country = optionalCountry(wire.country, at: "\(place).country")
    let identifiers = identifiers(wire.identifiers, at: "\(place).identifiers")
    let domains = domains(wire.domains, at: "\(place).domains")
    let group: OrganisationID? = optionalID(wire.group, at: "\(place).group")
    let source = text(wire.groupSource, upTo: Limit.reason, at: "\(place).group_source")
    let date = optionalDay(wire.groupDate, at: "\(place).group_date")
    if wire.group.isEmpty, !wire.groupSource.isEmpty || wire.groupDate != nil {
      refuse("is missing, and its source or date is given", at: "\(place).group")
    }
    let members: [OrganisationID] = distinct(
      wire.members, upTo: Limit.members, at: "\(place).members"
    ) { $0.id($1, at: $2) }
    return id.map {
      Organisation(
        id: $0, names: names, formerNames: formerNames, country: country,
        identifiers: identifiers, domains: domains, group: group, groupSource: source,
        groupDate: date, isCluster: wire.cluster, members: Set(members))
    }
  }

  /// An organisation by its name, which must be given.
  public mutating func named(
    _ wire: Wire.NamedOrganisation, at place: String
  ) -> NameQuery? {
    let name = name(wire.name, in: "", at: place, text: "name")
    if wire.name.isEmpty { refuse("is missing", at: "\(place).name") }
    let country = optionalCountry(wire.country, at: "\(place).country")
    let identifiers = identifiers(wire.identifiers, at: "\(place).identifiers")
    let domains = domains(wire.domains, at: "\(place).domains")
    return name.map {
      NameQuery(names: [$0], country: country, identifiers: identifiers, domains: domains)
    }
  }

  /// Members by their names; one may stand twice, as in people's lists.
  public mutating func members(
    _ names: [Wire.NamedOrganisation], at place: String
  ) -> [NameQuery] {
    list(names, upTo: Limit.members, at: place) { $0.named($1, at: $2) }
  }

  /// Nil where no name is given.
  private mutating func name(
    _ text: String, in language: String, at place: String, text field: String
  ) -> OrganisationName? {
    let language = language.isEmpty ? nil : self.language(language, at: "\(place).language")
    let text = self.text(text, upTo: Limit.organisationName, at: "\(place).\(field)")
    guard !text.isEmpty else { return nil }
    do {
      return try OrganisationName(text, language: language)
    } catch {
      refuse(error.reason, at: "\(place).\(field)")
      return nil
    }
  }

  private mutating func names(
    _ names: [Wire.OrganisationName], at place: String
  ) -> [OrganisationName] {
    list(names, upTo: Limit.names, at: place) { reader, name, place in
      if name.text.isEmpty { reader.refuse("is missing", at: "\(place).text") }
      return reader.name(name.text, in: name.language, at: place, text: "text")
    }
  }

  private mutating func optionalCountry(_ text: String, at place: String) -> Country? {
    text.isEmpty ? nil : country(text, at: place)
  }

  private mutating func identifiers(
    _ identifiers: [Wire.Identifier], at place: String
  ) -> Set<Identifier> {
    let all: [Identifier] = list(identifiers, upTo: Limit.names, at: place) {
      $0.identifier($1, at: $2)
    }
    return Set(all)
  }

  private mutating func identifier(_ wire: Wire.Identifier, at place: String) -> Identifier? {
    guard let kind = Identifier.Kind(rawValue: wire.kind) else {
      let known = Identifier.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      refuse("is none of \(known)", at: "\(place).kind")
      return nil
    }
    let country = optionalCountry(wire.country, at: "\(place).country")
    let value = text(wire.value, upTo: Limit.word, at: "\(place).value")
    guard wire.country.isEmpty || country != nil else { return nil }
    do {
      return try Identifier(kind, value, country: country)
    } catch {
      refuse(error.reason, at: "\(place).value")
      return nil
    }
  }

  private mutating func domains(_ domains: [String], at place: String) -> Set<WebDomain> {
    let all: [WebDomain] = list(domains, upTo: Limit.names, at: place) { reader, text, place in
      guard let domain = WebDomain(text) else {
        reader.refuse("is no domain, such as iof.fraunhofer.de", at: place)
        return nil
      }
      return domain
    }
    return Set(all)
  }
}
