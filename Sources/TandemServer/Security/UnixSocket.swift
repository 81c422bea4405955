import Foundation

/// A Unix socket that only its owner may speak to.
struct UnixSocket: Sendable {
  private static let backlog = Int32(256)

  let path: String

  /// A socket that is listened on.
  struct Listening: Sendable {
    /// Whoever takes it closes it.
    let descriptor: Int
    fileprivate let path: String
    fileprivate let file: FileIdentity

    /// Removes the socket from its directory, unless another has taken its place.
    func remove() {
      guard FileIdentity(path) == file else { return }
      unlink(path)
    }
  }

  /// Listens with mode 0600; a socket that a server left behind is replaced.
  ///
  /// Throws ``ListenError`` when somebody listens there, or the path is something else or too long.
  func listen() throws(ListenError) -> Listening {
    let address = try address()
    try removeStale(address)
    let descriptor = try open()
    do throws(ListenError) {
      guard address.with(bind, descriptor) == 0 else { throw failed("bind", errno) }
      // Before it is listened on nobody can connect, so it is never open to others.
      guard chmod(path, 0o600) == 0 else { throw failed("chmod", errno) }
      guard Foundation.listen(descriptor, Self.backlog) == 0 else { throw failed("listen", errno) }
      guard let file = FileIdentity(path) else { throw failed("stat", errno) }
      return Listening(descriptor: Int(descriptor), path: path, file: file)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private func removeStale(_ address: SocketPath) throws(ListenError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw refused("there is something else of that name; remove it, or name another path")
    }
    let descriptor = try open()
    defer { close(descriptor) }
    guard address.with(connect, descriptor) != 0 else {
      throw refused("a server listens there; stop it, or name another path")
    }
    guard errno == ECONNREFUSED else { throw failed("connect", errno) }
    guard unlink(path) == 0 || errno == ENOENT else { throw failed("unlink", errno) }
  }

  private func open() throws(ListenError) -> Int32 {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw failed("socket", errno) }
    return descriptor
  }

  private func address() throws(ListenError) -> SocketPath {
    guard let address = SocketPath(path) else {
      throw refused(
        "the path has more than \(SocketPath.mostBytes) bytes, the most that a Unix socket may have"
      )
    }
    return address
  }

  private func failed(_ call: String, _ code: Int32) -> ListenError {
    refused("\(call): \(String(cString: strerror(code))); name a path in a directory of your own")
  }

  private func refused(_ why: String) -> ListenError { ListenError("unix:\(path)", because: why) }
}

/// Which file a path leads to.
private struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64

  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

/// A path as the system's calls take it.
private struct SocketPath {
  static let mostBytes = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  private var address = sockaddr_un()

  init?(_ path: String) {
    let bytes = Array(path.utf8)
    guard bytes.count <= Self.mostBytes, !bytes.contains(0) else { return nil }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  }

  /// Calls `bind` or `connect`, which take the address by a pointer to its general kind.
  func with(
    _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ descriptor: Int32
  ) -> Int32 {
    withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
