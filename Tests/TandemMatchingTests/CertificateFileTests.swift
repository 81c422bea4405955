import Testing

@testable import TandemMatching
@testable import TandemModel

@Suite("The file of a certificate")
struct CertificateFileTests {
  private static let prices = #"{"scale":8,"experts":{"E1":3},"days":[["E1","2027-03-01",2]]}"#

  private func places(_ text: String) -> [String] {
    do throws(Faults) {
      _ = try Certificate.read(Array(text.utf8))
      return []
    } catch {
      return error.faults.map(\.place)
    }
  }

  private func file(_ proof: String) -> String {
    #"{"format":"tandem-certificate/1","proof":"# + proof + "}"
  }

  @Test("is read as it is written")
  func roundTrip() throws {
    let cut = #"{"audits":["A1"],"experts":{"E1":1},"days":[["E1","2027-03-01"]],"price":4}"#
    let cost = #"{"scale":8,"fill":-5,"cuts":["# + cut + "]}"
    let leaf = #"{"weight":"# + Self.prices + #","cost":"# + cost + "}"
    for split in [
      #"["filled","A1"]"#, #"["serves","A1","E1"]"#, #"["together","A1","E1","E2"]"#,
      #"["before","A1","2027-03-01"]"#,
    ] {
      let text = file(#"{"split":"# + split + #","yes":"# + leaf + #","no":"# + leaf + "}")
      let certificate = try Certificate.read(Array(text.utf8))
      let again = try Certificate.read(certificate.write())
      #expect(again == certificate)
      #expect(again.write() == certificate.write())
    }
  }

  @Test(
    "is refused at the place of its fault",
    arguments: [
      (#"{"format":"tandem-plan/1"}"#, "/format"),
      (#"{"format":"tandem-certificate/1"}"#, "/proof"),
    ])
  func faults(_ text: String, _ place: String) {
    #expect(places(text) == [place])
  }

  @Test(
    "is refused where its proof has another shape",
    arguments: [
      ("[]", "/proof"), ("{}", "/proof/weight"),
      (#"{"weight":{"scale":0}}"#, "/proof/weight/scale"),
      (#"{"weight":{"scale":1.5}}"#, "/proof/weight/scale"),
      (#"{"weight":{"scale":true}}"#, "/proof/weight/scale"),
      (#"{"weight":{"scale":9007199254740992}}"#, "/proof/weight/scale"),
      (#"{"weight":{"scale":1,"experts":{"E1":-1}}}"#, "/proof/weight/experts/E1"),
      (#"{"weight":{"scale":1,"days":[["E1",2]]}}"#, "/proof/weight/days/0"),
      (#"{"weight":{"scale":1,"days":[["E1","2027-02-30",2]]}}"#, "/proof/weight/days/0/1"),
      (#"{"weight":{"scale":1,"cuts":[{}]}}"#, "/proof/weight/cuts/0/price"),
      (
        #"{"weight":{"scale":1,"cuts":[{"price":1,"experts":{"E1":-1}}]}}"#,
        "/proof/weight/cuts/0/experts/E1"
      ),
      (
        #"{"split":["filled"],"yes":{"weight":{"scale":1}},"no":{"weight":{"scale":1}}}"#,
        "/proof/split"
      ),
      (#"{"split":["filled","A1"],"yes":{"weight":{"scale":1}}}"#, "/proof/no"),
    ])
  func shapes(_ proof: String, _ place: String) {
    #expect(places(file(proof)) == [place])
  }

  @Test("keeps what stands for prices of cost though it cannot be read")
  func unreadableCost() throws {
    for cost in ["null", "[]", #"{"scale":1.5}"#, #"{"scale":1,"days":[["E1",2]]}"#] {
      let text = file(#"{"weight":"# + Self.prices + #","cost":"# + cost + "}")
      let certificate = try Certificate.read(Array(text.utf8))
      guard case .weight(_, let unreadableCost) = certificate.proof else {
        Issue.record("\(cost) was taken for prices")
        continue
      }
      #expect(unreadableCost.faults.faults.allSatisfy { $0.place.hasPrefix("/proof/cost") })
      #expect(try Certificate.read(certificate.write()) == certificate)
    }
  }

  /// A proof that asks one question after another.
  private func deep(_ depth: Int) -> String {
    let leaf = #"{"weight":{"scale":1}}"#
    let question = #"{"split":["filled","A1"],"yes":"# + leaf + #","no":"#
    return String(repeating: question, count: depth) + leaf
      + String(repeating: "}", count: depth)
  }

  @Test("is read and written as deep as a proof may be")
  func depth() throws {
    let certificate = try Certificate.read(Array(file(deep(Certificate.depthLimit)).utf8))
    #expect(try Certificate.read(certificate.write()) == certificate)
  }

  @Test("that is nested without end is refused", arguments: [2_000, 100_000])
  func hostile(_ depth: Int) {
    #expect(places(file(deep(depth))) == [""])
    #expect(places(String(repeating: "[", count: depth)) == [""])
    #expect(places(String(repeating: #"{"yes":"#, count: depth)) == [""])
  }

  @Test("may take any number of steps for used")
  func manySteps() throws {
    let cut = #"{"experts":{"E1":9007199254740993},"price":1}"#
    let proof = #"{"weight":{"scale":1,"cuts":["# + cut + "]}}"
    let certificate = try Certificate.read(Array(file(proof).utf8))
    #expect(try Certificate.read(certificate.write()) == certificate)
  }
}
