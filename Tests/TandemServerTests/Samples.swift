import Foundation
import TandemClient
import TandemProtocol

extension Wire.Expert {
  /// Someone in Austria who may serve on every audit in Germany.
  static func sample(_ id: String) -> Wire.Expert {
    .with {
      $0.id = id
      $0.name = "Name of \(id)"
      $0.email = "of\(id)@example.org"
      $0.country = "AT"
      $0.languages = [
        .with {
          $0.language = "de"
          $0.level = "C2"
        }
      ]
      $0.accredited = ["bronze", "silver"]
      $0.lead = ["silver"]
      $0.maxAudits = 5
    }
  }
}

extension Wire.Audit {
  /// A silver audit of the cluster C in Germany: two experts, one day.
  static func sample(_ id: String) -> Wire.Audit {
    .with {
      $0.id = id
      $0.cluster = "C"
      $0.country = "DE"
      $0.label = "silver"
      $0.languages = ["de"]
      $0.members = ["M1", "M2"]
      $0.earliest = .day(2023, 1, 9)
      $0.latest = .day(2023, 1, 20)
    }
  }
}

extension Wire.Date {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Wire.Date {
    .with {
      $0.year = year
      $0.month = month
      $0.day = day
    }
  }
}

extension TandemClient {
  /// Makes a network of the experts E1 to E4, the admitted audit A1 of the cluster C, an interest I1 of
  /// E1 in the organisation O, a relation R1 of E1 and E2 and an absence B1 of E1.
  func makeNetwork() async throws {
    _ = try await call(
      Methods.setTravel,
      .with {
        $0.legs = [("AT", "DE"), ("DE", "AT")].map { home, country in
          .with {
            $0.home = home
            $0.country = country
            $0.units = 3
          }
        }
      })
    for id in ["E1", "E2", "E3", "E4"] {
      _ = try await call(Methods.createExpert, .with { $0.expert = .sample(id) })
    }
    _ = try await call(Methods.submitAudit, .with { $0.audit = .sample("A1") })
    _ = try await call(Methods.admitAudit, .with { $0.id = "A1" })
    _ = try await call(
      Methods.createOrganisation, .with { $0.organisation = .with { $0.id = "O" } })
    _ = try await declare("I1", of: "E1", in: "O")
    _ = try await call(
      Methods.createRelation,
      .with {
        $0.relation = .with {
          $0.id = "R1"
          $0.experts = ["E1", "E2"]
        }
      })
    _ = try await call(
      Methods.createAbsence,
      .with {
        $0.absence = .with {
          $0.id = "B1"
          $0.expert = "E1"
          $0.firstDay = .day(2023, 6, 1)
          $0.lastDay = .day(2023, 6, 2)
        }
      })
  }

  /// Declares an employment that lasts.
  func declare(
    _ id: String, of expert: String, in organisation: String
  ) async throws -> Wire.CreateInterestResponse {
    try await call(
      Methods.createInterest,
      .with {
        $0.interest = .with {
          $0.id = id
          $0.expert = expert
          $0.organisation = organisation
          $0.kind = "employment"
        }
      })
  }

  /// The newest revision.
  func revision() async throws -> Int {
    try await call(Methods.getServerInfo, .init()).revision
  }
}

/// The bytes of one of the shared problems.
func sharedInstance(_ name: String) throws -> [UInt8] {
  let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/instances")
  return Array(try Data(contentsOf: shared.appending(path: "\(name).json")))
}
