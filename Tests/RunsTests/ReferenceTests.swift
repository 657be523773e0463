import Foundation
import Runs
import TestSupport
import Testing

/// A second implementation of scoring, baselines, follow-ups, standings, group figures, clinical
/// classes, attrition, changes of form and change theories, in Python with exact fractions, must
/// get the same figures.
@Suite(.enabled(if: Python.isInstalled, "python3 is not installed"))
struct ReferenceTests {
    @Test func aSecondImplementationGetsTheSameFigures() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 300, seed: 2026, noise: .high)
            try expectTheSameFigures(of: exports)
        }
    }

    /// Dates at the limits of windows and ages, cases without a group, rows in two files, and
    /// outcomes with evidence under every rule.
    @Test func aSecondImplementationGetsTheSameFiguresAtTheLimits() throws {
        try Folders.temporary { root in
            let sound = try Exports(in: root, families: 80, seed: 1)
            let edges = Exports(root: root, input: root + "/edges")
            let made = try Python.run("edges.py", sound.input, edges.input, "1")
            #expect(made.status == 0, "\(made.output)")
            let pipelines = root + "/Pipelines"
            let drawn = try Python.run(
                "theories.py", Folders.package + "/Pipelines", pipelines, "1")
            #expect(drawn.status == 0, "\(drawn.output)")
            try expectTheSameFigures(of: edges, pipelines: pipelines)
        }
    }

    private func expectTheSameFigures(
        of exports: Exports, pipelines: String = Folders.package + "/Pipelines"
    ) throws {
        let folder = try exports.run(
            "out", profile: .internal, pipeline: pipelines + "/monthly.yaml")
        let written = exports.root + "/reference"
        let reference = try Python.run(
            "reference.py", exports.input, written, "--as-of", Exports.lastDay.iso,
            "--programmes", pipelines + "/Programmes")
        #expect(reference.status == 0, "\(reference.output)")
        for (name, keys, fewest) in [
            ("outcomes", 6, 2000), ("clinical", 6, 200), ("attrition", 6, 2000),
            ("form-changes", 7, 1), ("change-theory", 6, 200),
        ] {
            let comparison = try Python.run(
                "compare.py", "--keys", String(keys), "\(folder)/data/\(name).csv",
                "\(written)/\(name).csv")
            #expect(comparison.status == 0, "\(name): \(comparison.output)")
            #expect(try table(name, in: folder).count >= fewest)
        }
    }

    @Test func theSecondImplementationHoldsToPublishedValues() throws {
        let result = try Python.run("test_reference.py")
        #expect(result.status == 0, "\(result.output)")
    }
}

/// Runs scripts in Python.
enum Python {
    static let isInstalled = (try? python(["-c", ""]).status) == 0

    /// Turns exports into workbooks of one sheet each.
    static func makeWorkbooks(of files: [String]) throws -> (status: Int32, output: String) {
        try python(["\(Folders.package)/Tests/Awkward/as_workbook.py"] + files)
    }

    /// Runs a script under `Tests/Reference/outcomes`.
    static func run(_ script: String, _ arguments: String...) throws -> (
        status: Int32, output: String
    ) {
        try python(["\(Folders.package)/Tests/Reference/outcomes/\(script)"] + arguments)
    }

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        // -B: no compiled copies beside the scripts.
        process.arguments = ["python3", "-B"] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
