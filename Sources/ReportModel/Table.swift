/// A table with a caption, whose every row has as many cells as there are columns.
public struct Table: Sendable, Hashable {
    /// What the table shows, in a few words.
    public var caption: String
    /// The columns, from left to right.
    public let columns: [Column]
    /// The rows, from top to bottom.
    public let rows: [Row]
    /// What a reader must know to read it rightly.
    public var note: Prose?
    /// The name links lead to, in kebab-case.
    public var anchor: String?

    /// Makes a table; a row of another width is a mistake of the section that wrote it.
    public init(
        _ caption: String, columns: [Column], rows: [Row], note: Prose? = nil,
        anchor: String? = nil
    ) {
        precondition(!caption.isEmpty, "a table without a caption")
        for row in rows {
            precondition(
                row.cells.count == columns.count,
                "\(row.cells.count) cells for \(columns.count) columns in table '\(caption)'")
        }
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.note = note
        self.anchor = anchor
    }
}

/// A column's header, and how its cells stand.
public struct Column: Sendable, Hashable {
    /// How the cells of a column stand and what they are to a screen reader.
    public enum Kind: Sendable, Hashable {
        /// Names the row: a row header, aligned to the left.
        case rowHeader
        /// Words, aligned to the left.
        case text
        /// Figures, aligned to the right.
        case figures
    }

    /// What the column holds.
    public var header: String
    /// How its cells stand.
    public var kind: Kind

    /// Makes a column of a kind.
    public init(_ header: String, _ kind: Kind) {
        self.header = header
        self.kind = kind
    }

    /// Makes a column whose cells name their rows.
    public static func rowHeader(_ header: String) -> Column { Column(header, .rowHeader) }

    /// Makes a column of words.
    public static func text(_ header: String) -> Column { Column(header, .text) }

    /// Makes a column of figures.
    public static func figures(_ header: String) -> Column { Column(header, .figures) }
}

/// A row of cells; a total stands out and stays last when a reader sorts.
public struct Row: Sendable, Hashable {
    /// One cell a column.
    public var cells: [Prose]
    /// Whether it sums up the others.
    public var isTotal: Bool

    /// Makes a row.
    public init(_ cells: [Prose], isTotal: Bool = false) {
        self.cells = cells
        self.isTotal = isTotal
    }
}

extension Row: ExpressibleByArrayLiteral {
    /// Makes an ordinary row of its cells.
    public init(arrayLiteral elements: Prose...) { self.init(elements) }
}
