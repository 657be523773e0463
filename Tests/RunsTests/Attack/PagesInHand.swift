import Basics
import Foundation
import Model
import TestSupport

@testable import Runs

/// Figures read back from everything that a run publishes to be looked at: the tables of the
/// programmes' pages, and what sentences, pictures and their descriptions say of people.
struct PagesInHand {
    /// How many cells of tables were read.
    private(set) var cells = 0
    /// So many of so many people, as it is said somewhere.
    private(set) var pairs: [Pair] = []
    private var figures: [Figure] = []

    struct Pair: Hashable {
        var part: Int
        var whole: Int
        var page: String
    }

    /// A number that a page shows in a place of a tidy table.
    private struct Figure {
        var table: String
        var keys: [String: String]
        var column: String
        var number: Double
    }

    init(_ folder: String, _ language: Language) throws {
        let definitions = try Definitions(
            pipeline: Folders.package + "/Pipelines/monthly.yaml", option: nil)
        let titles = Dictionary(
            uniqueKeysWithValues: definitions.instruments.flatMap(\.scales).map {
                ($0.name, $0.title[language])
            })
        for programme in definitions.programmes {
            let path = "\(folder)/programmes/\(programme.name).html"
            guard let page = PageOfHTML(try String(contentsOfFile: path, encoding: .utf8)) else {
                continue
            }
            for shown in page.tables {
                guard
                    let columns = TableColumns.all.first(where: {
                        $0.starts(shown.caption, language)
                    })
                else { continue }
                let tidy = try table(columns.table, in: folder).filter {
                    $0["programme"] == programme.name && $0["municipality"] == "*"
                        && $0["team"] == "*"
                }
                let reader = TableReader(
                    columns: columns, scaleTitles: titles, programme: programme,
                    language: language)
                read(shown, reader, tidy)
            }
        }
        try readPairs(folder, language)
    }

    private mutating func read(
        _ shown: PageTable, _ reader: TableReader, _ tidy: [[String: String]]
    ) {
        if case .none = reader.columns.names { return }
        for row in shown.rows.dropFirst() {
            guard let found = tidy.first(where: { reader.isNamed($0, row, shown.caption) }) else {
                continue
            }
            for (place, names) in reader.columns.cells where names.count == 1 {
                cells += 1
                let digits = row[place].filter(\.isNumber)
                // Counts only: a share or a mean has a unit, or rounded decimals.
                guard !row[place].contains(where: { ",%".contains($0) }),
                    let number = Double(digits)
                else { continue }
                figures.append(
                    Figure(
                        table: reader.columns.table, keys: found, column: names[0],
                        number: number))
            }
        }
    }

    /// Not money, whose thousands are apart, nor outcomes, which are no people.
    nonisolated(unsafe) private static let partAndWhole =
        #/([0-9]+) (?:af|of) ([0-9]+)(?![0-9.,]*[0-9])(?! (?:virkning|outcome))/#

    /// Reads "12 of 31" wherever it stands: in text, pictures, their titles and descriptions.
    private mutating func readPairs(_ folder: String, _ language: Language) throws {
        let files = try tree(folder)
        for (path, data) in files.sorted(by: { $0.key < $1.key })
        where [".html", ".md", ".svg", ".txt"].contains(where: path.hasSuffix) {
            let text = String(decoding: data, as: UTF8.self)
                .replacing(#/<(style|script)(?s:.*?)</(style|script)>/#, with: "")
                .replacing(#/<[^>]*>/#, with: " ")
                .replacing(#/[\s\u{A0}]+/#, with: " ")
            for match in text.matches(of: PagesInHand.partAndWhole) {
                guard let part = Int(match.1), let whole = Int(match.2) else { continue }
                pairs.append(Pair(part: part, whole: whole, page: path))
            }
        }
    }

    /// Tables as somebody has them who has read the pages too.
    func added(to tables: [PublishedTable]) -> [PublishedTable] {
        tables.map { table in
            var table = table
            for figure in figures where figure.table == table.name {
                guard let row = table.row(table.keys.map { figure.keys[$0] ?? "" }) else {
                    continue
                }
                let column = table.column(figure.column)
                if table.cells[row][column] == .hidden {
                    table.set(row, column, .number(figure.number))
                }
            }
            return table
        }
    }
}

extension [PublishedTable] {
    /// Whether somewhere a row shows so many, and beside them the whole, others that make it up,
    /// or the share, which tells it.
    func tell(_ pair: PagesInHand.Pair) -> Bool {
        contains { table in
            table.cells.contains { cells in
                let numbers = Set(cells.compactMap(\.shownNumber))
                guard numbers.contains(Double(pair.part)) else { return false }
                if numbers.contains(Double(pair.whole)) { return true }
                let share = Double(pair.part) / Double(pair.whole)
                if numbers.contains(where: { abs($0 - share) < 1e-11 }) { return true }
                return PublishedTable.wholes.contains { names in
                    let parts = names.compactMap { name in
                        table.columns.firstIndex(of: name).flatMap { cells[$0].shownNumber }
                    }
                    return parts.count == names.count && parts.reduce(0, +) == Double(pair.whole)
                }
            }
        }
    }
}

extension PublishedTable.Cell {
    /// The number that stands here, of this period or an earlier one.
    fileprivate var shownNumber: Double? {
        switch self {
        case .number(let number), .earlier(let number): number
        case .word, .hidden, .empty: nil
        }
    }
}

extension PublishedTable {
    /// Columns that add up to what shares are of.
    fileprivate static let wholes = [
        Attack.classes,
        ["closed_met", "closed_not_met", "closed_not_known"],
        ["nearing_met", "nearing_not_met", "nearing_not_known"], ["better", "same", "worse"],
        ["n_measured", "n_missing"],
    ]
}
