import TandemModel

/// The experts of a problem by their positions, with what rules and costs ask of them in columns: each
/// word of theirs (a country, a language, a label) is looked up once, not once for every audit.
struct Roster: Sendable {
  let records: [ExpertRecord]
  /// Where each lives, as a position in `countries`.
  let homes: [Int32]
  let countries: [Country]
  /// For each language that an audit asks for, each expert's level, 0 where they do not speak it.
  let levels: [Language: [UInt8]]
  /// For each label, the experts accredited for it, ascending.
  let accredited: [Label: [Int32]]
  /// For each label, whether each expert may lead it.
  let leads: [Label: [Bool]]
  /// The sectors of each expert as bits, `sectorWords` words an expert.
  let sectors: [UInt64]
  let sectorWords: Int
  let sectorNumbers: [Sector: Int]
  /// The audits that each can take on.
  let capacities: [Int]
  let priorLoads: [Int]
  /// For each length of an audit, the starts on which no absence bars an expert, as bits of `span`;
  /// `spanWords` words an expert.
  let freeStarts: [Int: [UInt64]]
  let spanWords: Int
  /// The first start that any audit can have.
  let firstDay: Day
  /// For each group, who holds an interest in it.
  let holders: [OrganisationID: [Int32]]
  /// For each cluster, who served on an audit of it.
  let servedOn: [OrganisationID: [Int32]]
  /// For each expert, the groups of their interests as numbers, ascending.
  let groups: [[Int32]]

  var count: Int { records.count }

  init(_ indexed: IndexedProblem, lengths: Set<Int>, span: ClosedRange<Day>) {
    let problem = indexed.problem
    let records = indexed.records
    self.records = records
    var numbers: [Country: Int32] = [:]
    var countries: [Country] = []
    homes = records.map { record in
      let country = record.expert.country
      if let number = numbers[country] { return number }
      let number = Int32(countries.count)
      numbers[country] = number
      countries.append(country)
      return number
    }
    self.countries = countries

    var levels: [Language: [UInt8]] = [:]
    var labels: Set<Label> = []
    var sectorNumbers: [Sector: Int] = [:]
    for audit in problem.audits {
      for language in audit.languages where levels[language] == nil {
        levels[language] = records.map { UInt8($0.expert.languages[language]?.rawValue ?? 0) }
      }
      labels.insert(audit.label)
      for sector in audit.sectors where sectorNumbers[sector] == nil {
        sectorNumbers[sector] = sectorNumbers.count
      }
    }
    self.levels = levels
    var accredited: [Label: [Int32]] = [:]
    var leads: [Label: [Bool]] = [:]
    for label in labels {
      accredited[label] = records.indices.filter {
        NotAccreditedBreach.isAccredited(records[$0].expert, for: label)
      }.map(Int32.init)
      leads[label] = records.map { $0.expert.lead.contains(label) }
    }
    self.accredited = accredited
    self.leads = leads
    let sectorWords = max(1, (sectorNumbers.count + 63) / 64)
    var sectors = Array(repeating: UInt64(0), count: records.count * sectorWords)
    for (position, record) in records.enumerated() {
      for sector in record.expert.sectors {
        guard let number = sectorNumbers[sector] else { continue }
        sectors[position * sectorWords + number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    self.sectors = sectors
    self.sectorWords = sectorWords
    self.sectorNumbers = sectorNumbers
    capacities = records.map(\.expert.maxAudits)
    priorLoads = records.map(\.expert.priorLoad)
    (freeStarts, spanWords) = Self.freeStarts(of: records, lengths: lengths, span: span)
    firstDay = span.lowerBound
    (holders, groups) = Self.interests(of: records)
    var servedOn: [OrganisationID: [Int32]] = [:]
    for (position, record) in records.enumerated() {
      for row in record.served {
        servedOn[problem.history[row].cluster, default: []].append(Int32(position))
      }
    }
    self.servedOn = servedOn
  }

  private static func freeStarts(
    of records: [ExpertRecord], lengths: Set<Int>, span: ClosedRange<Day>
  ) -> ([Int: [UInt64]], words: Int) {
    let dayCount = span.lowerBound.days(to: span.upperBound) + 1
    let full = DayBits(full: dayCount).words
    // One word more, so that a slice may always read the word after its last one.
    let words = full.count + 1
    var freeStarts: [Int: [UInt64]] = [:]
    for length in lengths {
      var rows: [UInt64] = []
      rows.reserveCapacity(records.count * words)
      for record in records {
        var free = DayBits(words: full)
        for absence in record.absences {
          let barred = UnavailableBreach.startsBarred(by: absence, lasting: length)
          let first = max(0, span.lowerBound.days(to: barred.lowerBound))
          let end = min(dayCount, span.lowerBound.days(to: barred.upperBound) + 1)
          if first < end { free.remove(first..<end) }
        }
        rows += free.words
        rows.append(0)
      }
      freeStarts[length] = rows
    }
    return (freeStarts, words)
  }

  private static func interests(
    of records: [ExpertRecord]
  ) -> (holders: [OrganisationID: [Int32]], groups: [[Int32]]) {
    var holders: [OrganisationID: [Int32]] = [:]
    var numbers: [OrganisationID: Int32] = [:]
    let groups = records.enumerated().map { position, record in
      var own: Set<Int32> = []
      for held in record.interests {
        let number = numbers[held.group] ?? Int32(numbers.count)
        numbers[held.group] = number
        if own.insert(number).inserted {
          holders[held.group, default: []].append(Int32(position))
        }
      }
      return own.sorted()
    }
    return (holders, groups)
  }

  /// Whether two experts have anything in common that a rule or cost row for pairs asks about, apart
  /// from where they live and what they speak: a relation, a group, an audit in the past.
  func haveTies(_ one: Int, _ other: Int) -> Bool {
    let first = records[one]
    let second = records[other]
    if !first.related.isEmpty, first.related.contains(other) { return true }
    return groups[one].sharesElement(with: groups[other])
      || first.served.sharesElement(with: second.served)
  }
}

extension [Int32] {
  /// Whether an element stands in both, which are ascending.
  fileprivate func sharesElement(with other: [Int32]) -> Bool {
    haveCommonElement(self, other)
  }
}

extension [Int] {
  /// Whether an element stands in both, which are ascending.
  fileprivate func sharesElement(with other: [Int]) -> Bool { haveCommonElement(self, other) }
}

private func haveCommonElement<Element: Comparable>(_ one: [Element], _ other: [Element]) -> Bool {
  guard !one.isEmpty, !other.isEmpty else { return false }
  var place = 0
  for element in one {
    while place < other.count, other[place] < element { place += 1 }
    if place == other.count { return false }
    if other[place] == element { return true }
  }
  return false
}
