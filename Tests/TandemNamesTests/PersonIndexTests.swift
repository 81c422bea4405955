import TandemModel
import TandemNames
import Testing

struct PersonIndexTests {
  private func person(
    _ id: String, _ name: String, _ email: String = "", _ country: String? = "DE"
  ) throws -> PersonProfile {
    PersonProfile(
      id: try #require(ExpertID(id)), person: Person(name: name, email: email),
      country: country.flatMap { Country($0) })
  }

  @Test(arguments: [
    ("Jürgen Müller", "Mueller, Juergen"), ("Jürgen Müller", "JURGEN MULLER"),
    ("Dr. Anna Kowalska", "Anna Kowalska"), ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
    ("Иван Петров", "Ivan Petrov"), ("Prof. Dr.-Ing. Karl Jäger", "Karl Jaeger"),
    ("Jean-Luc Béranger", "Jean Luc Beranger"), ("Søren Østergård", "Soeren Oestergaard"),
  ])
  func `The same name in the same country is a doubt`(one: String, other: String) throws {
    let index = PersonIndex([try person("a", one)])
    #expect(index.doubts(try person("b", other)).map(\.reason) == [.name], "\(one), \(other)")
    #expect(index.doubts(try person("b", other, "", "AT")).isEmpty)
    #expect(index.doubts(try person("b", other, "", nil)).map(\.reason) == [.name])
  }

  @Test(arguments: [
    ("Jürgen Müller", "J. Müller"), ("Anna Maria Rossi", "Anna Rossi"),
    ("A. M. Rossi", "Anna Rossi"),
  ])
  func `Initials and middle names are a doubt`(one: String, other: String) throws {
    let index = PersonIndex([try person("a", one)])
    #expect(index.doubts(try person("b", other)).map(\.reason) == [.initials])
  }

  @Test(arguments: [
    ("Jürgen Müller", "Hans Müller"), ("Jürgen Müller", "H. Müller"),
    ("Anna Rossi", "Anna Bianchi"),
    ("Müller", "Jürgen Müller"), ("", ""), ("J. M.", "J. M."),
  ])
  func `Other names are others`(one: String, other: String) throws {
    #expect(PersonIndex([try person("a", one)]).doubts(try person("b", other)).isEmpty)
  }

  @Test(arguments: [
    ("Jane.Doe@Gmail.com", "janedoe+audits@googlemail.com", true), ("a@b.de", " A@B.DE ", true),
    ("a.b@firma.de", "ab@firma.de", false), ("", "", false), ("a", "a", false),
  ])
  func `The same address is a doubt in any country`(one: String, other: String, isDoubt: Bool)
    throws
  {
    let index = PersonIndex([try person("a", "Jane Doe", one)])
    let found = index.doubts(try person("b", "Somebody Else", other, "FR"))
    #expect(found.map(\.reason) == (isDoubt ? [.email] : []))
  }

  @Test func `Nobody doubts themselves, nor who was taken out`() throws {
    var index = PersonIndex([try person("a", "Anna Rossi"), try person("b", "Anna Rossi")])
    #expect(index.doubts(try person("a", "Anna Rossi")).map(\.id.text) == ["b"])
    index.remove(try #require(ExpertID("b")))
    #expect(index.doubts(try person("a", "Anna Rossi")).isEmpty)
    #expect(index.count == 1)
  }
}
