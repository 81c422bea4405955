import TandemModel

extension Wire.Scheme {
  init(_ scheme: Scheme) {
    self.init()
    objectionDays = scheme.objectionDays
    answerDays = scheme.answerDays
    questionnaireDays = scheme.questionnaireDays
    declaration = .with {
      $0.version = scheme.declaration.version
      $0.text = scheme.declaration.text
    }
    areas = scheme.areas.map(\.text)
    thresholds = scheme.thresholds.sorted { $0.key < $1.key }.map { label, percent in
      .with {
        $0.label = label.text
        $0.percent = percent
      }
    }
    labelMonths = scheme.labelMonths
    renewalMonths = scheme.renewalMonths
    interestDays = scheme.interestDays
    preconditions = scheme.preconditions.sorted { $0.key < $1.key }.map { label, precondition in
      .with {
        $0.label = label.text
        $0.requires = precondition.label.text
        $0.times = precondition.times
      }
    }
    timeZone = scheme.timeZone.name
  }
}

extension FieldReader {
  /// The standard scheme where none is given.
  mutating func scheme(_ wire: Wire.Scheme?, at place: String) -> Scheme? {
    guard let wire else { return .standard }
    let objectionDays = whole(wire.objectionDays, 0...365, at: "\(place).objection_days")
    let answerDays = whole(wire.answerDays, 0...365, at: "\(place).answer_days")
    let questionnaireDays = whole(
      wire.questionnaireDays, 0...365, at: "\(place).questionnaire_days")
    let declared = given(wire.declaration, at: "\(place).declaration")
    let version = declared.flatMap {
      whole($0.version, 1...1_000_000, at: "\(place).declaration.version")
    }
    let wording = declared.map { text($0.text, upTo: 10_000, at: "\(place).declaration.text") }
    if wording?.isEmpty == true { refuse("is missing", at: "\(place).declaration.text") }
    let areas = distinct(wire.areas, upTo: 100, at: "\(place).areas") {
      reader, area, place -> Scheme.Area? in
      reader.term(area, at: place)
    }
    let thresholds = map(wire.thresholds, at: "\(place).thresholds") { $0.threshold($1, at: $2) }
    let labelMonths = whole(wire.labelMonths, 1...600, at: "\(place).label_months")
    let renewalMonths = whole(wire.renewalMonths, 0...600, at: "\(place).renewal_months")
    let interestDays =
      wire.interestDays == 0
      ? Scheme.standard.interestDays
      : whole(wire.interestDays, 1...3_650, at: "\(place).interest_days")
    let preconditions = map(wire.preconditions, at: "\(place).preconditions") {
      $0.precondition($1, at: $2)
    }
    let zone = wire.timeZone.isEmpty ? Scheme.standard.timeZone : Zone(wire.timeZone)
    if !zone.isKnown {
      refuse(
        "is no time zone of the IANA database, such as Europe/Berlin", at: "\(place).time_zone")
    }
    guard let objectionDays, let answerDays, let questionnaireDays, let version, let wording,
      let labelMonths, let renewalMonths, let interestDays
    else { return nil }
    return Scheme(
      objectionDays: objectionDays, answerDays: answerDays, questionnaireDays: questionnaireDays,
      declaration: Declaration(version: version, text: wording), areas: areas,
      thresholds: thresholds, labelMonths: labelMonths, renewalMonths: renewalMonths,
      interestDays: interestDays, preconditions: preconditions, timeZone: zone)
  }

  private mutating func precondition(
    _ wire: Wire.Precondition, at place: String
  ) -> (Label, Precondition)? {
    let label: Label? = term(wire.label, at: "\(place).label")
    let required: Label? = term(wire.requires, at: "\(place).requires")
    let times = whole(wire.times, 1...100, at: "\(place).times")
    guard let label, let required, let times else { return nil }
    return (label, Precondition(label: required, times: times))
  }

  private mutating func threshold(
    _ wire: Wire.Threshold, at place: String
  ) -> (Label, Int)? {
    let label: Label? = term(wire.label, at: "\(place).label")
    let percent = whole(wire.percent, 0...100, at: "\(place).percent")
    return label.flatMap { label in percent.map { (label, $0) } }
  }
}
