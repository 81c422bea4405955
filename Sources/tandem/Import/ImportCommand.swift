import ArgumentParser
import TandemClient
import TandemMatching
import TandemModel
import TandemProtocol

/// Takes in a table of one kind.
struct ImportCommand<Rows: ImportRows>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: "Take in a CSV file of \(Rows.called).",
      discussion: """
        All rows or none. The first row names the columns, in any order, as the list with --output csv \
        does. What is not there is added; of what is there the columns that the file has are changed, and \
        the same file again changes nothing. UTF-8, with commas, semicolons or tabs between cells, and with \
        blanks or bars within a cell that lists several things; days as YYYY-MM-DD.
        """)
  }

  @Argument(help: "The CSV file, or - for standard input.")
  var file: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let sheet = try Import(file, as: Rows.table)
    let request = write.request(Wire.ImportRowsRequest.self) {
      $0.rows = sheet.rows
      // What is wrong with the rest is to be told as well.
      if !sheet.faults.isEmpty { $0.validateOnly = true }
    }
    guard !sheet.rows.isEmpty else {
      guard sheet.faults.isEmpty else { throw Failure.badData(sheet.faults.map(\.fault)) }
      return say("\(file) has no row below its heads")
    }
    let answer = try await server.connected { client in
      do throws(ClientError) {
        return try await client.call(Methods.importRows, request)
      } catch {
        throw await sheet.failure(error, of: request, client)
      }
    }
    guard sheet.faults.isEmpty else { throw Failure.badData(sheet.faults.map(\.fault)) }
    let table = Table(
      heads: ["WHAT", "ADDED", "CHANGED", "SKIPPED"],
      rows: answer.counts.map {
        [$0.what, String($0.added), String($0.changed), String($0.skipped)]
      })
    try output.show(table, JSON(answer), none: "nothing to take in")
    let changes = answer.counts.contains { $0.added + $0.changed > 0 }
    write.tell(changes ? "the file is taken in" : "all that the file says is known already", answer)
  }
}

extension Import {
  /// All that the server has against the rows. An answer has room for some faults only: the rows that have
  /// none yet are checked again, until none is left.
  fileprivate func failure(
    _ error: ClientError, of request: Wire.ImportRowsRequest, _ client: TandemClient
  ) async -> any Error {
    var found = faults
    var error = error
    var left = Array(rows.indices)
    while error.details.code == .invalidArgument {
      let told = error.details.fieldViolations.compactMap { violation -> (Int, LineFault)? in
        // Of those that are left, back to those of the file.
        guard let (number, _) = fault(violation) else { return nil }
        let place = violation.place.replacing("rows[\(number)]", with: "rows[\(left[number])]")
        return fault(Fault(at: place, violation.reason))
      }
      guard !told.isEmpty else { return error }
      found += told.map(\.1)
      let faulty = Set(told.map(\.0))
      left.removeAll { faulty.contains($0) }
      guard error.details.metadata[ErrorDetails.leftOut] != nil, !left.isEmpty else { break }
      var rest = request
      rest.validateOnly = true
      rest.requestID = ""
      rest.rows = left.map { rows[$0] }
      do throws(ClientError) {
        _ = try await client.call(Methods.importRows, rest)
        break
      } catch let next {
        error = next
      }
    }
    guard !found.isEmpty else { return error }
    return Failure.badData(found.sorted { $0.line < $1.line }.map(\.fault))
  }
}
