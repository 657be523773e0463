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
