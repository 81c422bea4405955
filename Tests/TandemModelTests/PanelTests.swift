import TandemModel
import Testing

@Suite("Seats, relations, waivers and costs")
struct PanelTests {
  private func expert(_ text: String) throws -> ExpertID { try #require(ExpertID(text)) }

  @Test("seats hold one or two different experts in the order of their ids")
  func seats() throws {
    let (one, two, three) = (try expert("E1"), try expert("E2"), try expert("E3"))
    #expect(Seats([two, one])?.experts == [one, two])
    #expect(Seats([two, one]) == Seats([one, two]))
    #expect(Seats([one]) == Seats(one))
    #expect(Seats([ExpertID]()) == nil)
    #expect(Seats([one, one]) == nil)
    #expect(Seats([one, two, three]) == nil)
  }

  @Test("seats are ordered by their experts, the first one first")
  func seatOrder() throws {
    let (one, two, three) = (try expert("E1"), try expert("E2"), try expert("E3"))
    let ordered = [
      Seats(one), try #require(Seats([one, two])), try #require(Seats([three, one])), Seats(two),
    ]
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test("a relation is between two different experts, whichever comes first")
  func relations() throws {
    let (one, two) = (try expert("E1"), try expert("E2"))
    #expect(Relation(two, one) == Relation(one, two))
    #expect(Relation(two, one)?.one == one)
    #expect(Relation(two, one)?.other == two)
    #expect(Relation(one, one) == nil)
  }

  @Test("a waiver knows its rule and whom it is for")
  func waivers() throws {
    let (one, two) = (try expert("E1"), try expert("E2"))
    #expect(Waiver.expert(.interest, one).rule == .interest)
    #expect(Waiver.expert(.interest, one).experts == [one])
    #expect(Waiver.pair(.related, one, two).experts == [one, two])
    #expect(Waiver.panel(.noLead).experts == [])
    #expect(Waiver.window(days: 3).rule == .window)
    #expect(Waiver.ofExpert.isDisjoint(with: Waiver.ofPair.union(Waiver.ofPanel)))
  }

  @Test("each cost row has a weight of its own")
  func costs() {
    var costs = Costs()
    for (weight, row) in Costs.Row.allCases.enumerated() { costs[row] = weight + 1 }
    for (weight, row) in Costs.Row.allCases.enumerated() { #expect(costs[row] == weight + 1) }
    let same = Costs { row in costs[row] }
    #expect(same == costs)
    #expect(Costs.Row.allCases.count == 12)
  }

  @Test("a fault is told with its place, many one a line")
  func faults() {
    let faults = Faults([Fault(at: "/a", "is wrong"), Fault(at: "", "too")])
    #expect(faults.description == "/a: is wrong\n: too")
  }
}
