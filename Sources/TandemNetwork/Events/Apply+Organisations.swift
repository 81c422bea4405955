import TandemModel

// What events about organisations change.
extension NetworkState {
  mutating func replace(_ old: Organisation?, by new: Organisation?) {
    links.replace(old, by: new)
    if let new, new.isNamed {
      names.add(new)
    } else if let old, old.isNamed {
      names.remove(old.id)
    }
  }

  mutating func distinguish(_ pair: OrganisationPair) {
    distinctions.insert(pair)
    links.distinct.insert(pair)
  }

  /// What was found and said of an organisation that is there no more.
  mutating func forgetDoubts(of id: OrganisationID) {
    for other in links.doubts[id] {
      guard let pair = OrganisationPair(id, other) else { continue }
      doubts[pair] = nil
      links.doubts.remove(pair)
    }
    for other in links.distinct[id] {
      guard let pair = OrganisationPair(id, other) else { continue }
      distinctions.remove(pair)
      links.distinct.remove(pair)
    }
  }
}

extension Organisation {
  /// Whether there is anything that it could be found by.
  fileprivate var isNamed: Bool {
    !names.isEmpty || !formerNames.isEmpty || !identifiers.isEmpty || !domains.isEmpty
  }
}
