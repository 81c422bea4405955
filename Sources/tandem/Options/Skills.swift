import ArgumentParser
import TandemProtocol

/// Languages with their levels, such as `de:C2,en:C1`.
struct Skills: ExpressibleByArgument {
  let skills: [Wire.LanguageSkill]

  init?(argument: String) {
    var skills: [Wire.LanguageSkill] = []
    for text in List(argument: argument).texts {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      skills.append(
        .with {
          $0.language = String(parts[0])
          $0.level = String(parts[1])
        })
    }
    self.skills = skills
  }
}
