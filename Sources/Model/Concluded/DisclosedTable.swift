import Basics

/// A table of figures that has passed disclosure control: all that may be rendered or exported.
///
/// Only the stage `Disclosure` can make one; the initialiser is its private entrance, so a
/// figure that has not passed cannot be rendered.
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
    public let rowCount: Int
    private let rowsByKeys: [[Int32]: Int32]

    /// Makes a table of figures that may be shown.
    @_spi(Disclosure)
    public init(_ table: FigureTable, states: [[State]]) {
        name = table.name
        keys = table.keys
        self.states = states
        rowCount = table.rowCount
        figures = zip(table.figures, states).map { column, states in
            var column = column
            for row in column.values.indices where states[row] == .hidden || states[row] == .empty {
                column.values[row] = .nan
            }
            return column
        }
        var rows: [[Int32]: Int32] = [:]
        rows.reserveCapacity(table.rowCount)
        for row in 0..<table.rowCount {
            rows[table.keys.map { $0.indices[row] }] = Int32(row)
        }
        rowsByKeys = rows
    }

    /// The row with these keys, in the order of the key columns, or nothing.
    public func row(_ words: [String]) -> Int? {
        precondition(words.count == keys.count, "\(name) has \(keys.count) keys, not \(words.count)")
        var indices: [Int32] = []
        for (column, word) in zip(keys, words) {
            guard let index = column.words.firstIndex(of: word) else { return nil }
            indices.append(Int32(index))
        }
        return rowsByKeys[indices].map(Int.init)
    }

    /// A figure by its row and the name of its column.
    public func figure(_ row: Int, _ column: String) -> ShownFigure {
        guard let index = figures.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("\(name) has no column '\(column)'")
        }
        return switch states[index][row] {
        case .shown: .value(figures[index].values[row])
        case .earlier: .earlier(figures[index].values[row])
        case .empty: .empty
        case .hidden: .hidden
        }
    }
}

/// A figure as it may be shown.
public enum ShownFigure: Sendable, Hashable {
    case value(Double)
    /// The figure of the last published period.
    case earlier(Double)
    case empty
    case hidden

    /// The number, if one may be shown.
    public var number: Double? {
        switch self {
        case .value(let number), .earlier(let number): number
        case .empty, .hidden: nil
        }
    }
}
