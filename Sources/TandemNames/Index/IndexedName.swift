/// A name of an organisation of the index, in one reading.
struct IndexedName: Sendable {
  let words: [NameWord]
  let forms: LegalForms.Found
  let isPlain: Bool
  let isAbbreviated: Bool
  /// Which of the names it is that the organisation is called by.
  let place: Int
}
