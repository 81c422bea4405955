import Testing

@testable import TandemJournal

@Suite("The chain")
struct ChainTests {
  private func walk(_ records: [Record], expecting expected: Head? = nil) throws(JournalError)
    -> Head
  {
    var chain = Chain(expecting: expected)
    for record in records { try chain.follow(record) }
    try chain.finish()
    return chain.head
  }

  private func damage(_ records: [Record]) -> JournalError.Kind? {
    do throws(JournalError) {
      _ = try walk(records)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test("a chain is walked to its head, an empty one stays at genesis", arguments: [0, 1, 9])
  func whole(count: Int) throws {
    let records = try chain(of: count)
    #expect(try walk(records) == records.last?.head ?? .genesis)
  }

  @Test("a record that is removed is missed at its revision", arguments: 1...8)
  func removed(revision: Int) throws {
    var records = try chain(of: 9)
    records.remove(at: revision - 1)
    #expect(damage(records) == .damaged(revision))
  }

  @Test("a record that stands twice is found after the first", arguments: 1...9)
  func duplicated(revision: Int) throws {
    var records = try chain(of: 9)
    records.insert(records[revision - 1], at: revision)
    #expect(damage(records) == .damaged(revision + 1))
  }

  @Test("two records that change places are found at the first", arguments: 1...8)
  func swapped(revision: Int) throws {
    var records = try chain(of: 9)
    records.swapAt(revision - 1, revision)
    #expect(damage(records) == .damaged(revision))
  }

  @Test("a record made anew in its place is found at the next", arguments: 1...8)
  func rewritten(revision: Int) throws {
    var records = try chain(of: 9)
    var fields = Fields(records[revision - 1])
    fields.time += 1
    records[revision - 1] = try fields.next(
      after: revision == 1 ? .genesis : records[revision - 2].head)
    #expect(damage(records) == .damaged(revision + 1))
  }

  @Test("a head that was noted down is found anywhere in the chain", arguments: 0...9)
  func expected(revision: Int) throws {
    let records = try chain(of: 9)
    let head = revision == 0 ? .genesis : records[revision - 1].head
    #expect(try walk(records, expecting: head) == records.last?.head)
  }

  @Test("a head with another hash is unexpected, wherever it stands", arguments: 0...9)
  func otherHash(revision: Int) throws {
    let head = Head(revision: revision, hash: Hash(of: Array("other".utf8)))
    let error = #expect(throws: JournalError.self) { try walk(chain(of: 9), expecting: head) }
    #expect(error?.kind == .unexpected(head))
    #expect(error?.description.contains("was changed") == true)
  }

  @Test("a chain that ends before the head that was noted down says so")
  func shorter() throws {
    let records = try chain(of: 9)
    let error = #expect(throws: JournalError.self) {
      try walk(Array(records.dropLast()), expecting: records[8].head)
    }
    #expect(error?.kind == .unexpected(records[8].head))
    #expect(error?.description.contains("ends at revision 8") == true)
  }

  @Test("a walk goes on from the head it is given")
  func goesOn() throws {
    let records = try chain(of: 5)
    var chain = Chain(from: records[2].head)
    try chain.follow(records[3])
    #expect(chain.head == records[3].head)
  }
}
