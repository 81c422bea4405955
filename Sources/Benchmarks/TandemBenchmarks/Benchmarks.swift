import Benchmark
import Foundation
import TandemModel
import TandemNames
import TandemNetwork

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], maxDuration: .seconds(5), maxIterations: 1_000)

  // Goal: a median under 1 ms.
  Benchmark("Rank the best 10 panels: 200 experts, a window of 90 days") { benchmark in
    let network = try await OptoNet.network()
    let snapshot = network.snapshot
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try OptoNet.best(10, in: snapshot))
    }
  }

  Benchmark("The same, first time after a write") { benchmark in
    let network = try await OptoNet.network()
    let snapshot = try await OptoNet.write(1, to: network)
    benchmark.startMeasurement()
    blackHole(try OptoNet.best(10, in: snapshot))
    benchmark.stopMeasurement()
  }

  // Goal: under 20 ms.
  Benchmark("Why not, of 200 experts at once: a window of 90 days") { benchmark in
    let auditCase = try await OptoNet.auditCase()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(auditCase.whyNotEach()) }
  }

  // Goal: under 200 ms.
  Benchmark("Relaxations in full of an audit that nobody can lead") { benchmark in
    let auditCase = try await OptoNet.auditCase { $0.lead = [] }
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(auditCase.relaxations()) }
  }

  // Goal: under 1 ms.
  Benchmark("What one new interest breaks among 1,000 panels") { benchmark in
    let outcome = try await OptoNet.interest(among: 1_000)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(outcome.effects(on: OptoNet.moment.today)) }
    // What follows is that a network of 1,000 audits is let go of.
    benchmark.stopMeasurement()
  }

  // Goal: under 5 µs for one.
  Benchmark("Check the right of 1,000 calls, among 1,000 tokens") { benchmark in
    let (admission, metadata) = try await Access.admission(tokens: 1_000)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for _ in 0..<1_000 { blackHole(try admission.caller(metadata, OptoNet.moment)) }
    }
  }

  // Goal: under 20 ms.
  Benchmark("Resolve 100 names against 20,000 organisations") { benchmark in
    let organisations = try Names.organisations(20_000)
    let queries = try Names.queries(100, about: organisations)
    let index = NameIndex(organisations)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for query in queries { blackHole(index.resolve(query)) }
    }
    // To let go of the index takes longer than to resolve.
    benchmark.stopMeasurement()
    blackHole(index)
  }

  // Goal: under 40 MB more than before.
  Benchmark(
    "Index the names of 20,000 organisations",
    configuration: .init(metrics: [.wallClock, .peakMemoryResidentDelta], maxIterations: 3)
  ) { benchmark in
    let organisations = try Names.organisations(20_000)
    benchmark.startMeasurement()
    let index = NameIndex(organisations)
    benchmark.stopMeasurement()
    blackHole(index)
  }

  // Goal: under 300 ms.
  Benchmark(
    "Import a network of 200 experts into SQLite", configuration: .init(maxIterations: 20)
  ) { benchmark in
    let directory = TemporaryDirectory()
    let network = try OptoNet.emptyNetwork(in: directory)
    benchmark.startMeasurement()
    try await OptoNet.importAll(into: network)
    benchmark.stopMeasurement()
  }

  // Goal: 50 % or more. The second ratio is the stricter one: how often the disk was waited for, with as
  // many records each time as the writer had by then.
  let acknowledged = BenchmarkMetric.custom(
    "Writes: % of plain SQLite's commits", polarity: .prefersLarger)
  let ratio = BenchmarkMetric.custom("Commits: % of plain SQLite's", polarity: .prefersLarger)
  let commits = BenchmarkMetric.custom("Commits per second", polarity: .prefersLarger)
  let writes = BenchmarkMetric.custom("Writes per second", polarity: .prefersLarger)
  for (name, makeLoad) in [
    ("64 clients in the process", Load.inProcess), ("64 clients over gRPC", Load.overGRPC),
  ] {
    Benchmark(
      "Durable writes of \(name)",
      configuration: .init(
        metrics: [.wallClock, acknowledged, ratio, commits, writes], maxDuration: .seconds(30),
        maxIterations: 5)
    ) { benchmark in
      // The disk's speed drifts: plain SQLite is measured between two loads.
      let load = try await makeLoad()
      let plain = try PlainSQLite.commitsPerSecond(
        records: load.recordsPerCommit, of: load.bytesPerRecord)
      let again = try await makeLoad()
      let mean = (load.commitsPerSecond + again.commitsPerSecond) / 2
      let meanWrites = (load.writesPerSecond + again.writesPerSecond) / 2
      benchmark.measurement(acknowledged, Int((100 * meanWrites / plain).rounded()))
      benchmark.measurement(ratio, Int((100 * mean / plain).rounded()))
      benchmark.measurement(commits, Int(load.commitsPerSecond))
      benchmark.measurement(writes, Int(load.writesPerSecond))
    }
  }

  // Goals: a start under 1 s, lists under 10 ms.
  let start = BenchmarkMetric.custom("Start (ms)", polarity: .prefersSmaller)
  let lists = History.calls.map {
    BenchmarkMetric.custom("\($0), its median (us)", polarity: .prefersSmaller)
  }
  let plan = BenchmarkMetric.custom("The next year's plan, proven (ms)", polarity: .prefersSmaller)
  let size = BenchmarkMetric.custom("Records", polarity: .prefersSmaller)
  Benchmark(
    "Twenty years of 120 audits",
    configuration: .init(
      metrics: [start, plan, size] + lists, maxDuration: .seconds(600), maxIterations: 1)
  ) { benchmark in
    let history = try await History.measured()
    benchmark.measurement(start, Int(history.start / .milliseconds(1)))
    for (list, took) in zip(lists, history.lists) {
      benchmark.measurement(list, Int(took / .microseconds(1)))
    }
    benchmark.measurement(plan, Int(history.plan / .milliseconds(1)))
    benchmark.measurement(size, history.records)
  }

  // Goal: served calls' p99 under 50 ms.
  let calm = BenchmarkMetric.custom("Calls' p99 before (us)", polarity: .prefersSmaller)
  let stormy = BenchmarkMetric.custom("Calls' p99 during (us)", polarity: .prefersSmaller)
  let handshakes = BenchmarkMetric.custom("Handshakes per second", polarity: .prefersLarger)
  Benchmark(
    "TLS handshake storm: 200 a second",
    configuration: .init(
      metrics: [calm, stormy, handshakes], maxDuration: .seconds(30), maxIterations: 3)
  ) { benchmark in
    let storm = try await HandshakeStorm.measured()
    benchmark.measurement(calm, Int(storm.calmPercentile99 / .microseconds(1)))
    benchmark.measurement(stormy, Int(storm.percentile99 / .microseconds(1)))
    benchmark.measurement(handshakes, storm.handshakesPerSecond)
  }
}
