import Basics
import Foundation
import Loading
import Model
import ReportModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct SectionsTests {
    @Test func everyKindOfSectionIsAFile() throws {
        let folder = Folders.package + "Sources/Reporting/Sections"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(sections.map { "\($0).swift" }.sorted() == files)
        #expect(Set(sections.map { $0.kind }).count == sections.count)
    }

    @Test(arguments: Language.allCases)
    func everySectionOfAGroupCanBeWritten(_ language: Language) {
        let kinds = sections.filter { !$0.isOfFamily }.map { $0.kind }
        for village in [Village.rich, Village(), Village(cases: 2)] {
            for profile in Disclosed.Profile.allCases {
                var village = village
                village.language = language
                village.profile = profile
                for scope in [ReportLayout.Page.Scope.run, .programme] {
                    let layout = Village.layout(kinds, scope: scope)
                    #expect(compose(village.context, layout: layout).count == 1)
                }
            }
        }
    }

    @Test func theShippedLayoutHasNoMistake() throws {
        let path = Folders.package + "Pipelines/Reports/monthly.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let loaded = loadReportLayout(yaml: yaml, path: "monthly.yaml")
        #expect(loaded.findings == [])
        let layout = try #require(loaded.value)
        #expect(check(layout) == [])
        let pages = compose(Village.rich.context, layout: layout)
        #expect(
            pages.map(\.path) == [
                "index", "report", "programmes/vejen", "teams", "politicians",
                "learning-meeting", "quality", "method", "accessibility",
            ])
        #expect(Set(pages.map(\.path)).count == pages.count)
    }

    /// Its sentences say what changed; the same in a table would take a second sheet.
    @Test func theSheetForPoliticiansSaysChangeOnce() throws {
        let path = Folders.package + "Pipelines/Reports/monthly.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let layout = try #require(loadReportLayout(yaml: yaml, path: "monthly.yaml").value)
        let pages = compose(Village.rich.context, layout: layout)
        func headers(_ path: String) -> [String] {
            let tables = pages.first { $0.path == path }?.report.tables ?? []
            return tables.first { $0.caption.hasPrefix("Familier") }?.columns.map(\.header) ?? []
        }
        #expect(
            headers("politicians") == ["Indsats", "Begyndt", "I gang", "Målt til tiden", "Mål"])
        #expect(headers("index").contains("Forældre"))
    }

    @Test func chartsOfOneNameAreTheSameChart() throws {
        let path = Folders.package + "Pipelines/Reports/monthly.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let layout = try #require(loadReportLayout(yaml: yaml, path: "monthly.yaml").value)
        let charts = compose(Village.rich.context, layout: layout).flatMap(\.report.charts)
        #expect(charts.count > 10)
        var byName: [String: Chart] = [:]
        for chart in charts {
            if let other = byName[chart.name] { #expect(other == chart, "\(chart.name)") }
            byName[chart.name] = chart
        }
    }

    @Test func anUnknownSectionIsAFindingWithItsNearMiss() {
        let findings = check(Village.layout(["headlin"]))
        #expect(findings.map(\.code) == [.definitionNameUnknown])
        #expect(findings[0].summary.contains("did you mean 'headline'?"))
    }

    @Test func anUnknownSettingIsAFinding() {
        let findings = check(Village.layout(["trajectory"], settings: ["scal": "ors.total"]))
        #expect(findings.map(\.code) == [.definitionKeyUnknown])
        #expect(findings[0].summary.contains("did you mean 'scale'?"))
    }

    @Test func aWrongWordInASettingIsAFinding() {
        let findings = check(Village.layout(["dumbbell"], settings: ["horizon": "mediun"]))
        #expect(findings.map(\.code) == [.definitionValueWrong])
        #expect(findings[0].summary.contains("did you mean 'medium'?"))
    }

    @Test func aScaleThatNoInstrumentHasIsAFinding() {
        let layout = Village.layout(["trajectory"], settings: ["scale": "sdq.totl"])
        #expect(check(layout) == [])
        let findings = check(layout, instruments: Village.instruments)
        #expect(findings.map(\.code) == [.definitionNameUnknown])
        #expect(findings[0].summary.contains("did you mean 'sdq.total'?"))
    }

    @Test func aFamilySectionOnAPublishedPageIsAFinding() {
        #expect(check(Village.layout(["family-goals"])).map(\.code) == [.definitionValueWrong])
        #expect(check(Village.layout(["family-goals"], scope: .family)) == [])
    }
}
