import Basics
import Loading
import Model
import Testing

@Suite struct BudgetPriceIndexTests {
    let header = "year;index;source;date\n"

    func finding(_ lines: String) -> Finding? {
        let loaded = loadPriceIndex(csv: header + lines, path: "index.csv")
        #expect(loaded.value == nil)
        #expect(loaded.findings.count == 1)
        return loaded.findings.first
    }

    @Test func anIndexIsReadInOrderOfYear() throws {
        let csv =
            "\u{FEFF}" + header
            + "2024;112.5;Statistics;2025-01-10\r\n\n2023;110;Statistics;2024-01-10\n"
        let index = try #require(loadPriceIndex(csv: csv, path: "index.csv").value)
        #expect(index.entries.map(\.year) == [2023, 2024])
        #expect(index[2024] == Ratio(225, over: 2))
        #expect(index[2025] == nil)
    }

    @Test(arguments: [
        ("2023;110;\"Statistics\";2024-01-10\n", "index.csv:2", "the line has a quote"),
        ("2023;110;Statistics\n", "index.csv:2", "the line has 3 cells, not 4"),
        ("MMXX;110;Statistics;2024-01-10\n", "index.csv:2:1", "'AAAA' is no year"),
        ("2023;110,5;Statistics;2024-01-10\n", "index.csv:2:2", "decimal point"),
        ("2023;0;Statistics;2024-01-10\n", "index.csv:2:2", "above zero"),
        ("2023;110;;2024-01-10\n", "index.csv:2:3", "names no source"),
        ("2023;110;Statistics;10-01-2024\n", "index.csv:2:4", "is no date"),
        ("2023;110;S;2024-01-10\n2023;111;S;2024-01-10\n", "index.csv:3", "stands twice"),
        ("", "index.csv:1", "no years"),
    ])
    func aLineThatIsWrongIsAFindingAtItsPlace(lines: String, place: String, words: String) throws {
        let found = try #require(finding(lines))
        #expect(found.code == .priceIndexWrong)
        #expect(found.place.text == place)
        #expect(found.summary.contains(words))
    }

    @Test func anotherHeaderIsRefused() {
        let loaded = loadPriceIndex(csv: "aar;indeks\n", path: "index.csv")
        #expect(loaded.findings.map(\.place.text) == ["index.csv:1"])
    }
}
