import TandemModel

extension Wire.Interest {
  public init(_ id: InterestID, _ interest: Interest) {
    self.init()
    self.id = id.text
    expert = interest.expert.text
    organisation = interest.organisation.text
    kind = interest.kind.text
    until = interest.until.map(Wire.Date.init)
  }
}

extension Wire.Relation {
  public init(_ id: RelationID, _ relation: Relation) {
    self.init()
    self.id = id.text
    experts = [relation.one.text, relation.other.text]
  }
}

extension Wire.Absence {
  public init(_ id: AbsenceID, _ absence: Absence) {
    self.init()
    self.id = id.text
    expert = absence.expert.text
    firstDay = Wire.Date(absence.days.lowerBound)
    lastDay = Wire.Date(absence.days.upperBound)
  }
}

extension FieldReader {
  public mutating func interest(
    _ wire: Wire.Interest?, at place: String
  ) -> (InterestID, Interest)? {
    let organisation = { (reader: inout FieldReader, text: String) -> OrganisationID? in
      reader.id(text, at: "\(place).organisation")
    }
    return interest(wire, at: place, in: organisation).map { id, organisation, tie in
      (
        id,
        Interest(
          expert: tie.expert, organisation: organisation, kind: tie.kind, until: tie.until)
      )
    }
  }

  /// An interest in whatever `read` makes of the text in the place of its organisation.
  public mutating func interest<Object>(
    _ wire: Wire.Interest?, at place: String,
    in read: (inout FieldReader, String) -> Object?
  ) -> (InterestID, Object, tie: (expert: ExpertID, kind: InterestKind, until: Day?))? {
    guard let wire = given(wire, at: place) else { return nil }
    let id: InterestID? = id(wire.id, at: "\(place).id")
    let expert: ExpertID? = self.id(wire.expert, at: "\(place).expert")
    let object = read(&self, wire.organisation)
    let kind: InterestKind? = term(wire.kind, at: "\(place).kind")
    let until = optionalDay(wire.until, at: "\(place).until")
    guard let id, let expert, let object, let kind else { return nil }
    return (id, object, (expert, kind, until))
  }

  public mutating func relation(
    _ wire: Wire.Relation?, at place: String
  ) -> (RelationID, Relation)? {
    guard let wire = given(wire, at: place) else { return nil }
    let id: RelationID? = id(wire.id, at: "\(place).id")
    let experts: [ExpertID] = distinct(wire.experts, at: "\(place).experts") { $0.id($1, at: $2) }
    guard wire.experts.count == 2 else {
      refuse("needs two different experts", at: "\(place).experts")
      return nil
    }
    guard let id, experts.count == 2, let relation = Relation(experts[0], experts[1]) else {
      return nil
    }
    return (id, relation)
  }

  public mutating func absence(
    _ wire: Wire.Absence?, at place: String
  ) -> (AbsenceID, Absence)? {
    guard let wire = given(wire, at: place) else { return nil }
    let id: AbsenceID? = id(wire.id, at: "\(place).id")
    let expert: ExpertID? = self.id(wire.expert, at: "\(place).expert")
    let days = days(
      from: wire.firstDay, at: "\(place).first_day", to: wire.lastDay, at: "\(place).last_day")
    guard let id, let expert, let days else { return nil }
    return (id, Absence(expert: expert, days: days))
  }

  /// The message, refused when it is missing.
  public mutating func given<M: Message>(_ message: M?, at place: String) -> M? {
    if message == nil { refuse("is missing", at: place) }
    return message
  }
}
