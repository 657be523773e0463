import Model
import TestSupport

@testable import Disclosure

extension PublishedTable {
    /// What a reader of a disclosed table has in hand.
    init(_ table: DisclosedTable) {
        self.init(
            table.name, keys: table.keys.map(\.name), columns: table.figures.map(\.name))
        for row in 0..<table.rowCount {
            add(
                table.keys.map { $0.word(row) },
                table.figures.indices.map { PublishedTable.cell(table, row, $0) })
        }
    }

    private static func cell(_ table: DisclosedTable, _ row: Int, _ column: Int) -> Cell {
        if case .word = table.figures[column].kind,
            let word = table.word(row, table.figures[column].name)
        {
            return .word(word)
        }
        return switch table.figure(row, column) {
        case .value(let number): .number(number)
        case .earlier(let number, _): .earlier(number)
        case .empty: .empty
        case .hidden: .hidden
        }
    }
}

extension Disclosed {
    /// All tables as their readers have them in hand.
    var published: [PublishedTable] { tables.map { PublishedTable($0) } }
}

extension Invented {
    /// What anybody can read of the programmes that the families are in.
    static let definitions: Attack.Definitions = {
        var definitions = Attack.Definitions()
        for programme in 0..<10 {
            let name = Invented.name("p", programme)
            definitions.startLines.insert([name, lineNames[0]])
            definitions.endLines.insert([name, lineNames[2]])
        }
        definitions.addedValue = ["test.scale-0", "parent"]
        return definitions
    }()

    /// The tables with nothing hidden.
    var truth: [PublishedTable] {
        discloseInternally(disclosable(), rules: SmallNumbers()).published
    }
}

extension EarlierPublished {
    /// What a reader who has kept the files of all periods knows to have been last shown.
    init?(lastShown periods: [Disclosed]) {
        guard let first = periods.first else { return nil }
        self = periods.dropFirst().reduce(EarlierPublished(readingBack: first)) {
            EarlierPublished(readingBack: $1).withWhatWasShown(before: $0)
        }
    }
}
