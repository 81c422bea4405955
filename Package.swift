// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tandem",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/grpc/grpc-swift-2.git", from: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport.git", from: "2.9.2"),
    // What the transport is built on, for what it leaves to its user: certificates that change while
    // the server runs, why a handshake failed, and how long one may take.
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.40.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV.git", from: "0.10.0"),
    // Its traits replace malloc, which the figures here do not need.
    .package(url: "https://github.com/ordo-one/benchmark.git", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CProtobufC", pkgConfig: "libprotobuf-c", providers: [.apt(["libprotobuf-c-dev"])]),
    .target(name: "CTandemProtos", dependencies: ["CProtobufC"]),
    .target(name: "TandemModel"),
    .systemLibrary(
      name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
    .target(name: "TandemMatching", dependencies: ["TandemModel", "CClp"]),
    .target(name: "CTandemNamesData", exclude: ["Resources"]),
    .target(name: "TandemNames", dependencies: ["TandemModel", "CTandemNamesData"]),
    .target(
      name: "TandemJournal", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "TandemSQLite",
      dependencies: ["TandemJournal", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "TandemNetwork",
      dependencies: [
        "TandemModel", "TandemMatching", "TandemNames", "TandemJournal",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .target(
      name: "TandemProtocol",
      dependencies: ["CTandemProtos", "CProtobufC", "TandemModel", "TandemNames"]),
    .target(
      name: "TandemServer",
      dependencies: [
        "TandemModel", "TandemMatching", "TandemNames", "TandemJournal", "TandemSQLite",
        "TandemNetwork",
        "TandemProtocol",
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOCertificateReloading", package: "swift-nio-extras"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Configuration", package: "swift-configuration"),
      ]),
    .target(
      name: "TandemClient",
      dependencies: [
        "TandemProtocol", "TandemModel",
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
      ]),
    .executableTarget(
      name: "tandemd",
      dependencies: [
        "TandemServer", "TandemJournal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "tandem",
      dependencies: [
        "TandemClient", "TandemMatching", "TandemModel", "TandemProtocol", "TandemNetwork",
        "TandemJournal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ]),
    .executableTarget(
      name: "TandemBenchmarks",
      dependencies: [
        "TandemNetwork", "TandemMatching", "TandemNames", "TandemSQLite", "TandemServer",
        "TandemClient", "NameSamples",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Sources/Benchmarks/TandemBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .testTarget(name: "TandemModelTests", dependencies: ["TandemModel"]),
    .testTarget(
      name: "TandemMatchingTests", dependencies: ["TandemMatching"],
      resources: [.copy("Resources")]),
    // Made-up names, for the tests and the figures.
    .target(name: "NameSamples", path: "Tests/NameSamples"),
    .testTarget(
      name: "TandemNamesTests", dependencies: ["TandemNames", "NameSamples"],
      resources: [.copy("Resources")]),
    .testTarget(name: "TandemJournalTests", dependencies: ["TandemJournal"]),
    .testTarget(name: "TandemSQLiteTests", dependencies: ["TandemSQLite"]),
    .testTarget(
      name: "TandemNetworkTests", dependencies: ["TandemNetwork", "TandemMatching", "TandemNames"]),
    .testTarget(
      name: "TandemProtocolTests", dependencies: ["TandemProtocol"], exclude: ["foreign.py"]),
    .testTarget(
      name: "TandemServerTests",
      dependencies: [
        "TandemServer", "TandemClient", .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.copy("Resources")]),
    .testTarget(
      name: "TandemCLITests",
      dependencies: [
        "tandem", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRPCCore", package: "grpc-swift-2"),
        .product(name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport"),
      ]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["tandem", "tandemd"],
      resources: [.copy("Resources")]),
  ],
  swiftLanguageModes: [.v6]
)

// A warning stops CI, and does not stop whoever is at work.
if Context.environment["CI"] != nil {
  for target in package.targets where ![.system, .plugin].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
