import Basics
import Model
import Tables

/// The indicators of a run and what became of the files that they came from.
public struct IndicatorReception: Sendable {
    /// Counts `persons` until `place` is called.
    public var indicators = Indicators()
    /// The persons that the values are about.
    public var persons = FilePersons()
    /// What became of each file, in the byte order of their names.
    public var files: [FileReception] = []

    /// Makes a reception of nothing.
    public init() {}

    /// Reads every file of indicators, in the byte order of their names.
    ///
    /// `firstFile` is the index of the first file among all files received. Of two values of one
    /// indicator for one person on one day, the later counts.
    public static func read(
        _ files: [SourceFile], cases: CaseIndex, firstFile: Int = 0
    ) -> IndicatorReception {
        var reception = IndicatorReception()
        let table = IndicatorTable()
        for (number, file) in inByteOrder(files).enumerated() {
            var run = FileRun(file, door: cases)
            table.file = Int16(firstFile + number)
            run.read {
                IndicatorTaker(table, cases, $0, $1.layout)
            } finish: { _, _ in
            }
            reception.files.append(run.reception)
        }
        table.settle(&reception, firstFile: firstFile)
        reception.persons = FilePersons(
            table.persons, roles: .init(repeating: .unknown, count: table.persons.count))
        return reception
    }

    /// Makes the values count the persons of the run, given the index of each of `persons`.
    public mutating func place(persons indices: [Int32]) {
        for row in indicators.persons.indices where indicators.persons[row] >= 0 {
            indicators.persons[row] = indices[Int(indicators.persons[row])]
        }
    }
}

/// Files in the byte order of their names.
func inByteOrder(_ files: [SourceFile]) -> [SourceFile] {
    files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

private final class IndicatorTable {
    var file: Int16 = 0
    var rows = Indicators()
    var names = ByteTable()
    var persons = ByteTable()

    /// Leaves out the rows that a later one replaces, and puts the names in byte order.
    func settle(_ reception: inout IndicatorReception, firstFile: Int) {
        let order = names.sortedIndices()
        var places = [Int32](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { places[index] = Int32(place) }
        var result = Indicators()
        result.indicatorNames = order.map { names.text($0) }
        for row in settledRows(&reception, firstFile: firstFile) {
            result.cases.append(rows.cases[row])
            result.persons.append(rows.persons[row])
            result.dates.append(rows.dates[row])
            result.indicators.append(places[Int(rows.indicators[row])])
            result.values.append(rows.values[row])
            result.files.append(rows.files[row])
            result.lines.append(rows.lines[row])
        }
        reception.indicators = result
    }

    private struct Key: Hashable {
        var owner: Int32
        var person: Int32
        var date: Int32
        var indicator: Int32
    }

    private func settledRows(_ reception: inout IndicatorReception, firstFile: Int) -> [Int] {
        var settling = RowSettling(count: rows.count)
        var met: [Key: Int] = [:]
        for row in 0..<rows.count {
            let key = Key(
                owner: rows.cases[row], person: rows.persons[row], date: rows.dates[row],
                indicator: rows.indicators[row])
            if let before = met.updateValue(row, forKey: key) {
                settling.replace(
                    RowOrigin(before, Int(rows.files[before]) - firstFile, rows.lines[before]),
                    by: RowOrigin(row, Int(rows.files[row]) - firstFile, rows.lines[row]),
                    isSame: rows.values[before] == rows.values[row], &reception.files)
            }
        }
        return settling.kept
    }
}

/// A row of a small table and where it comes from.
struct RowOrigin {
    var row: Int
    var file: Int
    var line: Int32

    init(_ row: Int, _ file: Int, _ line: Int32) {
        self.row = row
        self.file = file
        self.line = line
    }
}

/// Leaves out rows of small tables that later rows replace.
struct RowSettling {
    private var isKept: [Bool]

    init(count: Int) {
        isKept = [Bool](repeating: true, count: count)
    }

    var kept: [Int] { isKept.indices.filter { isKept[$0] } }

    /// Leaves a row out because a later one says the same, or says otherwise of the same.
    mutating func replace(
        _ loser: RowOrigin, by winner: RowOrigin, isSame: Bool, _ files: inout [FileReception]
    ) {
        isKept[loser.row] = false
        files[loser.file].counts.used -= 1
        files[loser.file].counts.duplicates += 1
        guard !isSame else { return }
        files[winner.file].findings.report(
            Finding(
                .rowTwice, .warning, at: Place(files[winner.file].file, line: Int(winner.line)),
                "the same row stands in \(files[loser.file].file), line \(loser.line), with other "
                    + "content; this row counts"))
    }
}

private struct IndicatorTaker: RowTaker {
    private let table: IndicatorTable
    private let cases: CaseIndex
    private let cells: RowCells
    /// Values are kept to a millionth.
    private static let unit = 1_000_000

    init(_ table: IndicatorTable, _ cases: CaseIndex, _ map: HeaderMap, _ layout: IntakeLayout) {
        self.table = table
        self.cases = cases
        cells = RowCells(map, layout)
    }

    mutating func take(_ record: borrowing Record, _ ledger: inout Ledger) -> Bool {
        guard let date = cells.neededDate(.date, record, &ledger) else { return false }
        let owner = findCase(record, column: cells.map.column(.case), cases, &ledger)
        guard owner >= 0 else { return false }
        let name = cells.cell(.indicator, record)
        guard !name.isEmpty, let nameBytes = name.baseAddress else {
            cells.reject(.rowValueMissing, .indicator, record, &ledger)
            return false
        }
        let cell = cells.cell(.value, record)
        guard let value = cell.numberWithThousands(unit: IndicatorTaker.unit, mark: cells.mark),
            !cells.missing.isMissing(cell.text)
        else {
            cells.reject(.rowValueMissing, .value, record, &ledger)
            return false
        }
        table.rows.cases.append(owner)
        table.rows.persons.append(person(record, owner))
        table.rows.dates.append(date)
        table.rows.indicators.append(table.names.intern(nameBytes, name.count))
        table.rows.values.append(Ratio(Int64(value), over: Int64(IndicatorTaker.unit)))
        table.rows.files.append(table.file)
        table.rows.lines.append(Int32(record.line))
        return true
    }

    /// The person that a value is about, or -1 when it is the family's.
    private func person(_ record: borrowing Record, _ owner: Int32) -> Int32 {
        let cell = cells.cell(.person, record)
        guard !cell.isEmpty, let bytes = cell.baseAddress else { return -1 }
        return table.persons.intern(bytes, cell.count, scope: owner)
    }
}
