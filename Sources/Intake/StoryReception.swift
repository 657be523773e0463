import Basics
import Model
import Tables

/// The change stories of a run and what became of the files that they came from.
public struct StoryReception: Sendable {
    /// One row a story, by date and text.
    public var stories = Stories()
    /// What became of each file, in the byte order of their names.
    public var files: [FileReception] = []

    /// Makes a reception of nothing.
    public init() {}

    /// Reads every file of stories, in the byte order of their names; a story that stands twice
    /// counts once.
    public static func read(_ files: [SourceFile], cases: CaseIndex) -> StoryReception {
        var reception = StoryReception()
        let table = StoryTable()
        for (number, file) in inByteOrder(files).enumerated() {
            table.file = Int16(number)
            var run = FileRun(file, door: cases)
            run.read {
                StoryTaker(table, cases, $0, $1.layout)
            } finish: { _, _ in
            }
            run.reception.counts.used -= table.repeated
            run.reception.counts.duplicates += table.repeated
            table.repeated = 0
            reception.files.append(run.reception)
        }
        reception.stories = table.sorted
        return reception
    }
}

private final class StoryTable {
    struct Key: Hashable {
        var owner: Int32
        var date: Int32
        var text: String
    }

    /// How many rows of the file being read said what another had said.
    var repeated = 0
    var file: Int16 = 0
    /// The file that each story stands in first.
    private var met: [Key: Int16] = [:]

    func add(_ story: Key) {
        if met[story] == nil { met[story] = file } else { repeated += 1 }
    }

    /// By date and text, so that it tells nothing of where a row stood.
    var sorted: Stories {
        var rows = Stories()
        for (story, file) in met.sorted(by: { StoryTable.precedes($0.key, $1.key) }) {
            rows.cases.append(story.owner)
            rows.dates.append(story.date)
            rows.texts.append(story.text)
            rows.files.append(file)
        }
        return rows
    }

    private static func precedes(_ a: Key, _ b: Key) -> Bool {
        guard a.date == b.date else { return a.date < b.date }
        guard a.text == b.text else { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
        return a.owner < b.owner
    }
}

private struct StoryTaker: RowTaker {
    private let table: StoryTable
    private let cases: CaseIndex
    private let cells: RowCells

    init(_ table: StoryTable, _ cases: CaseIndex, _ map: HeaderMap, _ layout: IntakeLayout) {
        self.table = table
        self.cases = cases
        cells = RowCells(map, layout)
    }

    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        guard let date = cells.neededDate(.date, record, &ledger) else { return false }
        let owner = findCase(record, column: cells.map.column(.case), cases, &ledger)
        guard owner >= 0 else { return false }
        let text = cells.cell(.story, record)
        guard !text.isEmpty else {
            cells.reject(.rowValueMissing, .story, record, &ledger)
            return false
        }
        table.add(
            StoryTable.Key(
                owner: owner, date: date, text: CivilRegistrationNumber.masked(text.text)))
        return true
    }
}
