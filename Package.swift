// swift-tools-version: 6.2
import PackageDescription

// Every target is held to the same language; `safe` fences raw pointers into the few targets that wrap C.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
let safe = house + [.strictMemorySafety()]
// Pictures and words in millions: what works on them is optimised in debug builds too, or tests would wait for it.
let busy: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

// Targets stand floor by floor; docs/architecture.md says what each floor may import, scripts/check-layers holds it.
let package = Package(
  name: "sohoa",
  products: [.executable(name: "sohoa", targets: ["sohoa"])],
  dependencies: [
    // Held to a minor version: Commands/Terminal/ParserWording.swift translates its sentences.
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    // Floor 0: C.
    .systemLibrary(
      name: "CTesseract", pkgConfig: "tesseract", providers: [.apt(["libtesseract-dev", "libleptonica-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CTesseractTuning", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CTIFFRows", linkerSettings: [.linkedLibrary("dl")]),

    // Floor 1: the vocabulary.
    .target(name: "DocumentModel", swiftSettings: safe + busy),
    .target(name: "Vietnamese", dependencies: ["CICU"], swiftSettings: house + busy),
    .target(name: "PDFSyntax", dependencies: ["DocumentModel", "CQPDF"], swiftSettings: house),
    .target(name: "Digests", dependencies: ["DocumentModel", "COpenSSL"], swiftSettings: house),
    .target(name: "Grammar", dependencies: ["DocumentModel", "Vietnamese"], swiftSettings: safe),

    // Floor 2: capabilities. None imports another, but for what a recogniser is (over Imaging) and the recognisers themselves.
    .target(
      name: "Intake", dependencies: ["DocumentModel", "Vietnamese", "Digests", "PDFSyntax", subprocess],
      swiftSettings: house),
    .target(
      name: "Imaging", dependencies: ["DocumentModel", "CTesseract", "CTIFFRows", "CZlib"],
      swiftSettings: house + busy),
    .target(name: "Recognition", dependencies: ["DocumentModel", "Imaging"], swiftSettings: safe),
    .target(
      name: "Tesseract", dependencies: ["DocumentModel", "Imaging", "Recognition", "CTesseract", "CTesseractTuning"],
      swiftSettings: house),
    .target(name: "PenFigures", dependencies: ["DocumentModel", "Imaging"], swiftSettings: house + busy),
    .target(name: "Restoration", dependencies: ["DocumentModel", "Vietnamese"], swiftSettings: house + busy),
    .target(name: "Layout", dependencies: ["DocumentModel", "Vietnamese", "Grammar"], swiftSettings: safe),
    .target(name: "Structure", dependencies: ["DocumentModel", "Vietnamese", "Grammar"], swiftSettings: safe),
    .target(name: "Tasks", dependencies: ["DocumentModel", "Vietnamese", "Grammar"], swiftSettings: safe),
    .target(name: "Export", dependencies: ["DocumentModel", "CXlsxWriter"], swiftSettings: house),
    .target(
      name: "Spreadsheets", dependencies: ["DocumentModel", "Vietnamese", "CZip", "CXML"], swiftSettings: house),
    .target(
      name: "Packages", dependencies: ["DocumentModel", "Digests", "PDFSyntax", "CZlib", "CZip", "CXML"],
      swiftSettings: house),
    .target(name: "SearchablePDF", dependencies: ["DocumentModel", "PDFSyntax"], swiftSettings: house),
    .target(
      name: "Archive",
      dependencies: [
        "DocumentModel", "Vietnamese", "Grammar", "Digests", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: safe),

    // What outlives a process, and processes.
    .target(name: "Checkpoints", dependencies: ["DocumentModel", "Digests", "CZlib"], swiftSettings: house),
    .target(name: "Workers", dependencies: ["DocumentModel"], swiftSettings: house),

    // Floor 3: how a page is read, and the stages in order.
    .target(
      name: "PageReading",
      dependencies: [
        "DocumentModel", "Intake", "Imaging", "Recognition", "Tesseract", "PenFigures", "Layout", "Workers",
      ],
      swiftSettings: safe),
    .target(
      name: "Pipeline",
      dependencies: [
        "DocumentModel", "Vietnamese", "Grammar", "Intake", "Imaging", "PageReading", "Layout", "Restoration",
        "Structure", "Tasks", "Export", "SearchablePDF", "Archive", "Checkpoints", "Workers", "Digests", "Recognition",
        "PenFigures",
      ],
      swiftSettings: safe, plugins: ["StageFingerprints"]),
    // Writes into `Pipeline` what every stage is made of.
    .plugin(name: "StageFingerprints", capability: .buildTool()),

    .target(name: "Reports", dependencies: ["DocumentModel", "Archive", "Export"], swiftSettings: safe),
    .target(
      name: "ReviewServer",
      dependencies: [
        "DocumentModel", "Vietnamese", "Archive", "Export", "Reports", "COpenSSL",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: safe),

    // Floors 4 and 5: the command line.
    .target(
      name: "Commands",
      dependencies: [
        "DocumentModel", "Vietnamese", "Grammar", "Intake", "Export", "Restoration", "Recognition", "PageReading",
        "Pipeline", "Archive", "Spreadsheets", "Packages", "Reports", "ReviewServer", "Checkpoints", "Workers",
        "Digests",
        argumentParser,
      ],
      swiftSettings: safe),
    .executableTarget(name: "sohoa", dependencies: ["Commands", argumentParser], swiftSettings: safe),

    // Measuring: `make bench`.
    .executableTarget(
      name: "sohoa-benchmark",
      dependencies: [
        "DocumentModel", "Vietnamese", "Grammar", "Intake", "Layout", "Structure", "Tasks", "Packages", "Digests",
        argumentParser,
      ],
      path: "Benchmarks/Sources", swiftSettings: house),

    // Small inputs without end for structure and tasks: `make fuzz`. Not a product of `swift build`'s users.
    .executableTarget(
      name: "sohoa-fuzz",
      dependencies: ["DocumentModel", "Grammar", "Layout", "Structure", "Tasks", "SampleDocuments"],
      path: "Tests/Fuzz",
      swiftSettings: house),

    // Tests, one target beside each of the above; SampleDocuments gives them the corpus as pages.
    .target(
      name: "SampleDocuments", dependencies: ["DocumentModel", "Vietnamese"], path: "Tests/SampleDocuments",
      swiftSettings: safe),
    .testTarget(
      name: "DocumentModelTests", dependencies: ["DocumentModel", "SampleDocuments"], swiftSettings: house),
    .testTarget(name: "DigestsTests", dependencies: ["Digests", "DocumentModel"], swiftSettings: house),
    .testTarget(name: "VietnameseTests", dependencies: ["Vietnamese", "SampleDocuments"], swiftSettings: house),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "PDFSyntax", "DocumentModel", "Vietnamese", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "GrammarTests", dependencies: ["Grammar", "DocumentModel", "Vietnamese", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "ImagingTests",
      dependencies: [
        "Imaging", "CTesseract", "Recognition", "Tesseract", "Layout", "DocumentModel", "SampleDocuments",
      ],
      swiftSettings: house),
    .testTarget(
      name: "TesseractTests", dependencies: ["Tesseract", "Recognition", "DocumentModel", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "PenFiguresTests", dependencies: ["PenFigures", "Imaging", "DocumentModel", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "LayoutTests",
      dependencies: ["Layout", "Imaging", "DocumentModel", "Vietnamese", "Grammar", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "PageReadingTests",
      dependencies: [
        "PageReading", "Intake", "Recognition", "Tesseract", "PenFigures", "Imaging", "Layout", "DocumentModel",
        "Grammar", "SampleDocuments",
      ],
      swiftSettings: house),
    .testTarget(
      name: "RestorationTests", dependencies: ["Restoration", "DocumentModel", "Vietnamese"], swiftSettings: house),
    .testTarget(
      name: "StructureTests",
      dependencies: ["Structure", "DocumentModel", "Vietnamese", "Grammar", "Layout", "SampleDocuments"],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "TasksTests",
      dependencies: ["Tasks", "DocumentModel", "Vietnamese", "Grammar", "Layout", "Structure", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "ExportTests", dependencies: ["Export", "DocumentModel", "SampleDocuments"], swiftSettings: house),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "Export", "DocumentModel", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "SearchablePDFTests", dependencies: ["PDFSyntax", "SearchablePDF", "DocumentModel", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "PackagesTests", dependencies: ["Packages", "Digests", "DocumentModel", "SampleDocuments"],
      exclude: ["Golden", "Strict"], swiftSettings: house),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "DocumentModel", "Grammar", "SampleDocuments", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "CheckpointsTests", dependencies: ["Checkpoints", "DocumentModel", "SampleDocuments"], swiftSettings: house
    ),
    .testTarget(
      name: "WorkersTests", dependencies: ["Workers", "DocumentModel", "SampleDocuments"], swiftSettings: house),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Archive", "Checkpoints", "DocumentModel", "Vietnamese", "Grammar", "Intake", "Imaging",
        "PageReading", "Restoration", "Structure", "Tasks", "Export", "Digests", "SampleDocuments", "Workers",
      ],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Archive", "Export", "DocumentModel"], swiftSettings: house),
    .testTarget(
      name: "ReviewServerTests",
      dependencies: ["ReviewServer", "Archive", "DocumentModel", "Grammar", "SampleDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["Commands", "Checkpoints", "DocumentModel", "Pipeline", "SampleDocuments", argumentParser],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
