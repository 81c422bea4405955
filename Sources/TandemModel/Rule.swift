/// The rules of the matching model, in the order of its tables, by the codes they have everywhere.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  case notAccredited = "NOT_ACCREDITED"
  case homeCountry = "HOME_COUNTRY"
  case language = "LANGUAGE"
  case objection = "OBJECTION"
  case recusal = "RECUSAL"
  case interest = "INTEREST"
  case rotation = "ROTATION"
  case unavailable = "UNAVAILABLE"
  case size = "SIZE"
  case sharedOrganisation = "SHARED_ORGANISATION"
  case related = "RELATED"
  case sameCountry = "SAME_COUNTRY"
  case nationals = "NATIONALS"
  case noCommonLanguage = "NO_COMMON_LANGUAGE"
  case noLead = "NO_LEAD"
  case busy = "BUSY"
  case capacity = "CAPACITY"
  case pinned = "PINNED"
  /// Not a rule of the tables but a start that is not valid: it has a code because it can be waived.
  case window = "WINDOW"
}
