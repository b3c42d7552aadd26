// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "unknot-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "unknot", path: "..")],
    targets: [
        .systemLibrary(name: "CSundials", providers: [.apt(["libsundials-dev"])]),
        .executableTarget(
            name: "FairTestBenchmarks",
            dependencies: [.product(name: "Unknot", package: "unknot")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .treatAllWarnings(as: .error),
            ]
        ),
        .executableTarget(
            name: "KnotBenchmarks",
            dependencies: ["CSundials", .product(name: "Unknot", package: "unknot")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .treatAllWarnings(as: .error),
            ]
        ),
        .executableTarget(
            name: "UnknotBenchmarks",
            dependencies: [
                .product(name: "Unknot", package: "unknot"),
                .product(name: "UnknotInference", package: "unknot"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
