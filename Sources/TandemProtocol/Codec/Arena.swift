import CProtobufC

/// Memory for the C structs of one message, given back as a whole.
final class Arena {
  /// Enough for every C type, in bytes.
  static let alignment = 16

  private static let smallestBlock = 4_096
  private static let largestBlock = 1_048_576

  private let limit: Int
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  /// How much of the last block is handed out, in bytes.
  private var taken = 0

  /// What was handed out, in bytes.
  private(set) var used = 0
  /// Whether C asked for more than the limit.
  private(set) var isExhausted = false

  /// - Parameter limit: What C may be given, in bytes.
  init(limit: Int = .max) {
    self.limit = limit
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Memory of a size in bytes, not cleared, that lives as long as the arena.
  func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let size = max(size, 1).roundedUp(to: Self.alignment)
    used += size
    if let block = blocks.last, let start = block.baseAddress, block.count - taken >= size {
      defer { taken += size }
      return start + taken
    }
    let next = min(max(Self.smallestBlock, 2 * (blocks.last?.count ?? 0)), Self.largestBlock)
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(size, next), alignment: Self.alignment)
    blocks.append(block)
    taken = size
    guard let start = block.baseAddress else { preconditionFailure("an empty block") }
    return start
  }

  /// Calls `body` with the arena as C's allocator: nothing is freed before the arena is, and over
  /// the limit nothing is allocated.
  func withAllocator<Result>(
    _ body: (UnsafeMutablePointer<ProtobufCAllocator>) -> Result
  ) -> Result {
    withExtendedLifetime(self) {
      var allocator = ProtobufCAllocator(
        alloc: { arena, size in
          guard let arena else { return nil }
          return Unmanaged<Arena>.fromOpaque(arena).takeUnretainedValue().allocateWithin(size)
        },
        free: { _, _ in },
        allocator_data: Unmanaged.passUnretained(self).toOpaque())
      return body(&allocator)
    }
  }

  private func allocateWithin(_ size: Int) -> UnsafeMutableRawPointer? {
    guard size <= limit - used else {
      isExhausted = true
      return nil
    }
    return allocate(size)
  }
}

extension Int {
  fileprivate func roundedUp(to multiple: Int) -> Int {
    (self + multiple - 1) / multiple * multiple
  }
}
