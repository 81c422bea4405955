/// A short form of a name for ids.
public enum Slug {
  /// The most bytes that it has.
  static let longest = 40

  /// Its words in small letters a to z and digits, whatever its script, joined by hyphens; as many as fit.
  /// Empty where the name has none.
  public static func of(_ name: String) -> String {
    var slug = ""
    for word in RawName(name, joinsLetters: false).words {
      let text = String(
        decoding: word.text.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) },
        as: UTF8.self)
      guard !text.isEmpty else { continue }
      let longer = slug.isEmpty ? text : "\(slug)-\(text)"
      guard longer.utf8.count <= longest else {
        return slug.isEmpty ? String(text.prefix(longest)) : slug
      }
      slug = longer
    }
    return slug
  }
}
