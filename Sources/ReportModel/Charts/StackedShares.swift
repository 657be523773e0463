/// Shares that add up to a whole, one bar a group, with the interval of any of them.
public struct StackedShares: Sendable, Hashable {
    /// A kind of part, such as `forbedret`.
    public struct Category: Sendable, Hashable {
        /// The category's name.
        public var label: String
        /// What it means for the families.
        public var meaning: Meaning

        /// Makes a category.
        public init(_ label: String, _ meaning: Meaning) {
            self.label = label
            self.meaning = meaning
        }
    }

    /// One bar.
    public struct Bar: Sendable, Hashable {
        /// Whom the bar is about.
        public var label: String
        /// One share for each category, 0 to 1; an interval is drawn for the first category.
        public var parts: [Estimate]
        /// How many the bar stands for.
        public var size: Quantity

        /// Makes a bar.
        public init(_ label: String, size: Quantity, _ parts: [Estimate]) {
            self.label = label
            self.size = size
            self.parts = parts
        }
    }

    /// The kinds of part, from left to right.
    public let categories: [Category]
    /// The bars, from top to bottom.
    public let bars: [Bar]

    /// Makes a chart of stacked shares; every bar has a part for each category.
    public init(categories: [Category], bars: [Bar]) {
        for bar in bars {
            precondition(
                bar.parts.count == categories.count,
                "\(bar.parts.count) parts for \(categories.count) categories in '\(bar.label)'")
        }
        self.categories = categories
        self.bars = bars
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns =
            [.rowHeader(words.group), .figures(words.size)]
            + categories.map { Column.figures($0.label) }
        let rows = bars.map { bar in
            Row([Prose(bar.label), .quantity(bar.size)] + bar.parts.map(\.prose))
        }
        return (columns, rows)
    }
}
