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
    guard let objectionDays, let answerDays, let questionnaireDays, let declaration,
      let labelMonths, let renewalMonths
    else { return nil }
    self.init(
      objectionDays: objectionDays, answerDays: answerDays, questionnaireDays: questionnaireDays,
      declaration: declaration, areas: areas, thresholds: thresholds, labelMonths: labelMonths,
      renewalMonths: renewalMonths)
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
