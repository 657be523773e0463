import Basics
import Foundation
import Model
import Outcomes
import Runs
import TestSupport
import Testing

@testable import Runs

/// What is read back from HTML, Markdown and CSV is the same, and is what the run concluded.
@Suite struct PagesAgreeTests {
    static let editions: [(Language, RunRequest.Profile)] = [
        (.danish, .published), (.english, .published), (.danish, .internal), (.english, .internal),
    ]

    @Test(arguments: PagesAgreeTests.editions)
    func everyFigureReadsTheSameEverywhere(
        _ language: Language, _ profile: RunRequest.Profile
    ) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 60, seed: 11, noise: .low)
            let folder = try exports.run("out", profile: profile, language: language)
            try expectPagesAgree(folder, language)
            try expectTablesAgree(folder, language)
            try expectCopiesAgree(folder)
            if (language, profile) == (.danish, .internal) {
                try expectConclusions(exports, folder)
            }
        }
    }

    /// Every table of every page, cell by cell, and every number outside the tables.
    private func expectPagesAgree(_ folder: String, _ language: Language) throws {
        var cells = 0
        for (path, data) in try tree(folder) where path.hasSuffix(".md") {
            let page = folder + "/" + path.dropLast(3) + ".html"
            let html = try #require(
                PageOfHTML(String(contentsOfFile: page, encoding: .utf8)), "\(path)")
            let markdown = PageOfMarkdown(String(decoding: data, as: UTF8.self))
            #expect(html.tables.map(\.caption) == markdown.tables.map(\.caption), "\(path)")
            for (one, other) in zip(html.tables, markdown.tables) {
                #expect(one.rows == other.rows, "\(path): \(one.caption)")
                cells += one.rows.reduce(0) { $0 + $1.count }
            }
            #expect(numbers(in: html.text) == numbers(in: markdown.text), "\(path)")
        }
        #expect(cells > 5_000)
    }

    /// The tables of the programmes' pages against the tidy tables.
    private func expectTablesAgree(_ folder: String, _ language: Language) throws {
        let definitions = try Definitions(
            pipeline: Folders.package + "/Pipelines/monthly.yaml", option: nil)
        let titles = Dictionary(
            uniqueKeysWithValues: definitions.instruments.flatMap(\.scales).map {
                ($0.name, $0.title[language])
            })
        var compared: [String: Int] = [:]
        for programme in definitions.programmes {
            let path = "\(folder)/programmes/\(programme.name).html"
            let page = try #require(PageOfHTML(String(contentsOfFile: path, encoding: .utf8)))
            for shown in page.tables {
                guard
                    let columns = TableColumns.all.first(where: {
                        $0.starts(shown.caption, language)
                    })
                else { continue }
                let tidy = try table(columns.table, in: folder).filter {
                    $0["programme"] == programme.name && $0["municipality"] == "*"
                        && $0["team"] == "*"
                }
                let reader = TableReader(
                    columns: columns, scaleTitles: titles, programme: programme,
                    language: language)
                compared[columns.danish, default: 0] += reader.compare(shown, tidy)
            }
        }
        for columns in TableColumns.all {
            #expect(compared[columns.danish, default: 0] > 0, "\(columns.danish)")
        }
        #expect(compared.values.reduce(0, +) > 1_000)
    }

    /// The copy for a spreadsheet holds the same, but for the decimal comma.
    private func expectCopiesAgree(_ folder: String) throws {
        let files = try tree(folder)
        var copies = 0
        for (path, data) in files where path.hasPrefix("data/excel/") {
            let name = path.replacingOccurrences(of: "data/excel/", with: "data/")
            let record = csv(String(decoding: try #require(files[name]), as: UTF8.self))
            let copy = csv(String(decoding: data, as: UTF8.self))
            let point = copy.map { $0.map(PagesAgreeTests.withPoint) }
            #expect(record == point, "\(path)")
            copies += 1
        }
        #expect(copies > 10)
    }

    private static func withPoint(_ cell: String) -> String {
        cell.wholeMatch(of: /-?[0-9]+,[0-9]+/) == nil
            ? cell : cell.replacingOccurrences(of: ",", with: ".")
    }

    /// Counts of families and of change as they were concluded, before any table was made.
    private func expectConclusions(_ exports: Exports, _ folder: String) throws {
        let conclusions = try exports.conclusions()
        let cases = try table("cases", in: folder)
        #expect(cases.count == conclusions.groups.count)
        for (row, group) in zip(cases, conclusions.groups) {
            #expect(row["cases"] == String(group.cases))
        }
        let outcomes = try table("outcomes", in: folder)
        var compared = 0
        for change in conclusions.changes {
            let group = conclusions.groups[change.group]
            guard group.programme != nil, group.municipality == nil else { continue }
            let measure = conclusions.measures[change.measure]
            let row = outcomes.first {
                $0["programme"] == group.programme && $0["municipality"] == "*"
                    && $0["scale"] == measure.scaleName && $0["informant"] == measure.informant
                    && $0["horizon"] == change.horizon.name
            }
            #expect(row?["n_measured"] == String(change.standings.measured))
            #expect(row?["n_missing"] == String(change.standings.missing))
            compared += 1
        }
        #expect(compared > 300)
    }
}

extension Exports {
    /// What a run over the exports concludes.
    fileprivate func conclusions() throws -> Conclusions {
        let pipeline = Folders.package + "/Pipelines/monthly.yaml"
        let definitions = try Definitions(pipeline: pipeline, option: nil)
        let request = RunRequest(pipeline: pipeline, asOf: Exports.lastDay, input: input)
        let place = RunPlace(request, definitions.pipeline)
        var findings = Findings()
        let received = try receive(
            place, definitions, dates: SourceDates(asOf: Exports.lastDay), jobs: 2, &findings
        ) { _ in }
        return conclude(OutcomeInput(received, definitions, asOf: Exports.lastDay))
    }
}
