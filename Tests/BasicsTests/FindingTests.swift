import Basics
import Testing

@Suite struct FindingTests {
    @Test func aFindingIsOneLineThatAnEditorCanFollow() {
        let finding = Finding(
            .definitionKeyUnknown, .error, at: Place("a.yaml", line: 7, column: 3),
            "key 'x' is not known")
        #expect(finding.line == "a.yaml:7:3: error: key 'x' is not known [definition-key-unknown]")
    }

    @Test func fiveOfAKindAreKeptAndAllAreCounted() {
        var findings = Findings()
        for line in 1...8 {
            findings.report(
                Finding(.definitionValueWrong, .warning, at: Place("a.yaml", line: line), "wrong"))
        }
        #expect(findings.items.count == 5)
        #expect(findings.total(.warning) == 8)
    }

    @Test func mergingKeepsTheCounts() {
        var first = Findings()
        var second = Findings()
        for line in 1...4 {
            first.report(Finding(.definitionValueWrong, .error, at: Place("a", line: line), "x"))
        }
        for line in 1...7 {
            second.report(Finding(.definitionValueWrong, .error, at: Place("a", line: line), "x"))
        }
        first.merge(second)
        #expect(first.items.count == 5)
        #expect(first.total(.error) == 4 + 7)
        #expect(first.worst == .error)
    }

    @Test func codesAreUniqueAndExplainThemselvesInBothLanguages() {
        let ids = FindingCode.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for code in FindingCode.all {
            for text in [code.title, code.explanation, code.remedy] {
                #expect(!text.danish.isEmpty && !text.english.isEmpty)
            }
            #expect(code.id.allSatisfy { $0.isLowercase || $0 == "-" })
        }
    }

    @Test(arguments: [("12-03-2024", "99-99-9999"), ("Mor1", "Aaa9"), ("7,5", "9,9"), ("æØ", "aA")])
    func aShapeTellsNoValue(_ value: String, _ shape: String) {
        #expect(Shape.of(value) == shape)
    }
}
