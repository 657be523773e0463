import Model
import TestSupport
import Testing

@testable import Runs

/// A birth date that one row or file tells counts in all others of the same person.
@Suite struct BirthDatesTests {
    /// Children are known by the dates of the SDQ's first rows: those of its other rows, and of the
    /// session forms, tell nothing more.
    @Test func whatOneFileTellsOthersNeedNot() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 60, seed: 5)
            let whole = try tree(exports.run("whole", profile: .internal), digests: false)
            var known = Set<String>()
            let sdq = try Rows(exports.lines("sdq.csv")).mapping { row in
                let isFirst = known.insert(row["child_id"]).inserted
                if !isFirst { row["birth_date"] = "" }
            }
            let fit = try Rows(exports.lines("fit.csv")).mapping { row in
                if known.contains(row["respondent_id"]) { row["birth_date"] = "" }
            }
            #expect(sdq.changed > 50 && fit.changed > 50)
            try exports.write(sdq.lines, to: "sdq.csv")
            try exports.write(fit.lines, to: "fit.csv")
            let sparse = try tree(exports.run("sparse", profile: .internal), digests: false)
            #expect(differences(whole, sparse) == ["manifest.json"])
        }
    }

    /// Somebody who is said to be born on two days is of no age that is known.
    @Test func twoBirthDatesAreNone() {
        let none = AssessmentBatch.none
        let tables = [
            births(of: [0, 0, 1, 2, 2], [none, 700, none, 800, 801]),
            births(of: [0, 1], [700, 900]),
        ]
        // The persons of the second file are the first one's 2 and 0 in the run.
        let known = BirthDates(tables, [[2, 1, 0], [2, 0]], count: 3)
        #expect(known.ofFile([0, 1, 2]) == [none, none, 700])
    }

    private func births(of persons: [Int32], _ births: [Int32]) -> ScoredAssessments {
        var table = ScoredAssessments(instrument: "any", scaleCount: 0)
        table.persons = persons
        table.birthDates = births
        return table
    }

    /// Rows of a file by the names of their columns.
    private struct Rows {
        private(set) var lines: [String]
        private(set) var changed = 0

        init(_ lines: [String]) {
            self.lines = lines
        }

        struct Row {
            let names: [String]
            var cells: [String]

            subscript(_ name: String) -> String {
                get { cells[names.firstIndex(of: name)!] }
                set { cells[names.firstIndex(of: name)!] = newValue }
            }
        }

        func mapping(_ change: (inout Row) -> Void) -> Rows {
            var rows = self
            let names = cells(lines[0])
            for index in lines.indices.dropFirst() {
                var row = Row(names: names, cells: cells(lines[index]))
                change(&row)
                rows.lines[index] = row.cells.joined(separator: ";")
                if rows.lines[index] != lines[index] { rows.changed += 1 }
            }
            return rows
        }

        private func cells(_ line: String) -> [String] {
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
