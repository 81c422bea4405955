import TandemMatching
import TandemModel

extension Organisation {
  /// As events have it: only what is known.
  var json: JSON {
    var fields: [JSON.Member] = [.init("id", JSON(id))]
    func add(_ name: String, _ list: [JSON]) {
      if !list.isEmpty { fields.append(.init(name, .list(list))) }
    }
    add("names", names.map(\.json))
    add("former_names", formerNames.map(\.json))
    if let country { fields.append(.init("country", JSON(country))) }
    add("identifiers", identifiers.sorted { $0.description < $1.description }.map(\.json))
    add("domains", domains.map(\.host).sorted().map { .text($0) })
    if let group { fields.append(.init("group", JSON(group))) }
    if !groupSource.isEmpty { fields.append(.init("group_source", .text(groupSource))) }
    if let groupDate { fields.append(.init("group_date", JSON(groupDate))) }
    if isCluster { fields.append(.init("cluster", .boolean(true))) }
    add("members", members.sorted().map { JSON($0) })
    return .object(fields)
  }

  /// Notes what is wrong with it.
  init?(_ field: Field) {
    guard let object = field.object(), let id: OrganisationID = object["id"].word() else {
      return nil
    }
    self.init(
      id: id, names: object["names"].orNull { $0.list(OrganisationName.init) } ?? [],
      formerNames: object["former_names"].orNull { $0.list(OrganisationName.init) } ?? [],
      country: object["country"].orNull { $0.word() },
      identifiers: Set(object["identifiers"].orNull { $0.list(Identifier.init) } ?? []),
      domains: Set(
        object["domains"].orNull { $0.list { $0.text().map(WebDomain.init(checked:)) } } ?? []),
      group: object["group"].orNull { $0.word() },
      groupSource: object["group_source"].orNull { $0.text() } ?? "",
      groupDate: object["group_date"].orNull { $0.word() },
      isCluster: object["cluster"].orNull { $0.boolean() } ?? false,
      members: Set(object["members"].orNull { $0.list { $0.word() } } ?? []))
  }
}

extension OrganisationName {
  fileprivate var json: JSON {
    .object(
      [.init("text", .text(text))] + (language.map { [.init("language", JSON($0))] } ?? []))
  }

  fileprivate init?(_ field: Field) {
    guard let object = field.object(), let text = object["text"].text() else { return nil }
    do {
      try self.init(text, language: object["language"].orNull { $0.word() })
    } catch {
      object["text"].refuse(error.reason)
      return nil
    }
  }
}

extension Identifier {
  fileprivate var json: JSON {
    .object(
      [.init("kind", .text(kind.rawValue))]
        + (country.map { [.init("country", JSON($0))] } ?? []) + [.init("value", .text(value))])
  }

  fileprivate init?(_ field: Field) {
    guard let object = field.object(), let name = object["kind"].text(),
      let value = object["value"].text()
    else { return nil }
    guard let kind = Kind(rawValue: name) else {
      object["kind"].refuse("is no kind of identifier")
      return nil
    }
    self.init(checked: kind, country: object["country"].orNull { $0.word() }, value: value)
  }
}
