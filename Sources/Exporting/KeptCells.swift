import Basics
import Model

/// The name of the column that says which figures of a row are kept, and of which days.
///
/// Nothing, where none is; one day, where every figure that is shown is of it; otherwise each
/// day, the newest first, with the names of its figures: `2026-09-30:cases,open 2026-08-31:people`.
public enum KeptColumn {
    public static let name = "kept"
    static let beforeNames = UInt8(ascii: ":")
    static let betweenNames = UInt8(ascii: ",")
    static let betweenDays = UInt8(ascii: " ")
}

/// Takes in which figures of a table's rows are kept, row after row, as tidy text says it.
struct KeptCells {
    /// The names of the figures, in UTF-8.
    private let names: [[UInt8]]
    /// The days found so far, each as year, month and day in one number.
    private var days: [Int] = []
    /// Row after row, one place in `days` a figure, counted from 1; 0 where it is not kept. Empty
    /// as long as nothing is.
    private var places: [UInt16] = []
    private var rowCount = 0
    /// The places of the row whose cell was read last, and that cell.
    private var row: [UInt16]
    private var last = 0..<0

    init(_ figures: [String]) {
        names = figures.map { Array($0.utf8) }
        row = figures.map { _ in 0 }
    }

    /// Takes a row's cell; false where it cannot be read.
    mutating func take(_ cell: Range<Int>, of text: UnsafeRawBufferPointer) -> Bool {
        defer { rowCount += 1 }
        if cell.isEmpty {
            if !places.isEmpty { places.append(contentsOf: repeatElement(0, count: row.count)) }
            return true
        }
        if !text[cell].elementsEqual(text[last]) {
            guard read(text[cell]) else { return false }
            last = cell
        }
        if places.isEmpty { places = Array(repeating: 0, count: rowCount * row.count) }
        places += row
        return true
    }

    private mutating func read(_ cell: Slice<UnsafeRawBufferPointer>) -> Bool {
        for place in row.indices { row[place] = 0 }
        for part in cell.split(separator: KeptColumn.betweenDays) {
            guard let day = day(part.prefix(10)) else { return false }
            let rest = part.dropFirst(10)
            if rest.isEmpty {
                for place in row.indices { row[place] = day }
            } else {
                guard rest.first == KeptColumn.beforeNames else { return false }
                mark(rest.dropFirst(), day)
            }
        }
        return true
    }

    private mutating func mark(_ list: Slice<UnsafeRawBufferPointer>, _ day: UInt16) {
        var next = 0
        for name in list.split(separator: KeptColumn.betweenNames) {
            // They stand in the order of the columns.
            let place =
                names[next...].firstIndex { name.elementsEqual($0) }
                ?? names.firstIndex { name.elementsEqual($0) }
            guard let place else { continue }
            row[place] = day
            next = place + 1
        }
    }

    /// The place of a day; of those that are too many to be told apart, none.
    private mutating func day(_ text: Slice<UnsafeRawBufferPointer>) -> UInt16? {
        guard text.count == 10 else { return nil }
        var number = 0
        for byte in text where byte != UInt8(ascii: "-") {
            guard byte &- 48 < 10 else { return nil }
            number = number * 10 + Int(byte &- 48)
        }
        if let place = days.firstIndex(of: number) { return UInt16(place + 1) }
        guard days.count < KeptDays.most - 1 else { return nil }
        days.append(number)
        return UInt16(days.count)
    }
}

extension KeptCells {
    /// The days, the newest first, and each figure's place among them, counted from 1; nothing
    /// where one is no day.
    consuming func inOrder() -> (days: [CalendarDate], places: [UInt16])? {
        var order = days.indices.sorted { days[$0] > days[$1] }
        let dates = order.compactMap {
            CalendarDate(year: days[$0] / 10_000, month: days[$0] / 100 % 100, day: days[$0] % 100)
        }
        guard dates.count == days.count else { return nil }
        if order == Array(days.indices) { return (dates, places) }
        order.insert(-1, at: 0)
        var ranks = Array(repeating: UInt16(0), count: order.count)
        for (rank, place) in order.enumerated() { ranks[place + 1] = UInt16(rank) }
        for index in places.indices { places[index] = ranks[Int(places[index])] }
        return (dates, places)
    }
}
