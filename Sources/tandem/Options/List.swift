import ArgumentParser
import Foundation

/// Texts between commas; an empty argument is an empty list.
struct List: ExpressibleByArgument {
  let texts: [String]

  init(argument: String) {
    texts = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
