import Basics
@_spi(Disclosure) import Model
import Testing

@testable import Exporting

@Suite struct TableTextTests {
    private func table() -> DisclosedTable {
        var table = FigureTable(
            name: "elements", keys: ["programme", "municipality", "team", "element"],
            figures: [
                ("cases", .count), ("mean", .points), ("verdict", .word(["above", "below"])),
            ])
        let words = [["*", "-"], ["*", "=x;\"y\""], ["*", "-1"], ["kontakt"]]
        for (column, words) in words.enumerated() {
            table.keys[column].words = words
            table.keys[column].indices = [0, Int32(words.count) - 1]
        }
        table.figures[0].values = [12, 3]
        table.figures[1].values = [2.0 / 3, .nan]
        table.figures[2].values = [1, 0]
        table.rowCount = 2
        return DisclosedTable(
            table, states: [[.shown, .hidden], [.earlier, .empty], [.shown, .hidden]],
            kept: KeptDays(days: [day("2026-09-30")], places: [[0, 0], [0, 0], [0, 0]]))
    }

    private func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

    @Test func aTidyTableSaysHiddenAndLeavesNothingWhereNothingIsComputed() {
        let text = String(decoding: tableText(table()), as: UTF8.self)
        #expect(
            text == """
                programme;municipality;team;element;cases;mean;verdict;kept
                *;*;*;kontakt;12;0.666666666667;below;2026-09-30:mean
                -;"'=x;""y""\";'-1;kontakt;hidden;;hidden;

                """)
    }

    @Test func aSpreadsheetGetsCommas() {
        let bytes = tableText(table(), style: .spreadsheet)
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\n")
        #expect(lines[1] == "*;*;*;kontakt;12;0,666666666667;below;2026-09-30:mean")
        #expect(lines[2] == "-;\"'=x;\"\"y\"\"\";'-1;kontakt;hidden;;hidden;")
    }

    @Test func theListOfHiddenCountsNamesTheReason() {
        let disclosed = Disclosed(
            profile: .published, rules: SmallNumbers(), asOf: CalendarDate(days: 0),
            tables: [table()], hidden: [],
            ledger: HiddenLedger(reasons: [[[.none, .small], [], []]]))
        var bytes: [UInt8] = []
        writeHiddenList(disclosed) { bytes += $0 }
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                table;keys;figure;reason;count
                elements;'-|=x  y |-1|kontakt;cases;small;1

                """)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let earlier = try #require(readEarlierTable(tableText(table()), name: "elements"))
        #expect(earlier.rowCount == 2)
        #expect(earlier.keys[1].word(1) == "=x;\"y\"")
        let names = earlier.figures
        #expect(earlier.number(0, names[0]) == 12)
        #expect(earlier.number(1, names[0]) == nil)
        #expect(earlier.number(0, names[1]) == 0.666666666667)
        #expect(earlier.number(0, names[2]) == nil)
        #expect(names == ["cases", "mean", "verdict"])
        #expect(names.map { earlier.keptDay(0, $0) } == [nil, day("2026-09-30"), nil])
        #expect(names.map { earlier.keptDay(1, $0) } == [nil, nil, nil])
    }

    /// What is kept of some rows, in the words of the column and by figure.
    private static let kept: [(cell: String, days: [String?])] = [
        ("", [nil, nil, nil]),
        ("2026-08-31", ["2026-08-31", "2026-08-31", "2026-08-31"]),
        ("2026-08-31", ["2026-08-31", "2026-08-31", "2026-08-31"]),
        (
            "2026-09-30:open 2026-07-31:cases,people",
            ["2026-07-31", "2026-09-30", "2026-07-31"]
        ),
        ("", [nil, nil, nil]),
        ("2026-08-31:people", [nil, nil, "2026-08-31"]),
    ]

    @Test func theDaysOfKeptFiguresAreWrittenAndReadBack() throws {
        let days = ["2026-09-30", "2026-08-31", "2026-07-31"]
        var table = FigureTable(
            name: "cases", keys: ["programme", "municipality", "team"],
            figures: [("cases", .count), ("open", .count), ("people", .count)])
        let rows = TableTextTests.kept.indices
        table.rowCount = rows.count
        for column in 0..<3 {
            table.keys[column].words = column == 2 ? rows.map { "t\($0)" } : ["*"]
            table.keys[column].indices = rows.map { column == 2 ? Int32($0) : 0 }
            table.figures[column].values = rows.map { Double($0 + 10) }
        }
        let kept = KeptDays(
            days: days.map(day),
            places: (0..<3).map { column in
                TableTextTests.kept.map { each in
                    each.days[column].map { UInt16(days.firstIndex(of: $0)!) } ?? 0
                }
            })
        let bytes = tableText(
            DisclosedTable(
                table,
                states: (0..<3).map { column in
                    TableTextTests.kept.map { $0.days[column] == nil ? .shown : .earlier }
                }, kept: kept))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        for (line, each) in zip(lines, TableTextTests.kept) {
            #expect(line.hasSuffix(";" + each.cell))
        }
        let earlier = try #require(readEarlierTable(bytes, name: "cases"))
        for (row, each) in TableTextTests.kept.enumerated() {
            let read = ["cases", "open", "people"].map { earlier.keptDay(row, $0)?.iso }
            #expect(read == each.days)
        }
        #expect(earlier.days.map(\.iso) == days)
    }

    @Test(arguments: ["2026", "2026-13-01", "2026-08-31,cases", "x", "2026-08-31:cases 08-31"])
    func aTableWhoseKeptFiguresCannotBeToldIsNoTable(cell: String) {
        let text = "programme;municipality;team;cases;kept\n*;*;*;12;\(cell)\n"
        #expect(readEarlierTable(Array(text.utf8), name: "cases") == nil)
    }

    @Test func aTableOfBeforeThereWereDaysIsReadToo() throws {
        let text = "programme;municipality;team;cases\n*;*;*;12\n"
        let earlier = try #require(readEarlierTable(Array(text.utf8), name: "cases"))
        #expect(earlier.number(0, "cases") == 12)
        #expect(earlier.keptDay(0, "cases") == nil)
    }

    @Test(arguments: ["=x", "'=x", "''=x", "'x", "x'", "-1", "'", "''", "-", "@", "'@x"])
    func aNameIsReadBackAsItWas(name: String) throws {
        var table = FigureTable(
            name: "elements", keys: ["programme", "municipality", "team", "element"],
            figures: [("cases", .count)])
        for column in table.keys.indices {
            table.keys[column].words = [name]
            table.keys[column].indices = [0]
        }
        table.figures[0].values = [12]
        table.rowCount = 1
        for style in TableStyle.allCases {
            let bytes = tableText(DisclosedTable(table, states: [[.shown]]), style: style)
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[1]
            #expect(name.count == 1 || !"=+-@".contains(line.first!))
        }
        let bytes = tableText(DisclosedTable(table, states: [[.shown]]))
        #expect(try #require(readEarlierTable(bytes, name: "elements")).keys[0].word(0) == name)
    }

    @Test(arguments: [
        "0", "-0", "12", "-3.5", "0.333333333333", "66.6666666667", "123456789012", "0.0001234",
        "9007199254740993", "1e5", "-", ".5", "", "hidden", "hiddenness", "improved",
    ])
    func aNumberIsReadAsItStands(cell: String) throws {
        let text = "programme;municipality;team;element;cases\n*;*;*;kontakt;\(cell)\n"
        let earlier = try #require(readEarlierTable(Array(text.utf8), name: "elements"))
        #expect(earlier.number(0, "cases") == Double(cell))
    }

    @Test func wordsAreToldApartWhateverCameBefore() throws {
        let words = ["a", "ab", "a", "\"a;b\"", "ab", "ab", "a", "\"a;b\"", "c"]
        let rows = words.map { "*;*;*;\($0);1\n" }.joined()
        let text = "programme;municipality;team;element;cases\n" + rows
        let earlier = try #require(readEarlierTable(Array(text.utf8), name: "elements"))
        #expect(
            (0..<words.count).map { earlier.keys[3].word($0) }
                == words.map { $0.replacing("\"", with: "") })
    }

    @Test(arguments: ["", "a;b\n", "programme;municipality;team;element;cases\n*;*;*\n"])
    func aTextOfAnotherShapeIsNoTable(text: String) {
        #expect(readEarlierTable(Array(text.utf8), name: "elements") == nil)
    }

    /// Expected by hand, to twelve significant digits.
    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (-3.5, "-3.5"), (1234567.0, "1234567"), (0.1, "0.1"),
        (1.0 / 3, "0.333333333333"), (200.0 / 3, "66.6666666667"), (0.0001234, "0.0001234"),
        (0.999999999999999, "1"), (99999999999.96, "100000000000"), (12.5, "12.5"),
        (1e12, "1000000000000"), (123456789012.3, "123456789012"), (1.5e-9, "0.0000000015"),
    ])
    func aNumberHasAtMostTwelveSignificantDigits(number: Double, text: String) {
        var written = TextBuffer()
        NumberText.add(number, to: &written)
        let result = written.text
        #expect(result == text)
    }

    @Test func everyNumberReadsBackToTwelveDigits() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2000 {
            let number = (random.unit() - 0.5) * [1e-3, 1, 100, 1e6, 1e9][random.below(5)]
            var text = TextBuffer()
            NumberText.add(number, to: &text)
            let written = text.text
            let read = try #require(Double(written))
            #expect(abs(read - number) <= abs(number) * 1e-11)
        }
    }
}
