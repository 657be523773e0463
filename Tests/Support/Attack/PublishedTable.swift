import Foundation

/// A published table as anybody can read it: words and cells, nothing of how it was made.
public struct PublishedTable {
    /// What stands in one place.
    public enum Cell: Equatable, Sendable {
        case number(Double)
        /// A number of the period before, marked as such.
        case earlier(Double)
        case word(String)
        case hidden
        case empty
    }

    /// The file's name without its ending.
    public var name: String
    /// The names of the key columns.
    public var keys: [String]
    /// The names of the figures.
    public var columns: [String]
    /// The keys of each row.
    public private(set) var rows: [[String]] = []
    /// The cells of each row.
    public private(set) var cells: [[Cell]] = []
    private var places: [[String]: Int] = [:]

    /// Makes an empty table.
    public init(_ name: String, keys: [String], columns: [String]) {
        self.name = name
        self.keys = keys
        self.columns = columns
    }

    /// Adds a row.
    public mutating func add(_ keys: [String], _ cells: [Cell]) {
        places[keys] = rows.count
        rows.append(keys)
        self.cells.append(cells)
    }

    /// Puts something else in a place.
    public mutating func set(_ row: Int, _ column: Int, _ cell: Cell) { cells[row][column] = cell }

    /// The row with these keys, or nothing.
    public func row(_ keys: [String]) -> Int? { places[keys] }

    /// The place of a column; there must be one of this name.
    public func column(_ name: String) -> Int {
        guard let place = columns.firstIndex(of: name) else {
            preconditionFailure("\(self.name) has no column '\(name)'")
        }
        return place
    }

    /// A cell by its row and the name of its column.
    public subscript(_ row: Int, _ column: String) -> Cell { cells[row][self.column(column)] }
}

extension PublishedTable {
    /// Reads a table as it is published: `;` between cells, a header, no quotes; the last column
    /// says which figures are kept from an earlier period.
    public init(_ name: String, keyCount: Int, text: String) {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        let header = lines.first ?? []
        precondition(header.last == "kept", "\(name) does not say what is kept")
        self.init(
            name, keys: Array(header.prefix(keyCount)),
            columns: Array(header[keyCount...].dropLast()))
        for line in lines.dropFirst() {
            let cells = line[keyCount...].dropLast().map(Cell.init(text:))
            add(
                Array(line.prefix(keyCount)),
                zip(cells, columns).map { PublishedTable.isKept($1, by: line.last!) ? $0.kept : $0 }
            )
        }
    }

    /// Whether a row's figure is kept: `2026-08-31` keeps all of them, `2026-08-31:cases,open` some.
    private static func isKept(_ column: String, by text: String) -> Bool {
        text.split(separator: " ").contains { part in
            let halves = part.split(separator: ":")
            return halves.count == 1
                || halves[1].split(separator: ",").contains { $0 == column }
        }
    }
}

extension PublishedTable.Cell {
    /// Reads a cell as it is published.
    public init(text: String) {
        if text.isEmpty {
            self = .empty
        } else if text == "hidden" {
            self = .hidden
        } else {
            self = Double(text).map(Self.number) ?? .word(text)
        }
    }

    /// The same cell of a figure that is kept.
    fileprivate var kept: Self {
        if case .number(let number) = self { .earlier(number) } else { self }
    }

    /// The number of this period, if one stands here.
    public var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    /// Whether what stands here tells nothing of this period.
    public var isKept: Bool {
        switch self {
        case .hidden, .earlier: true
        case .number, .word, .empty: false
        }
    }
}
