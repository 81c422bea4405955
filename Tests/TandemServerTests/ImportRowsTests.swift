import TandemClient
import TandemProtocol
import Testing

/// Tables over the wire: all rows or none, and the same rows again change nothing.
@Suite struct ImportRowsTests {
  private static func rows(
    _ client: TandemClient, validateOnly: Bool = false, _ rows: [Wire.ImportRow]
  ) async throws -> [[Int]] {
    let answer = try await client.call(
      Methods.importRows,
      .with {
        $0.validateOnly = validateOnly
        $0.rows = rows
      })
    return answer.counts.map { [$0.added, $0.changed, $0.skipped] }
  }

  private static func refused(_ client: TandemClient, _ rows: [Wire.ImportRow]) async -> [String] {
    await refusal(client, Methods.importRows, .with { $0.rows = rows })?
      .fieldViolations.map { "\($0.place) \($0.reason)" } ?? []
  }

  private static func expert(
    _ id: String, _ fields: String..., set: (inout Wire.Expert) -> Void = { _ in }
  ) -> Wire.ImportRow {
    .with {
      var expert = Wire.Expert.sample(id)
      set(&expert)
      $0.expert = expert
      $0.fields = .with { $0.paths = fields }
    }
  }

  @Test("experts are added and changed in the fields that the rows give, and once only")
  func experts() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let rows = [
        Self.expert("E1", "max_audits") {
          $0.maxAudits = 9
          $0.country = "FI"
        },
        Self.expert("E2", "country"), Self.expert("E8"),
      ]
      #expect(try await Self.rows(client, validateOnly: true, rows) == [[1, 1, 1]])
      #expect(try await Self.rows(client, rows) == [[1, 1, 1]])
      #expect(try await Self.rows(client, rows) == [[0, 0, 3]])
      let first = try await client.call(Methods.getExpert, .with { $0.id = "E1" }).expert
      #expect(first?.maxAudits == 9 && first?.country == "AT")
      #expect(try await client.call(Methods.getExpert, .with { $0.id = "E8" }).expert != nil)
    }
  }

  @Test("one faulty row keeps all out, and every fault is told")
  func allOrNothing() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      let before = try await client.call(Methods.getServerInfo, .init()).revision
      let faults = await Self.refused(
        client,
        [
          Self.expert("E8"), Self.expert("E9") { $0.country = "Austria" },
          .with { $0.absence = .with { $0.expert = "E7" } },
          .with {
            $0.interest = .with {
              $0.expert = "E1"
              $0.organisation = "NONE"
              $0.kind = "employment"
            }
          },
          .with { $0.audit = .sample("") },
        ])
      #expect(
        faults == [
          "rows[1].expert.country is no ISO 3166-1 alpha-2 code of a country, such as DE",
          "rows[2].absence.first_day is missing: expected a date",
          "rows[2].absence.last_day is missing: expected a date",
          "rows[3].interest.organisation no organisation NONE; correct the id, or give its name instead",
          "rows[4].audit.id is missing: give an id or a reference",
        ])
      #expect(try await client.call(Methods.getServerInfo, .init()).revision == before)
    }
  }

  @Test("what no row may be is refused before any is looked at")
  func shapes() async throws {
    try await withServer { client in
      #expect(await Self.refused(client, []) == ["rows is empty"])
      let shape = "expected one of expert, organisation, interest, absence and audit"
      #expect(
        await Self.refused(client, [Self.expert("E1"), .init(), Self.expert("E1")]) == [
          "rows[1] \(shape)", "rows[2] is given twice: expert E1",
        ])
    }
  }

  @Test("organisations, interests and absences without ids are found again by what they say")
  func ties() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      func interest(_ name: String, until: Wire.Date? = nil) -> Wire.ImportRow {
        .with {
          $0.interest = .with {
            $0.expert = "E3"
            $0.kind = "employment"
            $0.until = until
          }
          $0.named = .with { $0.name = name }
          $0.fields = .with { $0.paths = ["until"] }
        }
      }
      #expect(try await Self.rows(client, [interest("Jenoptik AG")]) == [[1, 0, 0]])
      #expect(try await Self.rows(client, [interest("Jenoptik AG")]) == [[0, 0, 1]])
      let ended = interest("Jenoptik AG", until: .day(2024, 12, 31))
      #expect(try await Self.rows(client, [ended]) == [[0, 1, 0]])
      let list = try await client.call(Methods.listInterests, .with { $0.expert = "E3" })
      #expect(list.interests.map(\.until) == [.day(2024, 12, 31)])

      let absence = Wire.ImportRow.with {
        $0.absence = .with {
          $0.expert = "E3"
          $0.firstDay = .day(2023, 5, 1)
          $0.lastDay = .day(2023, 5, 9)
        }
        $0.fields = .with { $0.paths = ["expert", "first_day", "last_day"] }
      }
      #expect(try await Self.rows(client, [absence]) == [[1, 0, 0]])
      #expect(try await Self.rows(client, [absence]) == [[0, 0, 1]])

      let organisation = Wire.ImportRow.with {
        $0.organisation = .with {
          $0.id = "O"
          $0.name = "Optics"
        }
        $0.fields = .with { $0.paths = ["name"] }
      }
      #expect(try await Self.rows(client, [organisation]) == [[0, 1, 0]])
      #expect(try await Self.rows(client, [organisation]) == [[0, 0, 1]])
    }
  }

  @Test("audits are found again by the reference under which they were submitted")
  func audits() async throws {
    try await withServer { client in
      try await client.makeNetwork()
      func audit(_ reference: String, latest: Wire.Date) -> Wire.ImportRow {
        .with {
          $0.audit = .sample("")
          $0.audit?.reference = reference
          $0.audit?.latest = latest
          $0.fields = .with { $0.paths = ["latest"] }
        }
      }
      let rows = ["a", "b"].map { audit($0, latest: .day(2023, 1, 20)) }
      #expect(try await Self.rows(client, rows) == [[2, 0, 0]])
      #expect(try await Self.rows(client, rows) == [[0, 0, 2]])
      let later = [rows[0], audit("b", latest: .day(2023, 1, 27))]
      #expect(try await Self.rows(client, later) == [[0, 1, 1]])
      let all = try await client.call(Methods.listAudits, .with { $0.reference = "b" })
      #expect(all.audits.map(\.latest) == [.day(2023, 1, 27)])
    }
  }
}
