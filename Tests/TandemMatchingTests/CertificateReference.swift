import Foundation
import Testing

@testable import TandemMatching
@testable import TandemModel

/// Asks `../shared/reference/certify.py` about many certificates in one process.
enum CertificateReference {
  /// A certificate of an instance's plan, as files.
  struct Case {
    let instance: String
    let plan: Plan
    let certificate: Certificate
  }

  private static let script = """
    import json, sys
    sys.path.insert(0, sys.argv[1] + "/reference")
    import certify
    from model import Problem, read_plan
    problems = {}
    for line in open(sys.argv[2]):
        name, plan_path, path = line.split()
        if name not in problems:
            problems[name] = Problem.load(f"{sys.argv[1]}/instances/{name}.json")
        p = problems[name]
        try:
            plan, _ = read_plan(plan_path)
            proof = json.load(open(path))
            proved = not p.check(plan) and certify.holds(p, proof["proof"], [], p.objective(plan))
        except Exception:
            proved = False
        print("proved" if proved else "refused")
    """

  /// Whether the reference takes each of them for proven; nil when there is no Python here.
  static func verdicts(on cases: [Case]) throws -> [Bool]? {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tandem-certificates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var list = ""
    for (number, each) in cases.enumerated() {
      let plan = folder.appending(path: "\(number).plan.json")
      let certificate = folder.appending(path: "\(number).certificate.json")
      try Data(each.plan.write()).write(to: plan)
      try Data(each.certificate.write()).write(to: certificate)
      list += "\(each.instance) \(plan.path) \(certificate.path)\n"
    }
    let listFile = folder.appending(path: "list")
    try Data(list.utf8).write(to: listFile)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let shared = FilesInstanceTests.folder.deletingLastPathComponent().path
    process.arguments = ["python3", "-c", script, shared, listFile.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    // 127 is how env says that there is no such program.
    if process.terminationStatus == 127 { return nil }
    #expect(process.terminationStatus == 0)
    return String(decoding: printed, as: UTF8.self).split(separator: "\n").map { $0 == "proved" }
  }
}
