import Foundation
import TandemModel
import TandemNetwork
import TandemSQLite

/// The coordinator's token that is made where the data directory is, by whoever may write there.
public struct FirstToken: Sendable {
  /// What the file in the data directory is called in which the local `tandem` finds it.
  public static let fileName = "coordinator.token"

  /// Its name.
  public let id: String
  /// The file with its secret, which only the owner of the directory may read.
  public let file: String
  public let until: Day

  /// Makes the journal of a data directory, where there is none, and a token for a coordinator in it; nil
  /// where one is valid already and no other is asked for. No server may run.
  ///
  /// Throws ``ConfigurationError`` when the file cannot be written, and `JournalError` or `Refusal` when
  /// the journal cannot take it.
  public static func make(
    in configuration: ServerConfiguration, evenIfThereIsOne isAnother: Bool
  ) async throws -> FirstToken? {
    var replay = Replay()
    let journal = try SQLiteJournal(
      directory: configuration.dataDirectory, keys: { replay.take($0) },
      replay: { try replay.fold($0) })
    defer { try? journal.close() }
    let network = Network(journal: journal, replay: replay, clock: configuration.clock)
    let (state, today) = (network.snapshot.state, network.now.today)
    if state.hasCoordinatorToken(on: today), !isAnother { return nil }
    let tokens = state.tokens
    let names = ["coordinator"] + (2...(tokens.count + 2)).map { "coordinator-\($0)" }
    guard let id = names.lazy.compactMap({ TokenID($0) }).first(where: { tokens[$0] == nil }) else {
      return nil
    }
    let secret = TokenSecret.random()
    let until = today.adding(TokenHandlers.life)
    _ = try await network.execute(
      .createToken(
        AccessToken(id: id, grant: .coordinator, secretHash: secret.hash, until: until)),
      RequestIdentity(actor: "tandemd", id: "init-\(id)", body: Array(secret.text.utf8)))
    let file = "\(configuration.dataDirectory)/\(fileName)"
    try write(secret, to: file)
    return FirstToken(id: id.text, file: file, until: until)
  }

  /// In one step: whoever reads finds the old one or the new one.
  private static func write(_ secret: TokenSecret, to file: String) throws(ConfigurationError) {
    let new = "\(file).new"
    unlink(new)
    do throws(ConfigurationError) {
      try NewFile.write("\(secret.text)\n", to: new, mode: 0o600)
      guard rename(new, file) == 0 else {
        throw ConfigurationError("\(file) cannot be written: \(String(cString: strerror(errno)))")
      }
    } catch {
      throw ConfigurationError(
        "\(error); the token is lost, so run `tandemd init --new-token` when that is mended")
    }
  }
}
