/// Persons whom organisations are named after, or who own them: often left out.
extension [NameWord] {
  /// A person's names, of which the first is marked, are a patron's up to whatever else there is.
  mutating func dedicate(_ raw: RawWord, from start: Int) {
    let goesOn =
      start > 0 && self[start - 1].meaning.kind == .patron && raw.before == 0
      && self[start - 1].part == raw.part
    guard raw.isDedicated || goesOn else { return }
    // Ferraris is a town, and the owner's name; a phrase that the list has is of its own meaning.
    for place in start..<count
    where [.name, .given].contains(self[place].meaning.kind)
      || raw.isDedicated && self[place].meaning.kind == .city && count == start + 1
    {
      self[place].meaning.kind = .patron
    }
  }

  /// A person's name after that of the firm is the owner's: Elmechron Jan Bąk.
  mutating func markOwner() {
    let last = count - 1
    guard last > 1, self[last].meaning.kind == .name, self[last - 1].meaning.kind == .given,
      self[..<(last - 1)].contains(where: { $0.meaning.kind == .name })
    else { return }
    self[last].meaning.kind = .given
  }

  /// A person at the end, after a university and its town, is whom it is named after: Русенски университет
  /// Ангел Кънчев, Technische Hochschule Nürnberg Georg Simon Ohm.
  mutating func markPatrons() {
    guard count > 3, let university = firstIndex(where: { $0.meaning.kind == .university }),
      university < count - 2,
      let start = (university + 1..<count - 1).first(where: { place in
        self[place].meaning.kind == .given
          && self[place...].allSatisfy { [.given, .name].contains($0.meaning.kind) }
      }),
      self[count - 1].meaning.kind == .name,
      self[..<start].contains(where: { $0.meaning.kind == .city })
    else { return }
    for place in start..<count { self[place].meaning.kind = .patron }
  }
}
