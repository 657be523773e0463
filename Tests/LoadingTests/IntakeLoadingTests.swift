import Basics
import Foundation
import Loading
import Model
import TestSupport
import Testing

@Suite struct IntakeLoadingTests {
    static let folder = Folders.package + "Pipelines/Intakes/"
    static let shipped = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []

    @Test(arguments: shipped)
    func everyShippedIntakeIsRightAndBearsItsFilesName(_ file: String) throws {
        let yaml = try String(contentsOfFile: Self.folder + file, encoding: .utf8)
        let (layout, findings) = IntakeLayout.read(yaml: yaml, file: file)
        #expect(findings.isEmpty)
        #expect(layout?.name == file.replacing(".yaml", with: ""))
        #expect(layout?.files.isEmpty == false)
    }

    @Test func spansOfItemsAndRolesAreRead() throws {
        let (read, findings) = IntakeLayout.read(
            yaml: """
                intake: clinic
                title: Clinic
                delimiter: tab
                missing: ["99", NA]
                files:
                  pss:
                    instrument: pss
                    patterns: "*pss*.csv"
                    columns:
                      case: sag
                      date: {name: dato, also: [besvaret]}
                      informant: {name: hvem, needed: yes, codes: {mor: [mother, moder]}}
                    items:
                      - {items: pss9..pss11, named: ["spm {n}"]}
                """, file: "clinic.yaml")
        #expect(findings.isEmpty)
        let layout = try #require(read)
        #expect(layout.delimiter == .tab)
        #expect(layout.missing == ["99", "NA"])
        let file = layout.files[0]
        #expect(file.kind == .assessments("pss"))
        #expect(file.items == [ItemColumns(items: ["pss9", "pss10", "pss11"], names: ["spm {n}"])])
        #expect(file.column(.date)?.names == ["dato", "besvaret"])
        #expect(
            file.column(.informant)?.codes == [ColumnCode(code: "mor", texts: ["mother", "moder"])])
        #expect(file.column(.case)?.isNeeded == true)
    }

    private static func layout(of lines: String) -> (layout: IntakeLayout?, findings: [Finding]) {
        IntakeLayout.read(
            yaml: """
                intake: clinic
                title: Clinic
                ignored: ["*structure*.csv"]
                files:
                  pss:
                    instrument: pss
                    patterns: "*pss*.csv"
                    columns: {case: sag, date: dato}
                    \(lines.split(separator: "\n").joined(separator: "\n    "))
                """, file: "clinic.yaml")
    }

    @Test func sheetsAnswerTextsAndMeasurementsAreRead() throws {
        let (read, findings) = Self.layout(
            of: """
                sheet: 2
                answer-texts: {files: ["{name}-labels.csv", labels.csv], sheet: Labels}
                events: {names: [m, f], informants: {m: mor, f: far}}
                """)
        #expect(findings.isEmpty)
        let layout = try #require(read)
        #expect(layout.ignored == ["*structure*.csv"])
        let file = layout.files[0]
        #expect(file.sheet == .position(2))
        #expect(
            file.answerTexts
                == AnswerTextSource(
                    files: ["{name}-labels.csv", "labels.csv"], sheet: .named("Labels")))
        #expect(
            file.events
                == EventColumns(
                    names: ["m", "f"], patterns: ["{event}_{column}", "{column}_{event}"],
                    informants: ["m": "mor", "f": "far"]))
        #expect(Self.layout(of: "sheet: 2024").layout?.files[0].sheet == .named("2024"))
    }

    @Test(arguments: [
        ("answer-texts: {}", "needs 'files' or 'sheet'"),
        ("events: {names: [t1], columns: [\"x_{column}\"]}", "needs both {event} and {column}"),
        (
            "events: {names: [\"1\"], columns: [\"{column}_{event}\"]}",
            "where it could be part of it"
        ),
        ("events: {names: [m, f], informants: {mm: mor}}", "is of no event; did you mean 'm'?"),
    ])
    func mistakesOfShapesAreTold(_ line: String, _ told: String) throws {
        let (layout, findings) = Self.layout(of: line)
        #expect(layout == nil)
        #expect(findings.map(\.place.line) == [9])
        #expect(findings.first?.summary.contains(told) == true)
    }

    /// A number before a column's name, or letters between the two, can be told apart.
    @Test func numbersOfMeasurementsMayStandWhereNoNumberEnds() {
        for pattern in ["{event}_{column}", "{column}_t{event}"] {
            let line = "events: {names: [\"1\", \"2\"], columns: [\"\(pattern)\"]}"
            #expect(Self.layout(of: line).findings.isEmpty)
        }
    }

    @Test func everyMistakeIsToldAtItsPlace() {
        let (layout, findings) = IntakeLayout.read(
            yaml: """
                intake: clinic
                title: Clinic
                delimiter: ":"
                files:
                  pss:
                    holds: case
                    patterns: [a.csv]
                    columns: {case: sag, dat: dato}
                    items: [{items: a..b, named: [x]}]
                """, file: "clinic.yaml")
        #expect(layout == nil)
        #expect(findings.map(\.place.line) == [3, 6, 8, 9])
        #expect(findings.contains { $0.summary.contains("did you mean 'date'?") })
    }
}
