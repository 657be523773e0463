import Basics

/// A table of figures that has passed disclosure control: all that may be rendered or exported.
///
/// Only the stage `Disclosure` can make one; the initialiser is its private entrance, so a
/// figure that has not passed cannot be rendered. Rows stand in the order of their keys, the
/// first key first.
public struct DisclosedTable: Sendable {
    /// Whether a figure is there to be shown.
    public enum State: UInt8, Sendable, Hashable {
        case shown
        /// Not computed; the report says why where it stands.
        case empty
        /// Hidden, because it or what it could be worked out from is small.
        case hidden
        /// The figure of an earlier published period, because few people joined or left since.
        case earlier
    }

    public let name: String
    public let keys: [KeyColumn]
    /// Values are NaN wherever nothing is shown.
    public let figures: [FigureColumn]
    /// One state a row for each column of figures.
    public let states: [[State]]
    /// Which days the kept figures are of.
    public let kept: KeptDays
    public let rowCount: Int

    /// Makes a table of figures that may be shown; blanks whatever is not.
    @_spi(Disclosure)
    public init(
        _ table: consuming FigureTable, states: [[State]], kept: KeptDays = KeptDays()
    ) {
        name = table.name
        keys = table.keys
        rowCount = table.rowCount
        self.states = states
        self.kept = kept
        var columns = table.figures
        table.figures = []
        for (index, states) in states.enumerated() {
            DisclosedTable.blank(&columns[index].values, states)
        }
        figures = columns
    }

    private static func blank(_ values: inout [Double], _ states: [State]) {
        values.withUnsafeMutableBufferPointer { values in
            for row in values.indices where states[row] == .hidden || states[row] == .empty {
                values[row] = .nan
            }
        }
    }

    /// The row with these keys, in the order of the key columns, or nothing.
    public func row(_ words: String...) -> Int? {
        let rows = rows(words)
        precondition(
            words.count == keys.count, "\(name) has \(keys.count) keys, not \(words.count)")
        return rows.first
    }

    /// The rows whose first keys are these, which stand together.
    public func rows(_ words: [String]) -> Range<Int> {
        precondition(words.count <= keys.count, "\(name) has only \(keys.count) keys")
        var range = 0..<rowCount
        for (column, word) in zip(keys, words) {
            guard let index = column.words.firstIndex(of: word) else { return 0..<0 }
            let wanted = Int32(index)
            let low = partition(range) { column.indices[$0] >= wanted }
            range = low..<partition(low..<range.upperBound) { column.indices[$0] > wanted }
        }
        return range
    }

    /// The first row of a range for which a test that stays true once it is true holds.
    private func partition(_ range: Range<Int>, _ isAbove: (Int) -> Bool) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if isAbove(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The index of a column of figures; there must be one of this name.
    public func column(_ name: String) -> Int {
        guard let index = figures.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("\(self.name) has no column '\(name)'")
        }
        return index
    }

    /// A figure by its row and the name of its column.
    public func figure(_ row: Int, _ column: String) -> ShownFigure {
        figure(row, self.column(column))
    }

    /// A figure by its row and the index of its column.
    public func figure(_ row: Int, _ column: Int) -> ShownFigure {
        switch states[column][row] {
        case .shown: .value(figures[column].values[row])
        case .earlier: .earlier(figures[column].values[row], kept.day(row, column))
        case .empty: .empty
        case .hidden: .hidden
        }
    }

    /// The word that a figure of kind `word` stands for, if it may be shown.
    public func word(_ row: Int, _ column: String) -> String? {
        let index = self.column(column)
        guard case .word(let words) = figures[index].kind else {
            preconditionFailure("\(name).\(column) holds numbers, not words")
        }
        return figure(row, index).number.map { words[Int($0)] }
    }
}

/// A figure as it may be shown.
public enum ShownFigure: Sendable, Hashable {
    case value(Double)
    /// The figure of an earlier published period, and the day that it is of.
    case earlier(Double, CalendarDate)
    case empty
    case hidden

    /// The number, if one may be shown.
    public var number: Double? {
        switch self {
        case .value(let number), .earlier(let number, _): number
        case .empty, .hidden: nil
        }
    }
}
