import TandemModel

extension Scheme {
  /// The `scheme` of a network's policy.
  var json: JSON {
    .object([
      .init("objection_days", .whole(objectionDays)), .init("answer_days", .whole(answerDays)),
      .init("questionnaire_days", .whole(questionnaireDays)),
      .init("declaration", declaration.json), .init("areas", .list(areas.map { .text($0.text) })),
      .init("thresholds", JSON(thresholds) { .whole($0) }),
      .init("label_months", .whole(labelMonths)), .init("renewal_months", .whole(renewalMonths)),
      .init("interest_days", .whole(interestDays)),
      .init("preconditions", JSON(preconditions) { $0.json }),
      .init("time_zone", .text(timeZone.name)),
    ])
  }

  /// Notes what is wrong with it.
  init?(_ field: Field) {
    guard let object = field.object() else { return nil }
    let objectionDays = object["objection_days"].whole(0...365)
    let answerDays = object["answer_days"].whole(0...365)
    let questionnaireDays = object["questionnaire_days"].whole(0...365)
    let declaration = Declaration(object["declaration"])
    let areas: [Scheme.Area] = object["areas"].list { $0.word() }
    let thresholds: [Label: Int] = object["thresholds"].map { $0.whole(0...100) }
    let labelMonths = object["label_months"].whole(1...600)
    let renewalMonths = object["renewal_months"].whole(0...600)
    let standard = Scheme.standard
    let interestDays = object["interest_days"].orLeftOut(standard.interestDays) {
      $0.whole(1...3_650)
    }
    let preconditions: [Label: Precondition]? = object["preconditions"].orLeftOut(
      standard.preconditions
    ) { $0.map { Precondition($0) } }
    let timeZone = object["time_zone"].orLeftOut(standard.timeZone) { $0.text().map { Zone($0) } }
    guard let objectionDays, let answerDays, let questionnaireDays, let declaration,
      let labelMonths, let renewalMonths, let interestDays, let preconditions, let timeZone
    else { return nil }
    self.init(
      objectionDays: objectionDays, answerDays: answerDays, questionnaireDays: questionnaireDays,
      declaration: declaration, areas: areas, thresholds: thresholds, labelMonths: labelMonths,
      renewalMonths: renewalMonths, interestDays: interestDays, preconditions: preconditions,
      timeZone: timeZone)
  }
}

extension Precondition {
  fileprivate var json: JSON {
    .object([.init("label", .text(label.text)), .init("times", .whole(times))])
  }

  /// Notes what is wrong with it.
  fileprivate init?(_ field: Field) {
    guard let object = field.object(), let label: Label = object["label"].word(),
      let times = object["times"].whole(1...100)
    else { return nil }
    self.init(label: label, times: times)
  }
}

extension Declaration {
  package var json: JSON {
    .object([.init("version", .whole(version)), .init("text", .text(text))])
  }

  /// Notes what is wrong with it.
  package init?(_ field: Field) {
    guard let object = field.object(), let version = object["version"].whole(1...1_000_000),
      let text = object["text"].text()
    else { return nil }
    self.init(version: version, text: text)
  }
}
