// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours; `Documentation/decisions` says why each is on.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// `make test` optimises the engine in debug builds as well, which makes its tests and the server three times as fast. Only
/// on request: a package with unsafe flags cannot be depended on.
let optimised: [SwiftSetting] =
    Context.environment["UNKNOT_OPTIMISED_ENGINE"] == "1"
    ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []

/// The engine never waits, so it can also take the calling context's isolation by default.
let engine: [SwiftSetting] = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")] + optimised

extension Target.Dependency {
    /// Elementary functions on numbers.
    static var real: Self { .product(name: "RealModule", package: "swift-numerics") }
}

let package = Package(
    name: "unknot",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Unknot", targets: ["Unknot"]),
        .library(name: "UnknotDynamics", targets: ["UnknotDynamics"]),
        .library(name: "UnknotInference", targets: ["UnknotInference"]),
        .library(name: "UnknotPhysiology", targets: ["UnknotPhysiology"]),
        .executable(name: "unknot", targets: ["UnknotCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(name: "EmbedFilesTool", swiftSettings: strict),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["EmbedFilesTool"]),
        // One generator of random numbers for simulations and tests.
        .target(name: "SeededRandom", swiftSettings: engine),
        .target(name: "UnknotDynamics", swiftSettings: engine),
        .target(name: "UnknotInference", dependencies: [.real], swiftSettings: engine),
        .target(name: "UnknotPhysiology", dependencies: ["UnknotDynamics"], swiftSettings: engine),
        .target(name: "UnknotRecord", swiftSettings: engine),
        .target(
            name: "UnknotAtlas",
            dependencies: ["UnknotRecord"],
            swiftSettings: engine,
            plugins: ["EmbedFiles"]
        ),
        .target(name: "UnknotSafety", dependencies: ["UnknotAtlas", "UnknotRecord", .real], swiftSettings: engine),
        .target(
            name: "UnknotLocator",
            dependencies: ["UnknotAtlas", "UnknotInference", "UnknotRecord", "UnknotSafety", .real],
            swiftSettings: engine
        ),
        .target(
            name: "UnknotCare",
            dependencies: [
                "SeededRandom", "UnknotAtlas", "UnknotDynamics", "UnknotLocator", "UnknotPhysiology", "UnknotRecord",
                "UnknotSafety", .real,
            ],
            swiftSettings: engine
        ),
        .target(name: "UnknotFigure", dependencies: ["UnknotAtlas", "UnknotRecord", .real], swiftSettings: engine),
        .target(
            name: "Unknot",
            dependencies: [
                "UnknotAtlas", "UnknotCare", "UnknotDynamics", "UnknotFigure", "UnknotLocator", "UnknotPhysiology",
                "UnknotRecord", "UnknotSafety",
            ],
            swiftSettings: engine
        ),
        .target(
            name: "UnknotEvaluation",
            dependencies: ["SeededRandom", "Unknot", "UnknotInference", .real],
            swiftSettings: strict
        ),
        .target(name: "UnknotJournal", dependencies: ["SeededRandom", "UnknotRecord"], swiftSettings: strict),
        .target(name: "UnknotJournalSQL", dependencies: ["UnknotJournal", "UnknotRecord"], swiftSettings: strict),
        .target(
            name: "UnknotJournalSQLite",
            dependencies: ["UnknotJournal", "UnknotJournalSQL", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(
            name: "UnknotJournalPostgres",
            dependencies: [
                "CPostgres", "UnknotJournal", "UnknotJournalSQL", .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "UnknotExchange",
            dependencies: ["UnknotJournal", "UnknotRecord", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),
        .target(
            name: "UnknotAccounts",
            dependencies: [
                "UnknotJournal", "UnknotRecord",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .systemLibrary(
            name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(
            name: "UnknotWeb",
            dependencies: [
                "CQRencode", "CZlib", "Unknot", "UnknotAccounts", "UnknotExchange", "UnknotJournal", "UnknotRecord",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            // Router middleware would no longer match the library's protocol under the engine's settings.
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        .executableTarget(
            name: "UnknotCLI",
            dependencies: [
                "Unknot", "UnknotAccounts", "UnknotEvaluation", "UnknotExchange", "UnknotJournal",
                "UnknotJournalPostgres", "UnknotJournalSQLite", "UnknotRecord", "UnknotWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotDynamicsTests",
            dependencies: ["SeededRandom", "UnknotDynamics", .product(name: "Numerics", package: "swift-numerics")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotPhysiologyTests",
            dependencies: [
                "SeededRandom", "UnknotDynamics", "UnknotPhysiology",
                .product(name: "Numerics", package: "swift-numerics"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotInferenceTests",
            dependencies: ["SeededRandom", "UnknotInference", .product(name: "Numerics", package: "swift-numerics")],
            swiftSettings: strict
        ),
        .testTarget(name: "UnknotRecordTests", dependencies: ["SeededRandom", "UnknotRecord"], swiftSettings: strict),
        .testTarget(
            name: "UnknotAtlasTests", dependencies: ["SeededRandom", "UnknotAtlas", "UnknotRecord"],
            swiftSettings: strict),
        .testTarget(
            name: "UnknotFigureTests",
            dependencies: ["UnknotAtlas", "UnknotFigure", "UnknotRecord"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotSafetyTests",
            dependencies: ["SeededRandom", "UnknotAtlas", "UnknotRecord", "UnknotSafety"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotLocatorTests",
            dependencies: ["SeededRandom", "Unknot", "UnknotInference", "UnknotLocator"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotCareTests",
            dependencies: ["SeededRandom", "Unknot", "UnknotCare", "UnknotLocator", .real],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotEvaluationTests",
            dependencies: ["SeededRandom", "Unknot", "UnknotEvaluation"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UnknotJournalTests", dependencies: ["SeededRandom", "UnknotJournal", "UnknotRecord"],
            swiftSettings: strict),
        // One suite of conformance tests for both databases, SQLite files and a private PostgreSQL.
        .testTarget(
            name: "UnknotJournalStoreTests",
            dependencies: [
                "SeededRandom", "UnknotCLI", "UnknotJournal", "UnknotJournalPostgres", "UnknotJournalSQL",
                "UnknotJournalSQLite", "UnknotRecord",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "UnknotExchangeTests",
            dependencies: ["SeededRandom", "UnknotExchange", "UnknotJournal", "UnknotJournalSQLite", "UnknotRecord"],
            swiftSettings: strict),
        .testTarget(
            name: "UnknotAccountsTests",
            dependencies: ["SeededRandom", "UnknotAccounts", "UnknotJournal", "UnknotJournalSQLite", "UnknotRecord"],
            swiftSettings: strict),
        .testTarget(
            name: "UnknotCLITests", dependencies: ["Unknot", "UnknotCLI", "UnknotJournal"], swiftSettings: strict),
        .testTarget(
            name: "UnknotWebTests",
            dependencies: [
                "SeededRandom", "CZlib", "Unknot", "UnknotAccounts", "UnknotExchange", "UnknotJournal",
                "UnknotJournalSQLite", "UnknotRecord", "UnknotWeb",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
