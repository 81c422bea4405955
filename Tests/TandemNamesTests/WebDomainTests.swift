import TandemModel
import TandemNames
import Testing

struct WebDomainTests {
  @Test(arguments: [
    ("https://www.example.de/about?x=1#y", "example.de", "example.de"),
    ("Info@Sales.Example.CO.UK", "sales.example.co.uk", "example.co.uk"),
    ("http://user:pass@www.example.com:8080/", "example.com", "example.com"),
    ("example.com.pl.", "example.com.pl", "example.com.pl"),
    ("www.müller.de", "müller.de", "müller.de"),
  ])
  func `A host is found in what people write`(text: String, host: String, registrable: String)
    throws
  {
    let domain = try #require(WebDomain(text))
    #expect(domain.host == host)
    #expect(domain.registrable == registrable)
    #expect(domain.own == registrable)
  }

  @Test(arguments: [
    "", "example", "co.uk", "192.168.0.1", "a..b", "-a.de", "https://", "@", "ex ample.de",
  ])
  func `What has no name is no domain`(text: String) { #expect(WebDomain(text) == nil) }

  @Test(
    arguments: [
      ("jane@gmail.com", nil), ("office@firma.gmx.at", nil), ("uni-jena.de", nil),
      ("physik.uni-jena.de", "physik.uni-jena.de"), ("www.iof.fraunhofer.de", "iof.fraunhofer.de"),
      ("a.b.iof.fraunhofer.de", "iof.fraunhofer.de"),
      ("firma.wordpress.com", "firma.wordpress.com"),
      ("ox.ac.uk", nil), ("siemens.com", "siemens.com"),
    ] as [(String, String?)])
  func `A domain that many share is nobody's own, and a label more tells them apart`(
    text: String, own: String?
  ) throws {
    #expect(try #require(WebDomain(text)).own == own)
  }
}
