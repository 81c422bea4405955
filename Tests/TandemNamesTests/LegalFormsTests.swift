import TandemModel
import TandemNames
import Testing

struct LegalFormsTests {
  private func resolve(_ one: String, _ other: String, _ country: String) throws -> Resolution {
    let index = NameIndex([
      Organisation(
        id: try #require(OrganisationID("a")), names: [try OrganisationName(one)],
        country: Country(country))
    ])
    return index.resolve(try NameQuery(other, country: Country(country)))
  }

  @Test(arguments: [
    ("DE", "GmbH | G.m.b.H. | gGmbH | mbH | Gesellschaft mit beschränkter Haftung | UG"),
    ("DE", "AG | Aktiengesellschaft"), ("DE", "e.V. | e. V. | eV | eingetragener Verein"),
    ("DE", "GmbH & Co. KG | GmbH und Co. KG | GmbH + Co KG"), ("AT", "Ges.m.b.H. | GesmbH | GmbH"),
    ("CH", "SA | AG | S.A."), ("FR", "SARL | S.à r.l. | S.A.R.L. | SAS | S.A.S."),
    ("BE", "ASBL | VZW | A.S.B.L. | vzw/asbl"), ("BE", "NV | SA | N.V. | SA/NV"),
    ("NL", "B.V. | BV | Besloten Vennootschap"), ("IT", "S.r.l. | Srl | S.R.L. | SRL | s. r. l."),
    ("IT", "S.p.A. | SpA | Spa | Società per azioni"), ("IT", "S.c.a r.l. | Soc. Cons. a r.l."),
    ("ES", "S.L. | SL | Sociedad Limitada | S.L.U."), ("ES", "S.A. | Sociedad Anónima | S.A.U."),
    ("PT", "Lda | Lda. | Limitada"), ("GB", "Ltd | Ltd. | Limited"), ("GB", "plc | P.L.C."),
    ("IE", "Ltd | Teoranta"), ("DK", "A/S | AS"), ("DK", "ApS | Anpartsselskab"),
    ("SE", "AB | Aktiebolag"), ("NO", "AS | A/S | Aksjeselskap"), ("FI", "Oy | Osakeyhtiö | Oy Ab"),
    ("FI", "ry | r.y. | rekisteröity yhdistys"), ("IS", "ehf. | ehf"), ("EE", "OÜ | osaühing"),
    ("LV", "SIA | sabiedrība ar ierobežotu atbildību"), ("LT", "UAB | uždaroji akcinė bendrovė"),
    ("PL", "Sp. z o.o. | sp.z o.o. | SP. Z O.O. | Spółka z ograniczoną odpowiedzialnością"),
    ("PL", "S.A. | Spółka Akcyjna"), ("CZ", "s.r.o. | spol. s r.o. | s. r. o."),
    ("CZ", "a.s. | akciová společnost"), ("CZ", "z.s. | zapsaný spolek"),
    ("SK", "s.r.o. | spol. s r. o."),
    ("HU", "Kft. | Kft | Korlátolt Felelősségű Társaság"),
    ("HU", "Zrt. | zártkörűen működő részvénytársaság"),
    ("RO", "SRL | S.R.L."), ("SI", "d.o.o. | d. o. o. | doo"), ("HR", "d.d. | dioničko društvo"),
    ("BG", "ООД | OOD | ЕООД"), ("BG", "АД | AD"), ("GR", "Α.Ε. | ΑΕ | AE | Ανώνυμη Εταιρεία"),
    ("GR", "ΕΠΕ | Ε.Π.Ε. | E.P.E."), ("RS", "д.о.о. | doo | d.o.o."),
    ("TR", "A.Ş. | AŞ | Anonim Şirketi"),
    ("UA", "ТОВ | Товариство з обмеженою відповідальністю"),
  ])
  func `Ways to write a form are one form, and a name without it is the same name`(
    country: String, forms: String
  ) throws {
    let names =
      forms.split(separator: " | ").map { "Nordlicht Zephir \($0)" } + ["Nordlicht Zephir"]
    for one in names {
      for other in names {
        guard case .linked = try resolve(one, other, country) else {
          Issue.record("\(one) | \(other)")
          continue
        }
      }
    }
  }

  @Test(arguments: [
    ("UAB Zephir", "Zephir"), ("AB Zephir", "Zephir"), ("SIA Zephir", "Zephir"),
    ("OÜ Zephir", "Zephir"), ("ТОВ Зефір", "Зефір"), ("S.C. Zephir S.R.L.", "Zephir"),
    ("ЕТ Зефир", "Зефир"),
  ])
  func `Some forms stand in front`(one: String, other: String) throws {
    guard case .linked = try resolve(one, other, "LT") else {
      Issue.record("\(one) | \(other)")
      return
    }
  }

  @Test(arguments: [
    ("DP World", "World"), ("AT & S", "S"), ("SAS Institute", "Institute"), ("JP Optik", "Optik"),
    ("Nordlicht EPIC", "Nordlicht"), ("MB Nordlicht", "Nordlicht"), ("Optik A", "Optik B"),
    ("Werk 1", "Werk 2"), ("Werk II", "Werk III"), ("Nordlicht GmbH", "Nordlicht e.V."),
    ("Nordlicht GmbH", "Nordlicht GmbH & Co. KG"), ("Nordlicht Oy", "Nordlicht Oyj"),
  ])
  func `What only looks like a form, and another form, does not link`(one: String, other: String)
    throws
  {
    if case .linked(_, let reason) = try resolve(one, other, "DE") {
      Issue.record("\(one) | \(other): \(reason)")
    }
  }

  @Test(arguments: [
    ("Nordlicht GmbH", "DE", "Nordlicht Ltd", "GB", false),
    ("Nordlicht AG", "DE", "Nordlicht AG", "CH", true),
    ("Nordlicht GmbH", "DE", "Nordlicht", "GB", true),
  ])
  func `A form of another country's tells a sister of the same name apart`(
    one: String, country: String, other: String, elsewhere: String, isDoubted: Bool
  ) throws {
    let index = NameIndex([
      Organisation(
        id: try #require(OrganisationID("a")), names: [try OrganisationName(one)],
        country: Country(country))
    ])
    let found = index.resolve(try NameQuery(other, country: Country(elsewhere)))
    #expect((found != .new) == isDoubted)
  }
}
