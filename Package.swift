// swift-tools-version:6.2
import PackageDescription

/// A module may use only modules of a lower layer; two modules of one layer never meet.
enum Layer: Int { case system, ground, vocabulary, stage, run, commands, tool }

/// One line of the map: what a module is for and what it may use.
struct Module {
    var layer: Layer
    var name: String
    var purpose: String
    var uses: [String] = []
    /// The packages from elsewhere; each has its page under `Documentation/Decisions/`.
    var products: [(name: String, package: String)] = []
    var hasTests = true
    /// What its tests use beside what it uses itself.
    var testUses: [String] = []
}

let crypto = (name: "Crypto", package: "swift-crypto")

let modules: [Module] = [
    Module(
        layer: .system, name: "CLibCSV", purpose: "Debian's libcsv.", hasTests: false),
    Module(
        layer: .system, name: "CLibZip", purpose: "Debian's libzip.", hasTests: false),
    Module(
        layer: .system, name: "CExpat", purpose: "Debian's expat.", hasTests: false),
    Module(
        layer: .system, name: "CLinux",
        purpose: "Swapping two folders in one step; fetching and returning memory.",
        hasTests: false),

    Module(
        layer: .ground, name: "Basics",
        purpose:
            "Dates, exact numbers, findings and places, near misses, seeded randomness, locales."),
    Module(
        layer: .ground, name: "Statistics",
        purpose: "Numbers in, numbers out; no domain words."),

    Module(
        layer: .vocabulary, name: "Model",
        purpose: "What was declared, received and concluded.",
        uses: ["Basics"]),
    Module(
        layer: .vocabulary, name: "Tables",
        purpose: "Delimited text into records that know their place, and back.",
        uses: ["Basics", "CLibCSV"]),
    Module(
        layer: .vocabulary, name: "Workbooks",
        purpose: "A sheet of a workbook (.xlsx) as delimited text.",
        uses: ["Basics", "CLibZip", "CExpat"]),
    Module(
        layer: .vocabulary, name: "ReportModel",
        purpose: "A report as blocks, inlines, tables, charts and unrounded quantities.",
        uses: ["Basics"]),

    Module(
        layer: .stage, name: "Loading",
        purpose: "YAML definitions into the model, every mistake at once.",
        uses: ["Basics", "Model"], products: [(name: "Yams", package: "Yams")]),
    Module(
        layer: .stage, name: "Intake",
        purpose: "Records into assessments through an intake; validation; pseudonyms.",
        uses: ["Basics", "Model", "Tables", "Workbooks", "CLinux"], products: [crypto],
        testUses: ["Scoring"]),
    Module(
        layer: .stage, name: "Scoring",
        purpose: "Assessments into scores by the instrument's declared rules.",
        uses: ["Basics", "Model"]),
    Module(
        layer: .stage, name: "Outcomes",
        purpose: "Scores into change, outcome status by horizon, and group figures.",
        uses: ["Basics", "Model", "Statistics", "CLinux"]),
    Module(
        layer: .stage, name: "Budgets",
        purpose: "Successes and costs into the budget potential.",
        uses: ["Basics", "Model", "Statistics"]),
    Module(
        layer: .stage, name: "Disclosure",
        purpose: "Hides what small numbers would reveal, in every published figure.",
        uses: ["Basics", "Model"]),
    Module(
        layer: .stage, name: "Sampling",
        purpose: "Synthetic exports from a seed.",
        uses: ["Basics", "Model", "Tables"]),
    Module(
        layer: .stage, name: "Exporting",
        purpose: "Conclusions into tidy CSV.",
        uses: ["Basics", "Model", "Tables"]),
    Module(
        layer: .stage, name: "Reporting",
        purpose: "Conclusions into a report; one section, one file.",
        uses: ["Basics", "Model", "ReportModel"],
        testUses: ["Disclosure", "Rendering"]),
    Module(
        layer: .stage, name: "Rendering",
        purpose: "A report into Markdown, HTML and SVG.",
        uses: ["Basics", "ReportModel"]),

    Module(
        layer: .run, name: "Runs",
        purpose: "The story: order, lock, manifest, atomic publishing, status.",
        uses: [
            "Basics", "Statistics", "Model", "Tables", "ReportModel", "Loading", "Intake",
            "Scoring",
            "Outcomes", "Budgets", "Disclosure", "Sampling", "Exporting", "Reporting", "Rendering",
            "CLinux",
        ], products: [crypto]),
    Module(
        layer: .commands, name: "VirkningCommands",
        purpose: "Typed options into a run; findings onto a terminal.",
        uses: ["Runs", "Model", "Basics"],
        products: [(name: "ArgumentParser", package: "swift-argument-parser")]),
    Module(
        layer: .tool, name: "virkning", purpose: "The program's entry.",
        uses: ["VirkningCommands"], hasTests: false),
]

for module in modules {
    for name in module.uses {
        guard let used = modules.first(where: { $0.name == name }),
            used.layer.rawValue < module.layer.rawValue
        else {
            fatalError("module '\(module.name)' may not use '\(name)'; it is not in a lower layer")
        }
    }
}

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

func target(_ module: Module) -> Target {
    switch module.layer {
    case .system:
        let packages = [
            "CLibCSV": "libcsv-dev", "CLibZip": "libzip-dev", "CExpat": "libexpat1-dev",
        ]
        let package = packages[module.name].map { [$0] } ?? []
        return .systemLibrary(name: module.name, providers: [.apt(package)])
    case .tool:
        return .executableTarget(
            name: module.name, dependencies: dependencies(of: module), swiftSettings: settings)
    case .ground, .vocabulary, .stage, .run, .commands:
        return .target(
            name: module.name, dependencies: dependencies(of: module), swiftSettings: settings)
    }
}

func dependencies(of module: Module) -> [Target.Dependency] {
    module.uses.map { .byName(name: $0) }
        + module.products.map { .product(name: $0.name, package: $0.package) }
}

/// A test target sees its module, all that the module uses, and the support library; the tests
/// of a stage also read the shipped definitions.
func testTarget(_ module: Module) -> Target {
    let reading: [Target.Dependency] =
        module.layer == .stage && module.name != "Loading" ? ["Loading"] : []
    return .testTarget(
        name: module.name + "Tests",
        dependencies: [.byName(name: module.name), "TestSupport"] + dependencies(of: module)
            + reading + module.testUses.map { .byName(name: $0) },
        swiftSettings: settings)
}

/// The reader under the fuzzer; `Tests/Fuzzing/run` asks for it, and no other build has it.
let fuzzing: [Target] =
    Context.environment["VIRKNING_FUZZING"] == nil
    ? []
    : [
        .executableTarget(
            name: "fuzz-reader",
            dependencies: ["Basics", "Model", "Tables", "Loading", "Intake", "Scoring"],
            path: "Tests/Fuzzing", exclude: ["README.md", "run"],
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "virkning",
    products: [.executable(name: "virkning", targets: ["virkning"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: modules.map(target) + [
        .target(
            name: "TestSupport", dependencies: ["Basics", "Model"], path: "Tests/Support",
            swiftSettings: settings)
    ] + modules.filter(\.hasTests).map(testTarget) + fuzzing
)
