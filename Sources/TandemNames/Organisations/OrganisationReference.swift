import TandemModel

/// How a member of a cluster or the object of an interest is submitted.
public enum OrganisationReference: Hashable, Sendable {
  /// One that is known already.
  case known(OrganisationID)
  /// A name, with what else is known of it.
  case named(NameQuery)
}
