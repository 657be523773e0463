import Basics
import Foundation
import Model
import Outcomes
import TestSupport
import Testing

@testable import Runs

/// What must hold of whole runs, whatever the families.
@Suite struct RunLawTests {
    @Test(arguments: [RunRequest.Profile.published, .internal])
    func twoRunsAndAnyNumberOfThreadsGiveTheSameBytes(profile: RunRequest.Profile) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 3, noise: .low)
            let first = try tree(exports.run("first", profile: profile, jobs: 1))
            let second = try tree(exports.run("second", profile: profile, jobs: 2))
            #expect(first.count > 20)
            #expect(differences(first, second) == [])
        }
    }

    /// Digests of files apart: the exports do hold other bytes.
    @Test(arguments: [RunRequest.Profile.published, .internal])
    func theOrderOfRowsAndCasesChangesNothing(profile: RunRequest.Profile) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 4)
            let before = try tree(exports.run("before", profile: profile), digests: false)
            var random = SeededRandom(seed: 1)
            for file in try exports.files {
                let lines = try exports.lines(file)
                try exports.write(
                    [lines[0]] + lines.dropFirst().shuffled(using: &random), to: file)
            }
            let after = try tree(exports.run("after", profile: profile), digests: false)
            #expect(differences(before, after) == [])
        }
    }

    /// Each file is cut in three whose names stand in another order; what is said of the files
    /// themselves differs, no figure of a family does.
    @Test func theOrderAndNumberOfFilesChangesNoFigure() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 5)
            let before = try tree(exports.run("before", profile: .internal) + "/data")
            for file in try exports.files where file != "cases.csv" {
                let lines = try exports.lines(file)
                for part in 0..<3 {
                    let rows = lines.indices.dropFirst().filter { $0 % 3 == part }.map { lines[$0] }
                    let name = file.replacingOccurrences(of: ".csv", with: "-\(9 - part).csv")
                    try exports.write([lines[0]] + rows, to: name)
                }
                try FileManager.default.removeItem(atPath: "\(exports.input)/\(file)")
            }
            let after = try tree(exports.run("after", profile: .internal) + "/data")
            #expect(differences(before, after).filter { !$0.contains("quality") } == [])
        }
    }

    /// What is said of the files bears their names; no figure of a family differs.
    @Test(.enabled(if: Python.isInstalled, "python3 is not installed"))
    func theSameExportsAsWorkbooksGiveTheSameFigures() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 9)
            let before = try tree(exports.run("before", profile: .internal) + "/data")
            let made = try Python.makeWorkbooks(
                of: exports.files.map { "\(exports.input)/\($0)" })
            #expect(made.status == 0, "\(made.output)")
            #expect(try exports.files.allSatisfy { $0.hasSuffix(".xlsx") })
            let after = try tree(exports.run("after", profile: .internal) + "/data")
            #expect(before.count > 5)
            #expect(differences(before, after).filter { !$0.contains("quality") } == [])
        }
    }

    @Test func somebodyWithoutASecondMeasurementChangesNoFigureOfChange() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 6)
            let before = try table("outcomes", in: exports.run("before", profile: .internal))
            let cells = try exports.lines("cases.csv")[1].split(
                separator: ";", omittingEmptySubsequences: false)
            let answers = Array(repeating: "3", count: 18).joined(separator: ";")
            let newcomer = "\(cells[0]);newcomer;\(cells[4]);\(answers)"
            try exports.write(exports.lines("pss.csv") + [newcomer], to: "pss.csv")
            let after = try table("outcomes", in: exports.run("after", profile: .internal))
            #expect(before.count == after.count)
            var touched = 0
            for (first, second) in zip(before, after) where first != second {
                touched += 1
                #expect(first.filter { $0.key.isChange } == second.filter { $0.key.isChange })
                #expect(first.standings + 1 == second.standings)
            }
            // All, the programme, the municipality and the team, for three scales and horizons.
            #expect(touched == 4 * 3 * 3)
        }
    }

    @Test func aLaterAsOfDateNeverUnmeasures() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 60, seed: 7, noise: .low)
            let dates = ["2024-06-30", "2025-01-31", "2025-10-31", "2026-02-28", "2026-10-31"]
            let measured = try dates.map { try exports.measured(asOf: CalendarDate(iso: $0)!) }
            for (earlier, later) in zip(measured, measured.dropFirst()) {
                #expect(earlier.isSubset(of: later))
                #expect(earlier.count < later.count)
            }
        }
    }

    @Test func statusesAddUpToTheFamiliesAndTeamsToTheirMunicipality() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 150, seed: 8)
            let folder = try exports.run("out", profile: .internal)
            var families: [String: Int] = [:]
            for line in try exports.lines("cases.csv").dropFirst() {
                families[String(line.split(separator: ";")[3]), default: 0] += 1
            }
            let outcomes = try table("change-theory", in: folder)
            for row in outcomes where row["municipality"] == "*" {
                #expect(row.statuses == families[row["programme"]!])
            }
            expectPartsAddUp(outcomes, by: ["programme", "outcome"], \.statuses)
            expectPartsAddUp(
                try table("outcomes", in: folder),
                by: ["programme", "scale", "informant", "horizon"], \.standings)
        }
    }

    /// Municipalities add up to their programme, and teams too.
    private func expectPartsAddUp(
        _ rows: [[String: String]], by names: [String], _ count: (([String: String]) -> Int)
    ) {
        var sums: [[String]: [Int]] = [:]
        for row in rows where row["programme"] != "*" {
            let level = row["municipality"] == "*" ? 0 : row["team"] == "*" ? 1 : 2
            sums[names.map { row[$0]! }, default: [0, 0, 0]][level] += count(row)
        }
        #expect(sums.count > 50)
        #expect(sums.values.allSatisfy { $0[0] == $0[1] && $0[1] == $0[2] })
    }
}

extension String {
    /// Whether a column of change holds neither a standing nor a bound.
    fileprivate var isChange: Bool {
        self == "n_measured" || !(hasPrefix("n_") || hasPrefix("share_bound"))
    }
}

extension [String: String] {
    /// How many series a row of change counts.
    fileprivate var standings: Int {
        sum(["n_measured", "n_missing", "n_no_baseline", "n_ended", "n_not_yet_due"])
    }

    /// How many families a row of the change theory counts.
    fileprivate var statuses: Int {
        sum([
            "achieved", "partly", "not_achieved", "already_there", "not_measured", "ended",
            "not_yet_due",
        ])
    }

    private func sum(_ columns: [String]) -> Int {
        columns.reduce(0) { $0 + Int(self[$1]!)! }
    }
}

extension Exports {
    /// One measured series at one horizon, and the row that is its follow-up.
    struct Measured: Hashable {
        var person: Int32
        var measure: Int16
        var horizon: Int
        var followUp: Int32
    }

    /// What is measured as of a day; reading is the same for every day.
    func measured(asOf: CalendarDate) throws -> Set<Measured> {
        let pipeline = Folders.package + "/Pipelines/monthly.yaml"
        let definitions = try Definitions(pipeline: pipeline, option: nil)
        let request = RunRequest(pipeline: pipeline, asOf: asOf, input: input)
        let place = RunPlace(request, definitions.pipeline)
        var findings = Findings()
        let received = try receive(
            place, definitions, dates: SourceDates(asOf: asOf), jobs: 2, &findings
        ) { _ in }
        let series = conclude(OutcomeInput(received, definitions, asOf: asOf)).families.series
        var measured: Set<Measured> = []
        for index in 0..<series.count {
            for horizon in 0..<3 where series.standings[index * 3 + horizon] == .measured {
                measured.insert(
                    Measured(
                        person: series.persons[index], measure: series.measures[index],
                        horizon: horizon, followUp: series.followUps[index * 3 + horizon]))
            }
        }
        return measured
    }
}
