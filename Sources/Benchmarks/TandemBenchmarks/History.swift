import Foundation
import Logging
import Synchronization
import TandemClient
import TandemJournal
import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol
import TandemSQLite
import TandemServer

/// A network of 200 experts after twenty years of 120 audits, each gone from its request to its label, and
/// with the requests of the next year admitted: how long it takes to start, to answer a list, and to plan.
struct History {
  static let years = 2003...2022
  static let auditsEachYear = 120
  /// The lists that are measured, in this order.
  static let calls = [
    "ListExperts",
    "ListOrganisations",
    "ListOrganisations (clusters)",
    "ListInterests",
    "ListRelations",
    "ListAbsences",
    "ListAudits",
    "ListAudits (admitted)",
    "ListAudits (of a cluster)",
    "ListAssignments",
    "ListOpenAudits",
    "ListLabels",
    "ListDue",
    "ListDoubts",
    "ListExpertDoubts",
    "ListBrokenPanels",
    "ListPublishedPlans",
    "ListTokens",
    "ListPolicyVersions",
    "ListDue (once, after a write)",
    "ListAudits (once, after a write)",
  ]
  private static let clusters = 300
  private static let english = Language("en")

  let records: Int
  let bytes: Int
  let start: Duration
  /// Of each of ``calls``, the median of 31 over gRPC.
  let lists: [Duration]
  let plan: Duration

  static func measured() async throws -> History {
    let directory = TemporaryDirectory()
    let maker = Maker()
    try await maker.makeAll()
    let (records, bytes) = try maker.write(to: directory)
    let configuration = try await ServerConfiguration(
      flags: [
        "listen": "127.0.0.1:0", "data": directory.path, "today": maker.today.description,
      ],
      environment: [:], file: nil)
    let began = ContinuousClock.now
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let server = try Server(
      configuration, admission: .everybody,
      logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
    ) { port.yield($0) }
    let start = began.duration(to: .now)
    let lists = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      guard let number = await ports.first(where: { _ in true }),
        let address = ServerAddress("127.0.0.1:\(number)")
      else { preconditionFailure("the server has no port") }
      let lists = try await TandemClient.connected(to: address) { try await listTimes($0) }
      group.cancelAll()
      return lists
    }
    let problem = try maker.network.snapshot.export(nil, on: maker.today).problem
    let planning = ContinuousClock.now
    let result = try Planner(problem).plan()
    let plan = planning.duration(to: .now)
    precondition(result.plan.optimal, "the plan is not proven")
    return History(records: records, bytes: bytes, start: start, lists: lists, plan: plan)
  }

  private static func listTimes(
    _ client: TandemClient
  ) async throws -> [Duration] {
    var times: [Duration] = []
    func time<Request: Message, Response: Answer>(
      _ method: Method<Request, Response>, _ request: Request
    ) async throws {
      var took: [Duration] = []
      for _ in 0..<31 {
        let began = ContinuousClock.now
        _ = try await client.call(method, request)
        took.append(began.duration(to: .now))
      }
      times.append(took.sorted()[15])
    }
    try await time(Methods.listExperts, .init())
    try await time(Methods.listOrganisations, .init())
    try await time(Methods.listOrganisations, .with { $0.clusters = true })
    try await time(Methods.listInterests, .init())
    try await time(Methods.listRelations, .init())
    try await time(Methods.listAbsences, .init())
    try await time(Methods.listAudits, .init())
    try await time(Methods.listAudits, .with { $0.state = .admitted })
    try await time(Methods.listAudits, .with { $0.cluster = "CL7" })
    try await time(Methods.listAssignments, .with { $0.expert = "E0094" })
    try await time(Methods.listOpenAudits, .with { $0.expert = "E0094" })
    try await time(Methods.listLabels, .init())
    try await time(Methods.listDue, .with { $0.days = 30 })
    try await time(Methods.listDoubts, .init())
    try await time(Methods.listExpertDoubts, .init())
    try await time(Methods.listBrokenPanels, .init())
    try await time(Methods.listPublishedPlans, .init())
    try await time(Methods.listTokens, .init())
    try await time(Methods.listPolicyVersions, .init())
    // What a snapshot keeps goes with it.
    for number in 0..<2 {
      _ = try await client.call(
        Methods.createOrganisation, .with { $0.organisation = .with { $0.id = "NEW-\(number)" } })
      let began = ContinuousClock.now
      if number == 0 {
        _ = try await client.call(Methods.listDue, .with { $0.days = 30 })
      } else {
        _ = try await client.call(Methods.listAudits, .init())
      }
      times.append(began.duration(to: .now))
    }
    return times
  }

  /// Lives the years, in memory.
  private final class Maker: Sendable {
    let network: Network
    private let journal = MemoryJournal()
    private let clock = Clock()
    private let number = Mutex(0)

    init() {
      let clock = clock
      network = Network(journal: journal, replay: Replay(), clock: { _ in clock.now })
    }

    /// The time, which goes on by a second with each look.
    private final class Clock: Sendable {
      private let moment = Mutex(Moment(time: 0, today: day("2003-01-02")))

      var now: Moment {
        moment.withLock {
          $0.time += 1000
          return $0
        }
      }

      func set(_ day: Day) { moment.withLock { $0.today = day } }
    }

    var today: Day { clock.now.today }

    private func run(_ command: Command) async throws {
      let request = number.withLock {
        $0 += 1
        return "\($0)"
      }
      _ = try await network.execute(
        command, RequestIdentity(actor: "clara", id: request, body: []))
    }

    func makeAll() async throws {
      let file = OptoNet.file
      try await run(.importProblem(file, withoutAudits: true))
      // A year that begins a day earlier than the last one finds each word still good.
      var policy = network.snapshot.state.policy
      policy.policy.scheme.interestDays = 400
      try await run(.setPolicy(policy.policy, note: "", readAt: policy.revision))
      let countries = Set(file.problem.experts.map(\.country)).sorted()
      for cluster in 0..<History.clusters {
        var organisation = Organisation(
          id: id(OrganisationID.self, "CL\(cluster)"),
          names: [OrganisationName(checked: "Cluster \(cluster) of its region")])
        organisation.country = countries[cluster % countries.count]
        organisation.isCluster = true
        organisation.members = Set(
          (0..<20).map { id(OrganisationID.self, "CL\(cluster)-M\($0)") })
        try await run(.createOrganisation(organisation))
      }
      for year in History.years { try await live(year, countries) }
      clock.set(day("\(History.years.upperBound + 1)-01-10"))
      for number in 0..<History.auditsEachYear {
        _ = try await request(number, in: History.years.upperBound + 1, countries)
      }
    }

    private func live(_ year: Int, _ countries: [Country]) async throws {
      clock.set(day("\(year)-01-02"))
      for expert in network.snapshot.state.experts.keys.sorted() {
        try await run(.declareInterests(expert))
        let first = day("\(year)-07-01").adding((Int(expert.text.dropFirst()) ?? 0) % 60)
        try await run(
          .createAbsence(
            id(AbsenceID.self, "AB\(year)-\(expert)"),
            Absence(expert: expert, days: first...first.adding(13))))
      }
      for month in 0..<12 {
        let audits = (0..<History.auditsEachYear).filter { $0 % 12 == month }
        let begins = window(month, in: year).lowerBound
        clock.set(begins.adding(-50))
        var panels: [AuditID] = []
        for number in audits {
          let audit = try await request(number, in: year, countries)
          do {
            try await run(.assignPanel(audit, nil, note: ""))
            try await run(.announcePanel(audit))
            panels.append(audit)
          } catch Refusal.noPanel {
            try await run(.withdrawAudit(audit, reason: "nobody is free"))
          }
        }
        clock.set(begins.adding(-40))
        for id in panels {
          try await run(.inviteExperts(id))
          for expert in seats(id) { try await run(.acceptInvitation(id, expert, declaration: 1)) }
        }
        clock.set(window(month, in: year).upperBound)
        for id in panels {
          try await run(.holdAudit(id))
          let scores = Dictionary(uniqueKeysWithValues: Scheme.standard.areas.map { ($0, 85) })
          for expert in seats(id) {
            let report = AuditReport(recommended: true, scores: scores, note: "")
            try await run(.fileReport(id, expert, report))
          }
          try await run(.decideAudit(id, awarded: true, reason: ""))
        }
      }
    }

    private func seats(_ id: AuditID) -> [ExpertID] {
      network.snapshot.state.audits[id]?.seated.sorted() ?? []
    }

    private func window(_ month: Int, in year: Int) -> ClosedRange<Day> {
      let first = day("\(year)-03-01").adding(28 * month)
      return first...first.adding(25)
    }

    private func request(
      _ number: Int, in year: Int, _ countries: [Country]
    ) async throws -> AuditID {
      let total = (year - History.years.lowerBound) * History.auditsEachYear + number
      let cluster = total % History.clusters
      let labels = OptoNet.file.problem.policy.labels.keys.sorted()
      let audit = Audit(
        id: id(AuditID.self, "\(year)-\(1000 + number)"),
        cluster: id(OrganisationID.self, "CL\(cluster)"),
        country: countries[cluster % countries.count], label: labels[total % labels.count],
        languages: [History.english].compactMap(\.self), members: [], sectors: [],
        window: window(number % 12, in: year), priority: 1)
      try await run(.submitAudit(audit, contact: Person(name: "Contact \(cluster)")))
      try await run(.admitAudit(audit.id))
      return audit.id
    }

    /// Writes all records; returns how many, and their events' bytes.
    func write(to directory: TemporaryDirectory) throws -> (records: Int, bytes: Int) {
      let sqlite = try SQLiteJournal(directory: directory.path)
      var records: [Record] = []
      try journal.records { records.append($0) }
      var keys = journal.keys()
      for begin in stride(from: 0, to: records.count, by: 500) {
        try sqlite.append(
          Array(records[begin..<min(begin + 500, records.count)]), keys: keys)
        keys = []
      }
      try sqlite.close()
      return (records.count, records.reduce(0) { $0 + $1.events.count })
    }
  }
}
