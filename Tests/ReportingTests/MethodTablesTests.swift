import Basics
import Foundation
import Loading
import Model
import ReportModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct MethodTablesTests {
    /// The method page's tables of the shipped instruments.
    private func reading(_ language: Language) throws -> MethodReading {
        let instruments = try ["fit", "sdq", "asqse", "who-5"].map { name in
            let path = Folders.package + "Pipelines/Instruments/\(name).yaml"
            let yaml = try String(contentsOfFile: path, encoding: .utf8)
            return try #require(loadInstrument(yaml: yaml, path: path).value)
        }
        var village = Village.rich
        village.language = language
        var context = village.context
        context.instruments = instruments
        return MethodReading(context: context)
    }

    private func cells(_ table: Table?, _ language: Language) throws -> [[String]] {
        try #require(table).rows.map { row in row.cells.map { $0.plain(in: language) } }
    }

    /// Two cut-offs of one scale never claim to hold for the same people.
    @Test(arguments: Language.allCases)
    func noTwoCutOffsAreForTheSame(_ language: Language) throws {
        let reading = try reading(language)
        for table in [reading.cutOffs, reading.changeRules] {
            let rows = try cells(table, language)
            #expect(Set(rows.map { $0.prefix(2) }).count == rows.count)
        }
    }

    @Test(arguments: [
        (
            Language.danish,
            [
                ["forælder, skema 4–17", "17 og derover"],
                ["forælder, skema 2–4", "16 og derover"],
                ["12-måneders skema", "50 og derover"], ["18 år og derover", "under 25"],
            ]
        ),
        (
            .english,
            [
                ["parent, form 4–17", "17 and above"], ["parent, form 2–4", "16 and above"],
                ["12-month form", "50 and above"], ["18 and over", "below 25"],
            ]
        ),
    ])
    func aCutOffNamesItsFormAndAges(_ language: Language, _ expected: [[String]]) throws {
        let rows = try cells(reading(language).cutOffs, language).map { Array($0[1...2]) }
        for row in expected { #expect(rows.contains(row), "\(row)") }
    }

    @Test func standardDeviationsHaveLikeDecimals() throws {
        let rules = try cells(reading(.danish).changeRules, .danish).map { $0[2] }
        #expect(rules.contains { $0.hasPrefix("Jacobson–Truax: SD 6,00, r 0,87") })
        #expect(rules.contains { $0.hasPrefix("Jacobson–Truax: SD 5,80, r 0,82") })
    }
}
