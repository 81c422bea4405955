import ArgumentParser
import TandemClient
import TandemMatching
import TandemModel

/// A server and who one is there, under a name: what `tandem login` stores.
struct Context: Hashable {
  let name: ContextID
  let server: ServerAddress
  let security: ClientSecurity
  var token: BearerToken

  init(name: ContextID, server: ServerAddress, security: ClientSecurity, token: BearerToken) {
    self.name = name
    self.server = server
    self.security = security
    self.token = token
  }

  /// Notes what is wrong with a row of the file, and is nil then.
  init?(_ field: Field) {
    guard let fields = field.object() else { return nil }
    let name: ContextID? = fields["name"].word()
    let server: ServerAddress? = fields["server"].word()
    let tls = fields["tls"].orNull(ClientSecurity.TLS.init)
    if tls == nil, let server, !server.isLocal {
      fields["tls"].refuse("is missing: expected an object, as \(server) is not on this machine")
    }
    let token = fields["token"].text().flatMap { text in
      let token = BearerToken(text)
      // What is refused is not shown: it may be a token but for a letter.
      if token == nil { fields["token"].refuse("expected \(BearerToken.expected)") }
      return token
    }
    guard let name, let server, let token else { return nil }
    self.init(
      name: name, server: server, security: tls.map(ClientSecurity.tls) ?? .plaintext, token: token)
  }

  /// A row of the file, but for the token: this is for anybody to see.
  var json: JSON { .object(members) }

  /// A row of the file.
  var secretJSON: JSON { .object(members + [.init("token", .text(token.secret))]) }

  private var members: [JSON.Member] {
    let tls = security.tls.map { [JSON.Member("tls", $0.json)] } ?? []
    return [.init("name", JSON(name)), .init("server", .text(server.description))] + tls
  }
}

typealias ContextID = ID<Context>

extension ID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ServerAddress: Word {
  package static var expected: String { "a server, HOST:PORT or unix:PATH" }
}

extension ClientSecurity {
  var tls: TLS? {
    if case .tls(let tls) = self { tls } else { nil }
  }
}

extension ClientSecurity.TLS {
  fileprivate init?(_ field: Field) {
    guard let fields = field.object() else { return nil }
    let certificate = fields["client_certificate"].orNull { $0.text() }
    let key = fields["client_key"].orNull { $0.text() }
    if (certificate == nil) != (key == nil) {
      field.refuse("a client's certificate and its key go together: expected both or neither")
    }
    let identity = certificate.flatMap { certificate in
      key.map { ClientSecurity.Identity(certificate: certificate, key: $0) }
    }
    self.init(
      authority: fields["ca"].orNull { $0.text() }, identity: identity,
      serverName: fields["server_name"].orNull { $0.text() })
  }

  fileprivate var json: JSON {
    let values = [
      ("ca", authority), ("client_certificate", identity?.certificate),
      ("client_key", identity?.key), ("server_name", serverName),
    ]
    return .object(
      values.compactMap { name, value in value.map { JSON.Member(name, .text($0)) } })
  }
}
