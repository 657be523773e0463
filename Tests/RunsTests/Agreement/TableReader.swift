import Basics
import Model
import Testing

@testable import Runs

/// Compares one table of a programme's page with the tidy rows it comes of.
struct TableReader {
    let columns: TableColumns
    let scaleTitles: [String: String]
    let programme: Programme
    let language: Language

    /// How many cells were compared.
    func compare(_ table: PageTable, _ tidy: [[String: String]]) -> Int {
        let rows = table.rows.dropFirst()
        if case .none = columns.names { return compareAsBags(table.caption, Array(rows), tidy) }
        var compared = 0
        for row in rows {
            let matching = tidy.filter { isNamed($0, row, table.caption) }
            #expect(matching.count == 1, "\(table.caption): \(row[0])")
            guard let found = matching.first else { continue }
            for (place, names) in columns.cells {
                let values = names.map { found[$0] ?? "?" }
                #expect(
                    says(row[place], values, language),
                    "\(table.caption), \(row[0]): \(row[place]) is not \(values)")
                compared += 1
            }
        }
        return compared
    }

    /// Every row of the page fits a tidy row of its own.
    private func compareAsBags(
        _ caption: String, _ rows: [[String]], _ tidy: [[String: String]]
    ) -> Int {
        var left = tidy
        for row in rows {
            let place = left.firstIndex { found in
                columns.cells.allSatisfy { says(row[$0], $1.map { found[$0] ?? "?" }, language) }
            }
            #expect(place != nil, "\(caption): \(row)")
            if let place { left.remove(at: place) }
        }
        return rows.count * columns.cells.count
    }

    func isNamed(
        _ tidy: [String: String], _ row: [String], _ caption: String
    ) -> Bool {
        switch columns.names {
        case .outcome:
            let outcome = programme.outcomes.first { $0.name == tidy["outcome"] }
            return outcome?.title[language] == row[0] && outcome?.horizon.name == tidy["horizon"]
        case .scale:
            let who = PageWords.informants[tidy["informant"] ?? ""]?[language]
            let horizon = PageWords.horizons[tidy["horizon"] ?? ""]?[language] ?? "?"
            return scaleTitles[tidy["scale"] ?? ""] == row[0] && who == row[1]
                && caption.hasSuffix(", " + horizon)
        case .programme: return row[0] == programme.title[language]
        case .none: return false
        }
    }
}
