import Basics
import Model

/// Reads a price index from a CSV text with the header `year;index;source;date`.
///
/// UTF-8, one year a line, a decimal point, dates `yyyy-mm-dd`, no quotes; blank lines and a
/// byte order mark are passed over. `path` stands in findings.
public func loadPriceIndex(csv: String, path: String) -> Loaded<PriceIndex> {
    var reader = PriceIndexReader(path: path)
    let entries = reader.entries(of: csv)
    let value = reader.findings.isEmpty ? PriceIndex(entries) : nil
    return Loaded(value: value, findings: reader.findings)
}

private struct PriceIndexReader {
    let path: String
    private(set) var findings: [Finding] = []

    init(path: String) {
        self.path = path
    }

    mutating func entries(of csv: String) -> [PriceIndex.Entry] {
        let body = csv.hasPrefix("\u{FEFF}") ? csv.dropFirst() : Substring(csv)
        let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first == "year;index;source;date" else {
            report(line: 1, "the header is not year;index;source;date")
            return []
        }
        var entries: [PriceIndex.Entry] = []
        for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            guard let entry = entry(line, number: number + 1) else { continue }
            if entries.contains(where: { $0.year == entry.year }) {
                report(line: number + 1, "the year \(entry.year) stands twice")
            }
            entries.append(entry)
        }
        if entries.isEmpty, findings.isEmpty { report(line: 1, "the index has no years") }
        return entries.sorted { $0.year < $1.year }
    }

    private mutating func entry(_ line: Substring, number: Int) -> PriceIndex.Entry? {
        guard !line.contains("\"") else {
            report(line: number, "the line has a quote")
            return nil
        }
        let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        guard cells.count == 4 else {
            report(line: number, "the line has \(cells.count) cells, not 4")
            return nil
        }
        guard let year = Int(cells[0]), (1900...2200).contains(year) else {
            return wrong(number, column: 1, "is no year", cells[0])
        }
        guard let index = Ratio(decimal: cells[1]), index > 0 else {
            return wrong(
                number, column: 2, "is no number above zero with a decimal point", cells[1])
        }
        guard !cells[2].isEmpty else {
            return wrong(number, column: 3, "names no source", cells[2])
        }
        guard let date = CalendarDate(iso: cells[3]) else {
            return wrong(number, column: 4, "is no date as yyyy-mm-dd", cells[3])
        }
        return PriceIndex.Entry(year: year, index: index, source: String(cells[2]), date: date)
    }

    private mutating func wrong(
        _ line: Int, column: Int, _ complaint: String, _ cell: Substring
    ) -> PriceIndex.Entry? {
        report(line: line, column: column, "'\(Shape.of(cell))' \(complaint)")
        return nil
    }

    private mutating func report(line: Int, column: Int? = nil, _ summary: String) {
        findings.append(
            Finding(
                .priceIndexWrong, .error, at: Place(path, line: line, column: column), summary))
    }
}
