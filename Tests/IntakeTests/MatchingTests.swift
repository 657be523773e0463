import Basics
import Intake
import Model
import Testing

/// Which files below a folder are data.
@Suite struct MatchingTests {
    @Test func patternsMatchBaseNamesInAnyCase() throws {
        let (matches, findings) = FileMatch.of(
            [
                "2024/PPS_marts.CSV", "fit.csv", "FIT-2.csv", "notes.txt", "readme.csv",
                "wheeel.csv",
            ],
            in: try Samples.layout("standard"))
        #expect(matches.map(\.name) == ["2024/PPS_marts.CSV", "FIT-2.csv", "fit.csv"])
        #expect(matches.map(\.kind.name) == ["pss", "fit", "fit"])
        #expect(findings.map(\.place.file) == ["readme.csv", "wheeel.csv"])
        #expect(findings.allSatisfy { $0.severity == .warning && $0.code == .fileUnmatched })
        #expect(findings[1].summary.contains("did you mean 'wheel'?"))
    }

    @Test func aFileThatTwoPatternsMatchIsRefused() throws {
        var layout = try Samples.layout("standard")
        layout.files[1].patterns.append("*sdq*.csv")
        let (matches, findings) = FileMatch.of(["sdq.csv"], in: layout)
        #expect(matches.isEmpty)
        #expect(findings.map(\.code) == [.fileMatchedTwice])
        #expect(findings[0].severity == .error)
    }

    @Test func spreadsheetsMatchThePatternsOfCSVFiles() throws {
        let (matches, findings) = FileMatch.of(
            ["cases.XLSX", "sub/SDQ-2024.xlsm", "pss.xls", "who5.ods", "~$sdq.xlsx", "sdp.xlsx"],
            in: try Samples.layout("standard"))
        #expect(matches.map(\.name) == ["cases.XLSX", "pss.xls", "sub/SDQ-2024.xlsm", "who5.ods"])
        #expect(matches.map(\.kind.name) == ["cases", "pss", "sdq", "who5"])
        #expect(findings.map(\.code) == [.fileUnmatched])
        #expect(findings[0].summary.contains("did you mean 'sdq'"))
    }

    @Test func answerTextsAndStructureAreNoData() throws {
        let layout = try Samples.layout("surveyxact")
        let files = [
            "sdq-labels.csv", "sdq-structure.csv", "sdq.csv", "who5/dataset.csv",
            "who5/labels.csv", "who5/structure.csv",
        ]
        let (matches, findings) = FileMatch.of(files, in: layout)
        #expect(matches.map(\.name) == ["sdq.csv", "who5/dataset.csv"])
        #expect(matches.map(\.kind.name) == ["sdq", "who5"])
        #expect(findings.isEmpty)
        #expect(
            FileMatch.answerTexts(files, in: layout) == ["sdq-labels.csv", "who5/labels.csv"])
    }

    @Test func aWorkbookIsOfSeveralKindsWhereEachNamesItsSheet() throws {
        var layout = try Samples.layout("standard")
        for index in layout.files.indices.prefix(2) { layout.files[index].patterns = ["all*.csv"] }
        #expect(FileMatch.of(["all.xlsx"], in: layout).findings.map(\.code) == [.fileMatchedTwice])
        layout.files[0].sheet = .named("Sager")
        layout.files[1].sheet = .position(2)
        let (matches, findings) = FileMatch.of(["all.xlsx"], in: layout)
        #expect(matches.map(\.shownName) == ["all.xlsx[Sager]", "all.xlsx[2]"])
        #expect(findings.isEmpty)
        #expect(FileMatch.of(["all.csv"], in: layout).findings.map(\.code) == [.fileMatchedTwice])
    }
}
