extension Attack.Definitions {
    /// Families of one table who have changed as series of another table have: each of the
    /// families has at least so many of the series.
    public struct Heading: Sendable {
        public var programme: String
        public var horizon: String
        /// `sides`, or `change-theory` with whom the outcome is for and its name.
        public var table: String
        public var keys: [String]
        /// Columns of the table, each with how many series a family in it has at least.
        public var columns: [(name: String, series: Int)]
        /// The scales that the families are judged on, with who fills them in, or anybody.
        public var scales: [(scale: String, informant: String?)]
        /// The classes that the series are in.
        public var classes: [String]

        /// Makes a heading.
        public init(
            programme: String, horizon: String, table: String, keys: [String],
            columns: [(name: String, series: Int)],
            scales: [(scale: String, informant: String?)], classes: [String]
        ) {
            self.programme = programme
            self.horizon = horizon
            self.table = table
            self.keys = keys
            self.columns = columns
            self.scales = scales
            self.classes = classes
        }
    }
}

extension Attack {
    /// The same people under another heading.
    mutating func knowHeadings(_ period: Int) {
        for heading in definitions.headings {
            for (row, keys) in rows(period, heading.table)
            where keys[0] == heading.programme && keys[3] == heading.horizon
                && Array(keys.dropFirst(4)) == heading.keys
            {
                let group = Array(keys[..<3])
                let families = heading.columns.flatMap { column in
                    Array(
                        repeating: count(period, heading.table, row, column.name),
                        count: column.series)
                }
                let series = heading.scales.flatMap { scale in
                    classes(period, group, scale, heading.horizon, heading.classes)
                }
                let sum = attacker.unknown()
                attacker.know(sum, is: series)
                know(families, atMost: sum)
            }
        }
    }

    private func classes(
        _ period: Int, _ group: [String], _ scale: (scale: String, informant: String?),
        _ horizon: String, _ classes: [String]
    ) -> [Quantity] {
        rows(period, "outcomes").filter {
            Array($0.keys[..<3]) == group && $0.keys[3] == scale.scale
                && (scale.informant == nil || $0.keys[4] == scale.informant)
                && $0.keys[5] == horizon
        }.flatMap { counts(period, "outcomes", $0.row, classes) }
    }
}
